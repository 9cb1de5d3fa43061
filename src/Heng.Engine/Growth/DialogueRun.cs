using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>What happens in a run through a script. Stored by number: append, never renumber.</summary>
public enum DialogueRunEvent : byte { Begun, Replied, Scored }

/// <summary>Points for an item of the rubric, with why.</summary>
public sealed record DialogueMark(string Item, decimal Points, string Comment);

/// <summary>What happened. Dialogue and Version are of the beginning, Step and Text of a reply, Marks and Comment of scoring.</summary>
public sealed record DialogueRunHappening(DialogueRunEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public long? Dialogue { get; init; }
    public int? Version { get; init; }
    public int? Step { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<DialogueMark>? Marks { get; init; }
    public string? Comment { get; init; }
}

/// <summary>One person's run through a script, as its events leave it. Times are the server's.</summary>
public sealed record DialogueRunState(IReadOnlyList<DialogueRunHappening> Happened)
{
    public string Who => Happened[0].Who;
    public long Dialogue => Happened[0].Dialogue!.Value;
    public int Version => Happened[0].Version!.Value;
    public Instant BegunAt => Happened[0].At;
    public IReadOnlyList<DialogueRunHappening> Replies => [.. Happened.Where(h => h.What == DialogueRunEvent.Replied)];
    public DialogueRunHappening? Scored => Happened.LastOrDefault(h => h.What == DialogueRunEvent.Scored);
    /// <summary>The step that waits for a reply; as many as there are where all have one.</summary>
    public int Step => Replies.Count;
    public bool IsDone(DialogueScript script) => Step >= script.Steps.Count;
    /// <summary>Done, or left lying until its time was over: what was written by then is what is scored.</summary>
    public bool IsOver(DialogueScript script, Instant now) => IsDone(script) || now > BegunAt.Plus(DialogueCycle.MostSeconds);
    /// <summary>When it ended: with the last reply, or where it was left with none after its time.</summary>
    public Instant EndedAt(DialogueScript script) => IsDone(script) ? Replies[^1].At : BegunAt.Plus(DialogueCycle.MostSeconds);
    public decimal? Points => Scored?.Marks!.Sum(m => m.Points);
}

/// <summary>What the machine sees of a reply (机器提示): aids for whoever scores, which never score by themselves.</summary>
public sealed record DialogueAid(int Seconds, bool InTime, IReadOnlyList<string> Found, IReadOnlyList<string> NotFound, IReadOnlyList<string> Forbidden);

public static class DialogueAids
{
    /// <summary>One a reply, in order. A reply's seconds count from the buyer's line, which comes with the reply before it.</summary>
    public static IReadOnlyList<DialogueAid> Of(DialogueScript script, DialogueRunState run)
    {
        var asked = run.BegunAt;
        var aids = new List<DialogueAid>();
        foreach (var reply in run.Replies)
        {
            var (step, text) = (script.Steps[reply.Step!.Value], reply.Text!);
            var seconds = (int)reply.At.SecondsSince(asked);
            var found = step.Words.ToLookup(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
            aids.Add(new(seconds, seconds <= step.Seconds, [.. found[true]], [.. found[false]], [.. script.Forbidden.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase))]));
            asked = reply.At;
        }
        return aids;
    }
}
