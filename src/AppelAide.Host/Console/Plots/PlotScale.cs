namespace AppelAide.Host.Console.Plots;

/// <summary>From nothing to a round number that holds all, in a few even steps.</summary>
internal sealed class PlotScale
{
    /// <summary>A scale for a greatest value.</summary>
    public PlotScale(long most)
    {
        var rough = Math.Max(1, most) / 4.0;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 5, 10 }.First(factor => factor * power >= rough) * power;
        Step = Math.Max(1, (long)step);
        Top = Math.Max(1, (most + Step - 1) / Step) * Step;
    }

    /// <summary>Between two lines.</summary>
    public long Step { get; }

    /// <summary>The highest line.</summary>
    public long Top { get; }

    /// <summary>The lines, from 0.</summary>
    public IEnumerable<long> Lines
    {
        get
        {
            for (var at = 0L; at <= Top; at += Step) yield return at;
        }
    }
}
