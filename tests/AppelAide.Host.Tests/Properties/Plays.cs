using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Host.Tests.Properties;

/// <summary>Makes conversations out of the scripts' own words, of other words, and of everything that can go wrong.</summary>
internal static class Plays
{
    private const int Longest = 60;
    private const string Characters = "abcdeiostz ABÉ éèêçœÀß'’-.!?0129#*\u0301\u200B\uD83D\uDE00\uFF21«»…\u00A0€[]{}|^=<>&\"漢Ж\r\n\t\0";

    private static readonly string[] Words =
    [
        "oui", "yes", "non", "no", "Gaspé", "saint-siméon", "Zanzibar", "dans Charlevoix", "427", "trois", "three", "99", "0", "1", "2", "3", "4", "5", "9", "*", "#",
        "formation à Gaspé", "training in Gaspé", "j'ai faim à Percé", "I'm hungry", "1er", "premier", "PLUS", "MORE", "merci", "passer", "skip", "euh", "???", "besoin d'aide", "need help",
    ];

    private static readonly string[] CallOnly =
    [
        "(silence)", "(silence)", "(répond)", "(ne répond pas)", "(message 24 s)", "(message 3 s, 0)", "(message 0 s)", "(message 2 s, *)", "(message 2 s, 9)", "(raccroche)",
    ];

    public static Arbitrary<Play> Of(Script script, Channel channel)
    {
        // Each meaning as often as any other, however many words there are for it; the needs of a family together, or they would drown the keywords.
        var meanings = script.Keywords.OrderBy(keyword => keyword.Key, StringComparer.Ordinal).Select(keyword => keyword.Value.Phrases.ToArray())
            .Concat(script.Needs.Values.OrderBy(need => need.Id, StringComparer.Ordinal).GroupBy(need => need.Parent.Length > 0 ? need.Parent : need.Id)
                .Select(family => family.SelectMany(need => need.Spellings.OrderBy(spelt => spelt.Key, StringComparer.Ordinal)).SelectMany(spelt => spelt.Value).ToArray()))
            .Select(phrases => phrases.Select(phrase => phrase.TrimStart('=', '^', '~', '+', '-').Replace(" ... ", " ", StringComparison.Ordinal)).ToArray()).Where(phrases => phrases.Length > 0).ToArray();
        var phrases = Gen.Elements(meanings).SelectMany(spellings => Gen.Elements(spellings));
        var anything = Gen.Elements(Characters.ToCharArray()).ListOf().Select(characters => new string([.. characters.Take(400)]));
        var words = Gen.Frequency<string>([(5, Gen.Elements(Words)), (5, phrases), (1, anything)]);
        var keys = Gen.Frequency<string>(
            [(6, Gen.Elements("1", "2", "3", "4")), (2, Gen.Elements("5", "6", "7", "8", "9")), (1, Gen.Elements("0", "*", "#")), (1, Gen.Elements("427", "12", "00", "999999999", "*#", "7#"))]);
        var act = channel == Channel.Voice
            ? Gen.Frequency<string>([(6, keys), (3, words.Select(said => $"\"{said}\"")), (3, Gen.Elements(CallOnly))])
            : Gen.Frequency<string>([(3, keys), (5, words)]);
        var flags = Gen.Choose(0, 31);
        var play = from acts in act.ListOf()
                   from language in Gen.Elements("fr", "en")
                   from flag in flags
                   from world in Gen.Choose(0, 1_000)
                   select new Play(channel, language, (flag & 1) > 0, (flag & 2) > 0, (flag & 12) == 12, (flag & 16) > 0, world, [.. acts.Take(Longest)]);
        return Arb.From(play, made => made.Simpler());
    }
}
