using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Tests.Twilio;

namespace AppelAide.Host.Tests.Directory.Hours;

/// <summary>The dates of random rules are those of ical.js, which expands a rule from its beginning where the line asks about a date.</summary>
public sealed class RecurrenceOracleTests
{
    private const int Rules = 500;
    private const int Seed = 20261122;
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    [RecurrenceFact]
    public async Task Random_rules_happen_on_the_same_dates()
    {
        var random = new Random(Seed);
        var asked = Enumerable.Range(0, Rules).Select(_ => AnyRule(random)).ToList();
        var answers = await AskAsync(asked);
        var (dates, wrong) = (0, new List<string>());
        foreach (var (rule, answer) in asked.Zip(answers))
        {
            var recurrence = Recurrence.From(rule.Rule);
            Assert.NotNull(recurrence);
            var own = Enumerable.Range(rule.To.DayNumber - 1600, 1601)
                .Where(number => recurrence.Includes(new CalendarDay(number)))
                .Select(number => Iso(DateOnly.FromDayNumber(number)));
            if (!own.SequenceEqual(answer))
                wrong.Add($"{rule.Text} from {Iso(rule.Rule.DtStart!.Value)} {rule.Rule.Count} {rule.Rule.Until}\n  only ours {string.Join(' ', own.Except(answer).Take(6))}\n  only theirs {string.Join(' ', answer.Except(own).Take(6))}");
            dates += answer.Length;
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Rules}\n{string.Join('\n', wrong.Take(20))}");
        Assert.True(dates > 10 * Rules);
    }

    private static Question AnyRule(Random random)
    {
        var start = new DateOnly(random.Next(2019, 2026), random.Next(1, 13), random.Next(1, 29));
        var frequency = (Frequency)random.Next(1, 5);
        var fields = new Dictionary<string, string> { ["freq"] = frequency.ToString().ToUpperInvariant(), ["dtstart"] = Iso(start) };
        if (random.Next(2) == 0)
            fields["interval"] = $"{random.Next(1, 5)}";
        if (random.Next(3) == 0)
            fields["wkst"] = Days[random.Next(7)];
        // Only what ical.js gets right: in the rules left out here it differs from the standard and from python-dateutil (see RecurrenceTests).
        if (frequency != Frequency.Monthly && random.Next(4) == 0)
            fields["bymonth"] = Some(random, 3, () => $"{random.Next(1, 13)}");
        var ofMonths = frequency == Frequency.Monthly || frequency == Frequency.Yearly && fields.ContainsKey("bymonth");
        switch (frequency)
        {
            case Frequency.Weekly when random.Next(4) > 0:
                fields["byday"] = Some(random, 5, () => Days[random.Next(7)]);
                break;
            case Frequency.Daily when random.Next(3) == 0:
                fields["byday"] = Some(random, 3, () => Days[random.Next(7)]);
                break;
            case Frequency.Daily when random.Next(3) == 0:
                fields["bymonthday"] = Some(random, 4, () => $"{random.Next(1, 32)}");
                break;
            case Frequency.Monthly when random.Next(3) == 0:
                fields["bymonthday"] = Some(random, 4, () => $"{Signed(random, 31)}");
                break;
            case Frequency.Yearly when ofMonths && random.Next(3) == 0:
                fields["bymonthday"] = Some(random, 4, () => $"{random.Next(1, 29)}");
                break;
            case Frequency.Monthly or Frequency.Yearly when ofMonths && random.Next(3) > 0:
                fields["byday"] = Some(random, 3, () => $"{Signed(random, 5)}{Days[random.Next(7)]}");
                break;
            case Frequency.Monthly or Frequency.Yearly when ofMonths && random.Next(2) == 0:
                fields["byday"] = Some(random, 3, () => Days[random.Next(7)]);
                break;
            case Frequency.Yearly when random.Next(2) == 0 && !ofMonths:
                fields["byyearday"] = Some(random, 4, () => $"{Signed(random, 366)}");
                break;
        }

        switch (random.Next(4))
        {
            case 0:
                fields["count"] = $"{random.Next(1, 60)}";
                break;
            case 1:
                fields["until"] = Iso(start.AddDays(random.Next(2000)));
                break;
        }

        // The standard leaves open what a first date that is none of the rule's means, and ical.js answers in several ways: begin with one that is.
        var first = Recurrence.From(Read(fields))!;
        start = Enumerable.Range(0, 1000).Select(start.AddDays).FirstOrDefault(date => first.Includes(new CalendarDay(date)), start);
        fields["dtstart"] = Iso(start);
        if (fields.ContainsKey("until"))
            fields["until"] = Iso(start.AddDays(random.Next(2000)));
        var rule = Read(fields);
        var text = string.Join(';', fields.Where(field => field.Key is not ("dtstart" or "count" or "until")).Select(field => $"{field.Key.ToUpperInvariant()}={field.Value}"));
        return new(rule, text, start.AddDays(1500));
    }

    private static ScheduleRule Read(Dictionary<string, string> fields)
    {
        Assert.True(ScheduleRuleReader.TryRead(name => fields.GetValueOrDefault(name, ""), out var rule, out var problem), problem);
        return rule;
    }

    private static string Some(Random random, int most, Func<string> one) =>
        string.Join(',', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => one()).Distinct());

    private static int Signed(Random random, int most) => random.Next(1, most + 1) * (random.Next(3) == 0 ? -1 : 1);

    private static async Task<string[][]> AskAsync(IEnumerable<Question> questions)
    {
        using var node = Process.Start(TwilioOracle.Node(Path.Combine(TwilioOracle.Folder, "recurrence.js")))!;
        var answers = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(questions.Select(question => new
        {
            start = Iso(question.Rule.DtStart!.Value),
            rule = question.Text,
            count = question.Rule.Count ?? int.MaxValue,
            until = Iso(question.Rule.Until is { } until && until < question.To ? until : question.To).Replace("-", "", StringComparison.Ordinal),
        })));
        node.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await node.WaitForExitAsync(patience.Token);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<string[][]>(await answers)!;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Question(ScheduleRule Rule, string Text, DateOnly To);
}
