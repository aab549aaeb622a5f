using System.Collections.Immutable;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Places;
using AppelAide.Host.Directory.Places.Register;
using AppelAide.Host.Tests.Properties;
using Xunit.Abstractions;

namespace AppelAide.Host.Tests.Directory.Places.Register;

/// <summary>All of Québec's municipalities, as citizens would ask for them.</summary>
public sealed class WholeRegisterTests(ITestOutputHelper output)
{
    private static readonly TimeSpan MostToBuild = TimeSpan.FromMilliseconds(100);

    private static readonly Lazy<ImmutableArray<Place>> Register = new(Read);
    private static readonly Lazy<PlaceTree> Tree = new(() => new(Register.Value));
    private static readonly Lazy<PlaceFinder> Finder = new(() => new(Tree.Value.All));

    // A village and its people's land are one answer.
    private static IEnumerable<Place> Homes => Tree.Value.All.Where(place => place.ParentId.Length == 0);

    [RegisterFact]
    public void The_register_is_read_whole()
    {
        Assert.Equal(1273, Register.Value.Length);
        Assert.Equal(1250, Homes.Count());
    }

    [RegisterFact]
    public void Every_name_said_whole_is_found()
    {
        var lost = new List<string>();
        foreach (var place in Homes)
        {
            foreach (var said in (string[])[place.Name, place.Name.ToUpperInvariant(), TextFolding.Fold(place.Name), $"je reste à {place.Name} svp"])
            {
                if (!Finder.Value.FromText(said).Places.Contains(place))
                    lost.Add($"{said} → {string.Join(", ", Finder.Value.FromText(said).Places.Select(found => found.Name))}");
            }
        }

        Assert.Empty(lost);
    }

    [RegisterFact]
    public void Every_name_spelled_whole_by_keys_is_found() =>
        Assert.Empty(Homes.Where(place => !Finder.Value.FromKeys(Keypad.Spell(place.Name)).Places.Contains(place)).Select(place => place.Name));

    [RegisterFact]
    public void Of_two_that_share_a_name_each_is_told_apart()
    {
        var pairs = Homes.GroupBy(place => place.Name).Where(pair => pair.Count() > 1).ToList();
        Assert.Equal(34, pairs.Count);
        foreach (var pair in pairs)
        {
            var found = Finder.Value.FromText(pair.Key).Places;
            Assert.Superset(pair.ToHashSet(), found.ToHashSet());
            Assert.Equal(found.Length, found.Select(Tree.Value.Label).Distinct().Count());
            foreach (var place in pair)
                Assert.Equal([place.Id], Ids(Finder.Value.FromText(Tree.Value.Label(place))));
            output.WriteLine(string.Join(" | ", found.Select(Tree.Value.Label)));
        }
    }

    [RegisterFact]
    public void Words_of_every_day_are_not_taken_for_one_of_a_thousand_names()
    {
        foreach (var said in (string[])
            ["jai oublié mon mot de passe", "vos bureaux sont-ils fermés à Noël?", "changer de langue", "arret ou je porte plainte", "il a un couteau pis il est devant ma porte",
             "mon beau frère qui arrive de colombie", "je m'appelle Lorraine et j'ai besoin d'aide pour mon téléphone"])
            Assert.Empty(Ids(Finder.Value.FromText(said)));
    }

    [RegisterFact]
    public void Where_name_and_MRC_are_the_same_the_kind_tells_which()
    {
        foreach (var (said, id) in ((string, string)[])
            [("hatley canton", "45055"), ("canton de hatley", "45055"), ("je reste à hatley, la municipalité", "45043"), ("ville de stanstead", "45008"), ("disraeli paroisse svp", "31020")])
            Assert.Equal([id], Ids(Finder.Value.FromText(said)));
    }

    [RegisterFact]
    public void A_village_and_the_land_around_it_are_one_answer()
    {
        foreach (var part in Tree.Value.All.Where(place => place.ParentId.Length > 0))
        {
            var home = Tree.Value.Find(part.ParentId)!;
            Assert.Equal(home.Name, part.Name);
            Assert.Equal([home.Id], Ids(Finder.Value.FromText(part.Name)));
            Assert.Equal([home.Id], Ids(Finder.Value.FromKeys(Keypad.Spell(part.Name))));
            Assert.Equal(home.Name, Tree.Value.Town(part.Id));
        }
    }

    [RegisterFact]
    public void All_of_it_is_ready_fast()
    {
        _ = Finder.Value;
        var best = TimeSpan.MaxValue;
        // Other tests run meanwhile: the best of some is what it takes.
        for (var i = 0; i < 30 && best > MostToBuild; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            _ = new PlaceFinder(new PlaceTree(Register.Value).All);
            var took = TimeProvider.System.GetElapsedTime(started);
            best = took < best ? took : best;
        }

        output.WriteLine($"built in {best.TotalMilliseconds:F1} ms");
        string[] said = ["je reste à saint-siméon svp", "formation sainte anne de bellevue", "jai pus de chauffage", "hatley canton", "notre dame du bon conseil", "G0C 1A0"];
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 1000; i++)
            Finder.Value.FromText(said[i % said.Length]);
        output.WriteLine($"a find {TimeProvider.System.GetElapsedTime(start).TotalMicroseconds / 1000:F1} µs");
        start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 1000; i++)
            Finder.Value.FromKeys("726");
        output.WriteLine($"keys {TimeProvider.System.GetElapsedTime(start).TotalMicroseconds / 1000:F1} µs");
        Assert.True(best <= MostToBuild, $"{best.TotalMilliseconds} ms");
    }

    private static string[] Ids(PlaceMatch match) => [.. match.Places.Select(place => place.Id)];

    private static ImmutableArray<Place> Read()
    {
        var defects = new PlaceDefects();
        var register = new PlaceRegisterReader(SharedData.PlaceRegister!, defects).Read();
        defects.ThrowIfAny();
        return PlaceImportPlan.Make([], register, [], false, defects).Added.Select(SomeKnownPlaces.ToPlace).ToImmutableArray();
    }
}
