using System.Collections.Immutable;
using AppelAide.Dialogue.Actions;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Language;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Engine;

/// <summary>How an input is heard: line-wide keys and words first, then the wait, then once more, then a person.</summary>
public sealed partial class DialogueRun
{
    /// <summary>The variable of a need named as the equal of <c>need</c>, with its label.</summary>
    internal const string OtherNeed = "other-need";

    internal void Hear(CallerInput input)
    {
        if (WaitAt(before.At) is { } found)
        {
            (dialogue, node, step) = (found.Dialogue, found.Node, found.Node.Steps.Length);
            Take(() => Hear(node.Wait!, input));
        }
        else
        {
            Divert($"{before.At.NodeId} is no wait of version {script.Version}");
        }

        Continue();
    }

    /// <summary>Says for the log how the input was understood; the last word counts.</summary>
    internal void Understand(string intent, string? need, string? choice, double confidence) =>
        understood = new Understood(intent, need, choice, Math.Round(Math.Clamp(confidence, 0, 1), 2));

    internal void NameNeed(string id)
    {
        if (!script.Needs.TryGetValue(id, out var need)) throw new ScriptDefectException($"there is no need {id}");
        understood = (understood ?? new Understood(Intents.Referral, null, null, 1)) with { Need = id };
        Set("need", id);
        foreach (var (language, label) in need.Labels) Set($"need.label.{language}", label);
    }

    internal void Reunderstand(string intent) => understood = understood is null ? null : understood with { Intent = intent };

    /// <summary>The question was answered: <c>#</c> may come back to it.</summary>
    internal void Leave()
    {
        Remember();
        Settle();
        if (dialogue.Name == StartDialogue) variables = WithoutOffer(variables);
    }

    /// <summary>Something else begins: its silences and repeats are counted anew.</summary>
    internal void Settle() => (misses, repeats) = (0, 0);

    /// <summary>What follows is about something else: a need named before is not its need.</summary>
    internal void BeginSubject()
    {
        Set("need", "");
        Set(OtherNeed, "");
        foreach (var language in Languages.All)
        {
            Set($"need.label.{language}", "");
            Set($"{OtherNeed}.label.{language}", "");
        }
    }

    internal void MissWith(string promptId)
    {
        misses++;
        repeats = 0;
        var wait = node.Wait!;
        if (misses >= (wait.Tries > 0 ? wait.Tries : script.Line.Tries) && IsVoice)
        {
            Exhaust(wait);
            return;
        }

        Say(promptId);
        Replay(choicesOnly: misses > 1 || !IsVoice);
    }

    /// <summary>What was heard led elsewhere, and meant nothing there either: back to the question that heard it.</summary>
    internal void MissAfterAll()
    {
        if (TakeBack(_ => true) is not { } point)
        {
            Return();
            return;
        }

        Restore(point);
        misses = before.Misses;
        MissWith(LinePrompts.NotUnderstood);
    }

    internal string Folded(string text) => TextFolding.Fold(Bounded(text));

    internal string Bounded(string text)
    {
        if (text.Length <= EngineLimits.HeardCharacters) return text;
        // Never half of a character.
        var end = EngineLimits.HeardCharacters;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }

    internal string IntentOf(Choice choice) =>
        script.Keywords.TryGetValue(choice.Hears, out var keyword) && keyword.Intent.Length > 0 ? keyword.Intent : Intents.Answer;

    /// <summary>A choice that hears a keyword of the whole line begins what that keyword begins.</summary>
    internal bool BeginsSubject(Choice choice) =>
        script.Keywords.TryGetValue(choice.Hears, out var keyword) && keyword.Target.Length > 0 && !keyword.Returns;

    internal bool IsNoName(string folded) => script.IsNoName(folded);

    internal ImmutableArray<string> Hints(string subject) => context.Hints.GetValueOrDefault(subject, []);

    private void Hear(Wait wait, CallerInput input)
    {
        if (wait is TransferWait) wait.Accept(this, input);
        else if (before.TurnNumber >= EngineLimits.Turns && before.TurnNumber % EngineLimits.Turns == 0) LeadToPerson();
        else if (!HearLineWide(wait, input) && !wait.Accept(this, input)) Miss(input);
    }

    private bool HearLineWide(Wait wait, CallerInput input)
    {
        switch (input)
        {
            case DigitsInput { Digits: [var key] } when !(key == '9' && wait.TakesNine(this)):
                return script.KeywordOfKey(key.ToString()) is { } pressed && Obey(pressed, wait, "", 1);
            case RecordingInput { Digits: [var key and ('0' or '*' or '9')] }:
                return script.KeywordOfKey(key.ToString()) is { } ended && Obey(ended, wait, "", 1);
            case SpeechInput speech:
                return HearWords(wait, speech.Text, speech.Confidence);
            case TextInput { Text: var text } when text.Trim() is "0" or "*" or "#" || text.Trim() == "9" && !wait.TakesNine(this):
                return script.KeywordOfKey(text.Trim()) is { } texted && Obey(texted, wait, "", 1);
            case TextInput text:
                return HearWords(wait, text.Text, 1);
            default:
                return false;
        }
    }

    private bool HearWords(Wait wait, string text, double confidence)
    {
        var folded = Folded(text);
        if (folded.Length == 0 || wait.Claims(folded) || script.Recognise(before.Channel, folded, IsVoice ? folded : Bounded(text), Language) is not { } heard) return false;
        var (keyword, need, tongue, match) = heard;
        // Shott is a name; "shot" is not.
        if (wait.TakesNames && keyword is { Intent: Intents.Emergency } && match is { Length: 1, Score: < 1 }) return false;
        if (keyword is not { Intent: Intents.Emergency or Intents.Stop })
        {
            if (keyword?.Does == "more" && before.Rest.Length == 0 && !(wait.IsBare && keyword.Target.Length > 0)) return false;
            var tokens = folded.AsSpan().Count(' ') + 1;
            if (wait.TakesNames && !(keyword is { Key: "0" } or { Does: "repeat" or "back" } && match.Score == 1 && script.IsAlone(before.Channel, folded, match))) return false;
            if (wait.TakesAnyWords && !wait.TakesNames && match.Length < tokens) return false;
            if (wait is PlaceWait && match.Length * 2 < tokens) return false;
            if (wait is ChoiceWait menu && keyword?.Does != "more" && menu.Match(this, folded) is { } own && Offered(menu, own.Key)
                && own.Score >= match.Score - 0.001 && own.Length >= match.Length && !(need is not null && (AsksForNeeds(menu, own.Key) || NamesAfterNo(menu, own, match, folded))))
                return false;
            if (wait is ChoiceWait narrowed && narrowed.HearsItself(folded, heard, Language)) return false;
        }

        // The first text of somebody unknown is answered in the language that it is written in.
        if (!IsVoice && before.TurnNumber == 0 && Value("caller.known").Length == 0 && Value("line.offersEnglish").Length > 0) Language = tongue;
        if (keyword is not null) return Obey(keyword, wait, text, confidence * match.Score);
        if (wait is ChoiceWait { Needs.Length: > 0 } asking)
        {
            Understand(Intents.Answer, need!.Id, null, confidence * match.Score);
            Leave();
            Set(ChoiceWait.HeardText, folded);
            GoTo(asking.Needs);
            return true;
        }

        Understand(Intents.Referral, null, null, confidence * match.Score);
        Leave();
        NameNeed(need!.Id);
        Set(OtherNeed, heard.OtherNeed?.Id ?? "");
        foreach (var language in Languages.All) Set($"{OtherNeed}.label.{language}", heard.OtherNeed?.Labels.GetValueOrDefault(language) ?? "");
        Set(ChoiceWait.HeardText, folded);
        Lead(script.Line.Needs);
        return true;
    }

    private bool Offered(ChoiceWait menu, string key) => menu.Choices.Any(choice => choice.Key == key && Holds(choice.When));

    /// <summary>"Non, plutôt un dentiste": what is named says more than the "no" before it. Where needs are answers, "no" is one too.</summary>
    private static bool NamesAfterNo(ChoiceWait menu, PhraseMatch own, PhraseMatch need, string folded) =>
        menu.Needs.Length == 0 && own is { Start: 0, Length: 1 } && need is { Start: > 0, IsLast: false }
        && (folded.StartsWith("non ", StringComparison.Ordinal) || folded.StartsWith("no ", StringComparison.Ordinal));

    /// <summary>Whether a choice leads where needs are asked for: a need that is named ("help with my taxes") says more than "help".</summary>
    private bool AsksForNeeds(ChoiceWait menu, string key) =>
        script.Keywords.TryGetValue(menu.Choices.First(choice => choice.Key == key).Hears, out var keyword) && keyword.Target == script.Line.Needs;

    private bool Obey(Keyword keyword, Wait wait, string text, double confidence)
    {
        Understand(keyword.Intent.Length > 0 ? keyword.Intent : Intents.Answer, null, null, confidence);
        switch (keyword.Does)
        {
            case "repeat" when wait.IsBare:
                return false;
            case "repeat":
                repeats++;
                if (repeats == 2 && IsVoice && !Slow)
                {
                    Slow = true;
                    Say(LinePrompts.Slower);
                }

                Replay(choicesOnly: false);
                return true;
            case "back":
                return GoBack() || !wait.IsBare;
            case "more" when before.Rest.Length > 0:
                said.Add(before.Rest, Language);
                Replay(choicesOnly: true);
                return true;
        }

        if (keyword.Returns)
        {
            Remember();
            Settle();
            Set(ChoiceWait.HeardText, Folded(text));
            Set("heard.words", Bounded(text.Trim()));
            Call(keyword.Target, Here);
            return true;
        }

        Leave();
        BeginSubject();
        Set(ChoiceWait.HeardText, Folded(text));
        Lead(keyword.Target);
        return true;
    }

    private void Miss(CallerInput input)
    {
        switch (input)
        {
            case DigitsInput { Digits.Length: > 0 } digits:
                Set("heard.key", digits.Digits.Length > 6 ? digits.Digits[..6] : digits.Digits);
                Understand(Intents.Unknown, null, null, 1);
                MissWith(LinePrompts.WrongKey);
                break;
            case SpeechInput or TextInput:
                Understand(Intents.Unknown, null, null, 0);
                MissWith(LinePrompts.NotUnderstood);
                break;
            default:
                MissWith(LinePrompts.Silence);
                break;
        }
    }

    private void Exhaust(Wait wait)
    {
        if (wait.Exhausted.Length == 0)
        {
            LeadToPerson();
            return;
        }

        Leave();
        GoTo(wait.Exhausted);
    }

    private void LeadToPerson()
    {
        Remember();
        Settle();
        Say(LinePrompts.Exhausted);
        Call(script.Line.Exhausted, Here);
    }

    /// <summary>Puts the node's question again: its words and its choices, or the choices alone.</summary>
    private void Replay(bool choicesOnly)
    {
        var wait = node.Wait!;
        step = node.Steps.Length;
        // Where a person is already what the question is about, none is offered; and nothing may come between "speak after the tone" and the tone.
        var offersPerson = (misses > 1 || misses > 0 && !IsVoice) && dialogue != script.Find(script.Line.Exhausted, "")?.Dialogue;
        if (offersPerson && IsVoice && wait is OpenAnswerWait) Say(LinePrompts.OrPerson);
        if (!choicesOnly || wait is not ChoiceWait { Choices.Length: > 0 })
            foreach (var words in node.Steps.OfType<Say>().Where(words => Holds(words.When)))
                words.Execute(this);
        var expectation = wait.Present(this, patient: misses > 0);
        if (offersPerson && !(IsVoice && wait is OpenAnswerWait)) Say(LinePrompts.OrPerson);
        Finish(expectation, ended: false);
    }
}
