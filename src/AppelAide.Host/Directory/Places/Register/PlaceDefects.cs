using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>What was found wrong so far. Reading goes on after a defect, so that all are told at once.</summary>
internal sealed class PlaceDefects
{
    /// <summary>A file of another kind has one a row: the first tell as much as all of them.</summary>
    public const int Most = 200;

    private readonly List<DirectoryDefect> found = [];

    /// <summary>Notes a defect.</summary>
    public void Add(string file, int row, string field, string problem)
    {
        if (found.Count < Most)
            found.Add(new(file, row, field, problem));
    }

    /// <exception cref="PlaceRegisterException">There are defects.</exception>
    public void ThrowIfAny()
    {
        if (found.Count > 0)
            throw new PlaceRegisterException([.. found]);
    }
}
