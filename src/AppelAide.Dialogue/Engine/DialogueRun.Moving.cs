using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Engine;

/// <summary>How the conversation moves: to a node, into a dialogue and out of it, back, and on with an earlier call.</summary>
public sealed partial class DialogueRun
{
    /// <summary>The step of a position that stands at its node's wait: to come back there is to put the question again.</summary>
    private const int AtItsWait = -1;

    private const string Offer = "resume.what";

    private Position Here => new(dialogue.Name, node.Name, AtItsWait);

    private string StartDialogue => script.Find(script.Line.Start, "")?.Dialogue.Name ?? "";

    /// <summary>Goes to a node of this dialogue, or to another dialogue for good.</summary>
    internal void GoTo(string target)
    {
        if (script.Find(target, dialogue.Name) is not { } found) throw new ScriptDefectException($"{target} is nowhere");
        // Another dialogue, gone to for good, comes back to nobody.
        if (found.Dialogue != dialogue) stack.Clear();
        Enter(found.Dialogue, found.Node);
    }

    internal void Call(string target) => Call(target, new Position(dialogue.Name, node.Name, step));

    internal void Return()
    {
        while (stack.Count > 0)
        {
            var back = stack[^1];
            stack.RemoveAt(stack.Count - 1);
            if (script.Find(back.NodeId, "") is not { } found || back.Step == AtItsWait && found.Node.Wait is null) continue;
            (dialogue, node, step) = (found.Dialogue, found.Node, back.Step);
            if (step != AtItsWait) return;
            ForgetSince(back);
            PutAgain();
            return;
        }

        if (IsWriting) throw new ScriptDefectException("a message leads to no conversation");
        Lead(IsVoice ? script.Line.Start : script.Line.StartSms);
    }

    /// <summary>Makes the offer to go on with a call that was cut off; one that was offered in that call and not answered stands.</summary>
    internal void OfferToResume(Session? earlier)
    {
        if (earlier is null || earlier.Ended || earlier.Channel != before.Channel) return;
        var point = new Checkpoint(earlier.At, earlier.Stack, WithoutOffer(earlier.Variables));
        if (Resumption(point) is not { } prompt)
        {
            if (earlier.Resumable is not { } former || !earlier.Variables.Keys.Any(IsOffer) || Resumption(former) is not { } formerPrompt) return;
            (point, prompt) = (former, formerPrompt);
        }

        resumable = point;
        foreach (var language in Languages.All)
        {
            var what = new PromptRenderer(before.Channel, DateOnly.FromDateTime(context.Now));
            if (prompt.For(language, before.Channel) is { } text) what.Add(text, language, name => ValueIn(point.Variables, name, language));
            Set($"{Offer}.{language}", string.Join(' ', what.Finish().Select(utterance => utterance.Text)));
        }
    }

    internal void ResumeEarlier()
    {
        if (resumable is not { } point || WaitAt(point.At) is null)
        {
            Return();
            return;
        }

        resumable = null;
        history.Clear();
        Settle();
        Restore(point);
        Replay(choicesOnly: false);
    }

    /// <summary>Goes to a dialogue or node by its whole name, for good: a node of the same name here is another.</summary>
    private void Lead(string target)
    {
        if (script.Find(target, "") is not { } found) throw new ScriptDefectException($"{target} is nowhere");
        stack.Clear();
        Enter(found.Dialogue, found.Node);
    }

    private void Call(string target, Position back)
    {
        if (script.Find(target, "") is not { } found) throw new ScriptDefectException($"{target} is nowhere");
        // Called again from inside itself (0 pressed while waiting for the person): it begins anew, and still returns to the first caller.
        var inside = stack.FindIndex(position => position.Dialogue == found.Dialogue.Name);
        if (inside >= 0) stack.RemoveRange(inside, stack.Count - inside);
        else if (dialogue.Name != found.Dialogue.Name) stack.Add(back);
        if (stack.Count > EngineLimits.Depth) stack.RemoveAt(0);
        Enter(found.Dialogue, found.Node);
    }

    /// <summary>Back at an interrupted question. A text message still shows it, unless it was in the other language.</summary>
    private void PutAgain()
    {
        step = node.Steps.Length;
        if (IsVoice || said.IsEmpty || Language != before.Language) Replay(choicesOnly: false);
        else Finish(new GatherExpectation(1, EngineLimits.AnswerSeconds, 1, []), ended: false);
    }

    private void Enter(Definition.Dialogue to, Node at)
    {
        (dialogue, node, step) = (to, at, 0);
        Record(new NodeEntered($"{to.Name}.{at.Name}"));
    }

    /// <returns>False when there was no question to go back to, and the present one was put again if it has words.</returns>
    private bool GoBack()
    {
        Settle();
        var earlier = TakeBack(point => !WaitAt(point.At)!.Value.Node.Wait!.IsBare && (point.At != Here || !AreSame(point.Variables, variables)));
        if (earlier is not null) Restore(earlier);
        if (!node.Wait!.IsBare) Replay(choicesOnly: false);
        return earlier is not null;
    }

    /// <summary>The question now put, for <c>#</c> to come back to, as it was when it was put.</summary>
    private void Remember()
    {
        var point = new Checkpoint(Here, [.. stack], before.Variables);
        if (history.Count == 0 || history[^1].At != point.At || !AreSame(history[^1].Variables, point.Variables)) history.Add(point);
        if (history.Count > EngineLimits.History) history.RemoveAt(0);
    }

    /// <summary>Forgets what an interruption added: it is over, and the question that it interrupted is put again.</summary>
    private void ForgetSince(Position interrupted)
    {
        while (history.Count > 0 && history[^1].Stack.Length > stack.Count) history.RemoveAt(history.Count - 1);
        if (history.Count > 0 && history[^1].At == interrupted && history[^1].Stack.Length == stack.Count) history.RemoveAt(history.Count - 1);
    }

    /// <summary>The newest remembered wait that the script still has, and that will do; the newer ones are forgotten.</summary>
    private Checkpoint? TakeBack(Func<Checkpoint, bool> will)
    {
        while (history.Count > 0)
        {
            var point = history[^1];
            history.RemoveAt(history.Count - 1);
            if (WaitAt(point.At) is not null && will(point)) return point;
        }

        return null;
    }

    private void Restore(Checkpoint point)
    {
        var found = WaitAt(point.At)!.Value;
        stack.Clear();
        stack.AddRange(point.Stack);
        variables = point.Variables;
        (dialogue, node, step) = (found.Dialogue, found.Node, found.Node.Steps.Length);
    }

    /// <summary>A wait of this version of the script; null when the session was at another version's.</summary>
    private (Definition.Dialogue Dialogue, Node Node)? WaitAt(Position at) =>
        script.Find(at.NodeId, "") is { Node.Wait: not null } found ? found : null;

    /// <summary>What a point calls itself when it is worth going on from: a transfer is not, it would ring a person again.</summary>
    private Prompt? Resumption(Checkpoint point) =>
        WaitAt(point.At) is { Node.Wait: not TransferWait } found ? script.Prompts.GetValueOrDefault(found.Dialogue.ResumePrompt) : null;

    private static bool IsOffer(string name) => name.StartsWith(Offer + ".", StringComparison.Ordinal);

    private static Variables WithoutOffer(Variables values) =>
        values.Keys.Any(IsOffer) ? Variables.Of(values.Where(value => !IsOffer(value.Key))) : values;

    /// <summary>By content: a session that was stored and read again behaves like one that was not.</summary>
    private static bool AreSame(Variables one, Variables other) => one.Holds(other);
}
