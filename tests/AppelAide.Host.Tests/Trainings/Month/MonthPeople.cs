namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>Who lives where, speaks what and has which telephone.</summary>
internal sealed class MonthPeople(Random random)
{
    private static readonly (string Town, bool OnTheIslands)[] Towns = [("Gaspé", false), ("Percé", false), ("Chandler", false), ("Grosse-Île", true)];

    private static readonly string[] FirstNames = ["Rose", "Aline", "Gérard", "Yvon", "Doris", "Mabel", "Arthur", "Lise", "Réjean", "Ethel"];

    private static readonly string[] LastNames = ["Cotton", "Bujold", "Leblanc", "Poirier", "Vigneau", "Annett", "Synnott", "Langlais"];

    private readonly Dictionary<string, Citizen> byPhone = [];
    private int last;

    public IEnumerable<Citizen> All => byPhone.Values;

    public Citizen Of(string phone) => byPhone[phone];

    /// <summary>Somebody who calls and writes by themself.</summary>
    public Citizen Active()
    {
        var landline = random.Next(100) < 30;
        return Add(random.Next(100) < 70 ? "fr" : "en", landline, writes: !landline && random.Next(100) < 65, passive: false);
    }

    /// <summary>The telephone that was given for somebody: it answers.</summary>
    public Citizen Given(string language) => Add(language, random.Next(100) < 50, writes: false, passive: true);

    /// <summary>A call from a hidden number: nobody who called before.</summary>
    public Citizen Hidden() => Make("", random.Next(2) == 0 ? "fr" : "en", landline: false, writes: false, passive: false);

    /// <summary>Of a citizen: nobody registers somebody of their own name.</summary>
    public string OwnName() => $"{FirstNames[random.Next(FirstNames.Length)]} Chicoine";

    /// <summary>Of a relative.</summary>
    public string Name() => $"{FirstNames[random.Next(FirstNames.Length)]} {LastNames[random.Next(LastNames.Length)]}";

    private Citizen Add(string language, bool landline, bool writes, bool passive)
    {
        var citizen = Make($"+1418{5552000 + last + 1}", language, landline, writes, passive);
        byPhone.Add(citizen.Phone, citizen);
        return citizen;
    }

    private Citizen Make(string phone, string language, bool landline, bool writes, bool passive)
    {
        var (town, islands) = Towns[random.Next(Towns.Length)];
        return new Citizen
        {
            No = ++last,
            Phone = phone,
            Language = language,
            Town = town,
            TownZone = islands ? MonthHours.Islands : MonthHours.Line,
            IsLandline = landline,
            Writes = writes,
            IsPassive = passive,
        };
    }
}
