using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Trainings.Search;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Host.Tests.Trainings.Search;

/// <summary>What citizens say of the training they wish for. It is Monday, 23 November 2026.</summary>
public sealed class WishReaderTests
{
    private static readonly DateTimeOffset Monday = At("2026-11-23 10:00 -05:00");

    private static readonly WishReader Reader = new(WishWords.Of(SomeScripts.Live()));

    [Theory]
    [InlineData("un cours de tablette en anglais jeudi soir à Gaspé", "tablet  en 2026-11-26 2026-11-26 evening")]
    [InlineData("atelier sur la fraude cette semaine", "fraud   2026-11-23 2026-11-29 ")]
    [InlineData("something in the evening", "     evening")]
    [InlineData("formation le 3 décembre", "   2026-12-03 2026-12-03 ")]
    [InlineData("réunion des partenaires à Matane", " meeting    ")]
    [InlineData("un groupe de discussion", " group    ")]
    [InlineData("spectacle samedi", " culture  2026-11-28 2026-11-28 ")]
    [InlineData("ateliers citoyens", " workshop    ")]
    [InlineData("any classes next week in English?", "  en 2026-11-30 2026-12-06 ")]
    [InlineData("apprendre le cellulaire en français le matin", "phone  fr   morning")]
    [InlineData("computer class in the afternoon", "internet     afternoon")]
    [InlineData("citizens' workshops", " workshop    ")]
    [InlineData("a bilingual budget workshop", "budget  both   ")]
    [InlineData("cours d'anglais le soir", "english     evening")]
    [InlineData("learn english", "english     ")]
    [InlineData("concert dimanche après-midi", " culture  2026-11-29 2026-11-29 afternoon")]
    [InlineData("cours de tablete jeudy soir", "tablet   2026-11-26 2026-11-26 evening")]
    [InlineData("courriel avant-midi", "email     morning")]
    [InlineData("photos à 19h", "photos     evening")]
    [InlineData("photos at 2 pm", "photos     afternoon")]
    [InlineData("cv après le travail", "jobs     evening")]
    [InlineData("bonne journée, une formation sur les photos", "photos     ")]
    [InlineData("la fraude mais pas le soir", "fraud     ")]
    [InlineData("fraud, not in english", "fraud     ")]
    [InlineData("", "     ")]
    public void Words_say_what_is_wished(string words, string expected)
    {
        var wish = Reader.Read(words, Monday).Wish;
        Assert.Equal(expected, $"{wish.Topic} {wish.Kind} {wish.Language} {TrainingWish.Written(wish.From)} {TrainingWish.Written(wish.To)} {wish.Part}");
    }

    [Theory]
    [InlineData("aujourd'hui", "2026-11-23", "2026-11-23")]
    [InlineData("today", "2026-11-23", "2026-11-23")]
    [InlineData("demain", "2026-11-24", "2026-11-24")]
    [InlineData("tomorrow", "2026-11-24", "2026-11-24")]
    [InlineData("tmrw", "2026-11-24", "2026-11-24")]
    [InlineData("après-demain", "2026-11-25", "2026-11-25")]
    [InlineData("the day after tomorrow", "2026-11-25", "2026-11-25")]
    [InlineData("ce soir", "2026-11-23", "2026-11-23")]
    [InlineData("tonight", "2026-11-23", "2026-11-23")]
    [InlineData("cette semaine", "2026-11-23", "2026-11-29")]
    [InlineData("this week", "2026-11-23", "2026-11-29")]
    [InlineData("la semaine prochaine", "2026-11-30", "2026-12-06")]
    [InlineData("next week", "2026-11-30", "2026-12-06")]
    [InlineData("en fin de semaine", "2026-11-28", "2026-11-29")]
    [InlineData("this weekend", "2026-11-28", "2026-11-29")]
    [InlineData("la fin de semaine prochaine", "2026-12-05", "2026-12-06")]
    [InlineData("next weekend", "2026-12-05", "2026-12-06")]
    [InlineData("ce mois-ci", "2026-11-23", "2026-11-30")]
    [InlineData("this month", "2026-11-23", "2026-11-30")]
    [InlineData("le mois prochain", "2026-12-01", "2026-12-31")]
    [InlineData("next month", "2026-12-01", "2026-12-31")]
    [InlineData("samedi", "2026-11-28", "2026-11-28")]
    [InlineData("Saturday", "2026-11-28", "2026-11-28")]
    [InlineData("lundi", "2026-11-30", "2026-11-30")]
    [InlineData("mardi", "2026-11-24", "2026-11-24")]
    [InlineData("mardi prochain", "2026-12-01", "2026-12-01")]
    [InlineData("next Tuesday", "2026-12-01", "2026-12-01")]
    [InlineData("jeudi prochain", "2026-11-26", "2026-11-26")]
    [InlineData("le mardi 1er décembre", "2026-12-01", "2026-12-01")]
    [InlineData("le jeudi 3 décembre", "2026-12-03", "2026-12-03")]
    [InlineData("3 déc", "2026-12-03", "2026-12-03")]
    [InlineData("3 déc.", "2026-12-03", "2026-12-03")]
    [InlineData("the 3rd of December", "2026-12-03", "2026-12-03")]
    [InlineData("Dec 3", "2026-12-03", "2026-12-03")]
    [InlineData("December 3rd", "2026-12-03", "2026-12-03")]
    [InlineData("December the third", "2026-12-03", "2026-12-03")]
    [InlineData("Thursday, December 3, 2026", "2026-12-03", "2026-12-03")]
    [InlineData("trois décembre", "2026-12-03", "2026-12-03")]
    [InlineData("sept décembre", "2026-12-07", "2026-12-07")]
    [InlineData("7 sept", "2027-09-07", "2027-09-07")]
    [InlineData("vingt et un décembre", "2026-12-21", "2026-12-21")]
    [InlineData("the twenty-first of December", "2026-12-21", "2026-12-21")]
    [InlineData("premier décembre", "2026-12-01", "2026-12-01")]
    [InlineData("2026-12-03", "2026-12-03", "2026-12-03")]
    [InlineData("le 15", "2026-12-15", "2026-12-15")]
    [InlineData("le 27", "2026-11-27", "2026-11-27")]
    [InlineData("the 15th", "2026-12-15", "2026-12-15")]
    [InlineData("le 31", "2026-12-31", "2026-12-31")]
    [InlineData("vendredi le 27", "2026-11-27", "2026-11-27")]
    [InlineData("en janvier", "2027-01-01", "2027-01-31")]
    [InlineData("in January", "2027-01-01", "2027-01-31")]
    [InlineData("en novembre", "2026-11-23", "2026-11-30")]
    [InlineData("in may", "2027-05-01", "2027-05-31")]
    [InlineData("3 janvier", "2027-01-03", "2027-01-03")]
    [InlineData("du 3 au 10 décembre", "2026-12-03", "2026-12-10")]
    [InlineData("from December 3 to December 10", "2026-12-03", "2026-12-10")]
    [InlineData("avant le 15 décembre", "", "2026-12-14")]
    [InlineData("d'ici vendredi", "", "2026-11-27")]
    [InlineData("by Friday", "", "2026-11-27")]
    [InlineData("à partir du 3 décembre", "2026-12-03", "")]
    [InlineData("after December 3", "2026-12-04", "")]
    [InlineData("dans deux semaines", "2026-12-07", "2026-12-13")]
    [InlineData("in 3 days", "2026-11-26", "2026-11-26")]
    [InlineData("may I come with my mother", "", "")]
    [InlineData("j'ai 3 enfants", "", "")]
    [InlineData("le 3 à 8 heures", "2026-12-03", "2026-12-03")]
    public void Days_are_counted_from_now(string words, string from, string to) => Assert.Equal((from, to), DaysOf(words, Monday));

    [Theory]
    [InlineData("le mardi", "2")]
    [InlineData("les mardis soirs", "2")]
    [InlineData("on Tuesdays", "2")]
    [InlineData("every Saturday", "6")]
    [InlineData("mardi ou jeudi", "24")]
    [InlineData("Tuesday or Thursday", "24")]
    [InlineData("les fins de semaine", "06")]
    [InlineData("on weekdays", "12345")]
    [InlineData("en semaine", "12345")]
    [InlineData("mardi la semaine prochaine", "2")]
    public void Days_of_the_week_are_any_of_them(string words, string days) => Assert.Equal(days, Reader.Read(words, Monday).Wish.Days);

    [Theory]
    [InlineData("31 novembre", "date", "31 novembre", "November 31")]
    [InlineData("formation le 30 février", "date", "30 février", "February 30")]
    [InlineData("February 30", "date", "30 février", "February 30")]
    [InlineData("le 32 décembre", "date", "32 décembre", "December 32")]
    [InlineData("29 février", "date", "29 février", "February 29")]
    [InlineData("29 février 2027", "date", "29 février 2027", "February 29, 2027")]
    [InlineData("2026-13-01", "date", "", "")]
    [InlineData("le 3 novembre", "past", "le 3 novembre", "November 3")]
    [InlineData("November 3, 2025", "past", "le 3 novembre 2025", "November 3, 2025")]
    [InlineData("en octobre", "past", "octobre", "October")]
    [InlineData("hier", "past", "hier", "yesterday")]
    [InlineData("last week", "past", "hier", "yesterday")]
    public void What_cannot_be_is_told(string words, string why, string french, string english)
    {
        var reading = Reader.Read(words, Monday);
        Assert.Equal((why, null, null), (reading.Impossible, reading.Wish.From, reading.Wish.To));
        if (french.Length > 0) Assert.Equal((french, english), (reading.Named.Fr, reading.Named.En));
    }

    [Theory]
    [InlineData("2026-11-01 00:30 -04:00")]
    [InlineData("2026-11-01 01:30 -04:00")]
    [InlineData("2026-11-01 01:30 -05:00")]
    [InlineData("2026-11-01 23:30 -05:00")]
    public void The_day_of_25_hours_is_one_day(string now)
    {
        Assert.Equal(("2026-11-01", "2026-11-01"), DaysOf("aujourd'hui", At(now)));
        Assert.Equal(("2026-11-02", "2026-11-02"), DaysOf("tomorrow", At(now)));
        Assert.Equal(("2026-11-01", "2026-11-08"), DaysOf("cette semaine", At(now)));
        Assert.Equal(("2026-11-02", "2026-11-08"), DaysOf("next week", At(now)));
        Assert.Equal(("2026-11-01", "2026-11-01"), DaysOf("en fin de semaine", At(now)));
    }

    [Theory]
    [InlineData("2027-03-14 01:59 -05:00")]
    [InlineData("2027-03-14 03:00 -04:00")]
    public void The_day_of_23_hours_is_one_day(string now) => Assert.Equal(("2027-03-15", "2027-03-15"), DaysOf("demain", At(now)));

    [Theory]
    [InlineData("demain", "2027-01-01", "2027-01-01")]
    [InlineData("le 2", "2027-01-02", "2027-01-02")]
    [InlineData("2 janvier", "2027-01-02", "2027-01-02")]
    [InlineData("cette semaine", "2026-12-31", "2027-01-03")]
    [InlineData("next month", "2027-01-01", "2027-01-31")]
    [InlineData("en février", "2027-02-01", "2027-02-28")]
    public void The_year_turns(string words, string from, string to) => Assert.Equal((from, to), DaysOf(words, At("2026-12-31 23:30 -05:00")));

    [Fact]
    public void After_new_year_december_is_over() => Assert.Equal("past", Reader.Read("le 28 décembre", At("2027-01-02 09:00 -05:00")).Impossible);

    [Theory]
    [InlineData("un cours de poterie à Gaspé", "poterie")]
    [InlineData("a pottery class", "pottery")]
    [InlineData("atelier sur les abeilles", "abeilles")]
    [InlineData("une formation gratuite près de chez moi", "")]
    [InlineData("cours de tablette", "")]
    [InlineData("classes in the evening", "")]
    public void A_subject_of_its_own_is_kept(string words, string about) => Assert.Equal(about, Reader.Read(words, Monday).Wish.About);

    [Fact]
    public void What_is_said_later_is_added()
    {
        var wish = Reader.Read("la fraude cette semaine", Monday).Wish.With(Reader.Read("le soir", Monday).Wish).With(Reader.Read("plutôt la semaine prochaine", Monday).Wish);
        Assert.Equal(("fraud", "evening", new DateOnly(2026, 11, 30)), (wish.Topic, wish.Part, wish.From));
    }

    [Fact]
    public void No_name_of_a_place_is_taken_for_a_wish()
    {
        var finder = new AppelAide.Host.Directory.Places.PlaceFinder(SomePlaces.All);
        foreach (var place in SomePlaces.All)
            Assert.Equal(finder.FromText($"formation à {place.Name}").Places.AsEnumerable(), finder.FromText(Reader.Read($"formation à {place.Name} le soir", Monday).Rest).Places);
    }

    [Fact]
    public void Any_text_is_read()
    {
        string[] pieces = ["le", "3", "31", "décembre", "Dec", "mardi", "soir", "dans", "deux", "semaines", "2026", "02", "30", "prochain", "du", "au", "99999999999", "", "é", "1er", "0th", "h", "18h30", "\ud83d", "'", "du 3 au", "février"];
        var texts = from some in Gen.Elements(pieces).ListOf() select string.Join(' ', some);
        Prop.ForAll(texts.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

        static bool Holds(string? text) => Reader.Read(text ?? "", Monday).Wish is var wish && !(wish.From > wish.To);
    }

    private static (string From, string To) DaysOf(string words, DateTimeOffset now)
    {
        var wish = Reader.Read(words, now).Wish;
        return (TrainingWish.Written(wish.From), TrainingWish.Written(wish.To));
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.ParseExact(moment, "yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture);
}
