using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings;

/// <summary>A training, or another thing on the calendar, that can be given many times.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="Topic">What it is about, as scripts and staff filter it.</param>
/// <param name="Language">The languages it is given in: <c>fr</c>, <c>en</c>, or both.</param>
/// <param name="Location">Where it is given.</param>
/// <param name="Cost">Dollars; 0 is free.</param>
/// <param name="Bring">What to bring; empty for nothing.</param>
/// <param name="Seats">How many may register for each session; null is unlimited.</param>
internal sealed record Training(string Id, Bilingual Title, string Topic, string Language, Location Location, decimal Cost, Bilingual Bring, int? Seats)
{
    /// <summary>Who gives it.</summary>
    public string OrganizationId { get; init; } = "";

    /// <summary>The name of who gives it.</summary>
    public string Organization { get; init; } = "";

    /// <summary><c>training</c>, <c>meeting</c> of partners, <c>group</c> for discussion, <c>workshop</c> of citizens, or <c>culture</c>.</summary>
    public string Kind { get; init; } = "training";

    /// <summary>In plain words.</summary>
    public Bilingual Description { get; init; } = Bilingual.Empty;

    /// <summary><c>beginner</c>, <c>intermediate</c>, <c>advanced</c> or <c>all</c>; empty when not known.</summary>
    public string Level { get; init; } = "";

    /// <summary>Where, when the location's own name does not say it; empty when it does.</summary>
    public string Venue { get; init; } = "";

    /// <summary>The number to call, E.164, when it is given over the telephone; empty when one goes there.</summary>
    public string DialIn { get; init; } = "";

    /// <summary>Whether a wheelchair can come in, an interpreter is there…; empty when nothing is said.</summary>
    public Bilingual Access { get; init; } = Bilingual.Empty;

    /// <summary>Who answers questions on it.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>Who publishes it; empty for the sample and for what staff write.</summary>
    public string Source { get; init; } = "";
}
