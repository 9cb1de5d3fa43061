using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>A step of a script: what the buyer says, what a good answer contains, words that are looked for in it, and how long the reply should take.</summary>
public sealed record DialogueStep(Wording Buyer, Wording Good, IReadOnlyList<string> Words, int Seconds);

/// <summary>An item of a rubric (评分标准): its points and what they are given for.</summary>
public sealed record DialogueItem(string Id, Wording Name, decimal Points, Wording Definition);

/// <summary>A scripted buyer (模拟对话剧本).</summary>
public sealed record DialogueScript(string Id, Wording Name, Wording Scene, IReadOnlyList<DialogueStep> Steps, IReadOnlyList<string> Forbidden, IReadOnlyList<DialogueItem> Rubric)
{
    public decimal Full => Rubric.Sum(i => i.Points);
}

public enum DialogueScriptEvent : byte { Imported }

public sealed record DialogueScriptHappening(DialogueScriptEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public DialogueScript? Script { get; init; }
}

/// <summary>What a simulated dialogue asks, of whom, when. Stored by number: append, never renumber.</summary>
public enum DialogueEvent : byte { Set, CalledOff }

public sealed record DialogueSetting(string Name, string Script, int Version, Instant Opens, Instant Closes, IReadOnlyList<string> Asked);

public sealed record DialogueHappening(DialogueEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public DialogueSetting? Setting { get; init; }
}

public sealed record DialogueState(IReadOnlyList<DialogueHappening> Happened)
{
    public DialogueSetting Setting => Happened.Last(h => h.Setting is not null).Setting!;
    public string SetBy => Happened[0].Who;
    public bool IsCalledOff => Happened.Any(h => h.What == DialogueEvent.CalledOff);
}
