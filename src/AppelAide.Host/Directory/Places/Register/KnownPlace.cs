namespace AppelAide.Host.Directory.Places.Register;

/// <summary>A row of the table <c>place</c>, as it is or as it will be.</summary>
internal sealed record KnownPlace
{
    /// <summary>State of a place that citizens may live in.</summary>
    public const string Active = "active";

    /// <summary>State of a place that became part of another.</summary>
    public const string Merged = "merged";

    /// <summary>State of a place that the register no longer has.</summary>
    public const string Retired = "retired";

    private const string IsKnown = "known";
    private const string IsEstimated = "estimated";
    private const char Separator = ';';

    public string Id { get; init; } = "";
    public string Name { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? ParentId { get; init; }
    public string Mrc { get; init; } = "";
    public string Region { get; init; } = "";
    public double Latitude { get; init; }
    public double Longitude { get; init; }
    public string TimeZone { get; init; } = "";
    public string PostalCodes { get; init; } = "";
    public string Aliases { get; init; } = "";
    public int Population { get; init; }
    public string Designation { get; init; } = "";
    public string Located { get; init; } = IsKnown;
    public string State { get; init; } = Active;
    public string? MergedInto { get; init; }

    /// <summary>A municipality, by its code: boroughs and neighbourhoods are ours, and the register knows nothing of them.</summary>
    public bool IsOfRegister => Id.Length == 5 && !Id.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Where it is, when that was ever measured.</summary>
    public GeoPoint? Measured => Located == IsEstimated || !HasPosition ? null : new(Latitude, Longitude);

    /// <summary>Whether its position is the mean of its neighbours'.</summary>
    public bool HasEstimate => Located == IsEstimated;

    /// <summary>Whether any position is known.</summary>
    public bool HasPosition => Latitude != 0 || Longitude != 0;

    /// <summary>As the register now has it. What the register does not say is kept: names that people use, postal codes, position, hour.</summary>
    public KnownPlace With(RegisteredPlace place)
    {
        var renamed = Name.Length > 0 && Name != place.Name;
        var next = this with
        {
            Id = place.Id,
            Name = place.Name,
            Kind = place.Designation.Kind,
            Designation = place.Designation.Words,
            ParentId = place.ParentId.Length > 0 ? place.ParentId : null,
            Mrc = place.Mrc,
            Region = place.Region,
            TimeZone = TimeZone.Length > 0 ? TimeZone : place.TimeZone,
            PostalCodes = Including(PostalCodes, place.PostalCode),
            Aliases = Including(Aliases, renamed ? Name : ""),
            Population = place.Population ?? Population,
            State = Active,
            MergedInto = null,
        };
        return place.Position is { } position ? next.At(position) with { Located = IsKnown } : next;
    }

    /// <summary>At the mean of its neighbours, or nowhere that is known.</summary>
    public KnownPlace Estimated(GeoPoint? mean) =>
        mean is { } position ? At(position) with { Located = IsEstimated } : At(default) with { Located = IsKnown };

    /// <summary>As the line reads it.</summary>
    public Place ToPlace() =>
        new(Id, Name, Kind, ParentId ?? "", Mrc, Region, Latitude, Longitude, TimeZone, [.. Entries(PostalCodes)], [.. Entries(Aliases)], Population)
        {
            Designation = Designation,
            MergedInto = MergedInto ?? "",
            IsRetired = State == Retired,
        };

    private KnownPlace At(GeoPoint position) => this with { Latitude = position.Latitude, Longitude = position.Longitude };

    private static string[] Entries(string list) => list.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Including(string list, string entry)
    {
        var entries = Entries(list);
        return entry.Length == 0 || entries.Contains(entry) ? list : string.Join(Separator, [.. entries, entry]);
    }
}
