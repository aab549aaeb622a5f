namespace AppelAide.Host.Directory.Search;

/// <summary>A position as a point of the unit sphere: straight lines through it grow with distances over ground, everywhere, the date line and the poles included.</summary>
internal readonly record struct UnitVector(double X, double Y, double Z)
{
    private const double EarthDiameterKm = 2 * 6371.0088;

    public UnitVector(GeoPoint point)
        : this(
            Math.Cos(double.DegreesToRadians(point.Latitude)) * Math.Cos(double.DegreesToRadians(point.Longitude)),
            Math.Cos(double.DegreesToRadians(point.Latitude)) * Math.Sin(double.DegreesToRadians(point.Longitude)),
            Math.Sin(double.DegreesToRadians(point.Latitude)))
    {
    }

    public double this[int axis] => axis switch { 0 => X, 1 => Y, _ => Z };

    /// <summary>Kilometres over ground of a straight line's square.</summary>
    public static double Kilometres(double squared) => EarthDiameterKm * Math.Asin(Math.Min(1, Math.Sqrt(squared) / 2));
}
