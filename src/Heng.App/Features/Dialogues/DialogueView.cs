using Heng.App.CommandLine;
using Heng.App.Features.Exams;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;

namespace Heng.App.Features.Dialogues;

public sealed record DialogueForm(string Name, string Script, Instant? Opens, Instant? Closes, AskedChoice Asked)
{
    public static readonly DialogueForm Empty = new("", "", null, null, AskedChoice.None);
}

/// <summary>One's own run, or none.</summary>
public sealed record DialogueRow(long Id, DialogueState State, bool Asked, DialogueRunState? Own, DialogueScript Script);

public sealed record ScriptRow(DialogueScript Script, int Version, string By, Instant At);

public sealed record DialoguesView(IReadOnlyList<DialogueRow> Rows, IReadOnlyList<ScriptRow> Scripts, Instant Now)
{
    public IReadOnlyList<AskedPerson> MayAsk { get; init; } = [];
    public bool MayBring { get; init; }
    public DialogueForm Form { get; init; } = DialogueForm.Empty;
    public IReadOnlyList<BankError> ScriptErrors { get; init; } = [];
    public Refusal? Refused { get; init; }
    public string? Did { get; init; }
}

/// <summary>One of those asked, as far as the viewer sees them; Run is the number of their run.</summary>
public sealed record DialoguePersonRow(string Name, string? Group, long? Run, DialogueRunState? State);

public sealed record DialogueView(long Id, DialogueState State, DialogueScript Script, string Me, Instant Now)
{
    public (long Id, DialogueRunState State)? Own { get; init; }
    public bool IsAsked => State.Setting.Asked.Contains(Me, StringComparer.Ordinal);
    public IReadOnlyList<DialoguePersonRow> People { get; init; } = [];
    public bool MayChange { get; init; }
    public Refusal? Refused { get; init; }
}

/// <summary>The chat as it runs. Of the script the page holds the buyer's lines so far, and nothing else.</summary>
public sealed record DialogueRunView(long Dialogue, string Name, DialogueRunState Run, DialogueScript Script, Instant Now)
{
    public string Typed { get; init; } = "";
    public Refusal? Refused { get; init; }
}

/// <summary>A run that is over, with the machine's aids and, once scored, the points.</summary>
public sealed record DialogueSheetView(long Id, long Dialogue, string Name, DialogueRunState Run, DialogueScript Script, IReadOnlyList<DialogueAid> Aids)
{
    public bool MayScore { get; init; }
    /// <summary>What a good answer contains is for who scores, and after the scoring for who wrote it.</summary>
    public bool ShowsGood { get; init; }
    public IReadOnlyList<TypedMark> Typed { get; init; } = [];
    public string Comment { get; init; } = "";
    public Refusal? Refused { get; init; }
}

/// <summary>Points as typed.</summary>
public sealed record TypedMark(string Item, string Points, string Comment);

public sealed record DialogueMarks(IReadOnlyList<TypedMark> Marks, string Comment);

public delegate Task<(Seen<DialoguesView> Seen, long? Begun)> DialoguesFor(DialogueForm? set, HttpContext context);
public delegate Task<Seen<DialoguesView>> ScriptFor(string path, string fileName, HttpContext context);
public delegate Task<Seen<DialogueView>> DialogueFor(long id, string? act, string why, HttpContext context);
public delegate Task<Seen<DialogueRunView>> DialogueRunFor(long id, (int Step, string Text)? reply, HttpContext context);
public delegate Task<Seen<DialogueSheetView>> DialogueSheetFor(long run, DialogueMarks? marks, HttpContext context);
