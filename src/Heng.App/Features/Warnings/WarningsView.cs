using Heng.App.CommandLine;
using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Live.Notes;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Warnings;

/// <summary>Which are listed: all that are open, those that nobody has, those that somebody has, those that are over since midnight.</summary>
public enum WarningShow { ToHandle, Waiting, Taken, Over }

/// <summary>A shop and a group of those that one may see, or all.</summary>
public sealed record WarningAsk(string? Shop = null, string? Group = null, WarningShow Show = WarningShow.ToHandle);

/// <summary>One of those that a warning stands for. Chat: where it is read.</summary>
public sealed record WarningPartRow(WarnedPart Of, DateTime At, string? Chat);

/// <summary>Whose turn it is, by office and name.</summary>
public sealed record WarningTurn(int Level, IReadOnlyList<string> Names);

/// <summary>A warning with what the viewer may do. Times are the wall's. Now: what holds at present, of one that is over what it had come to.</summary>
public sealed record WarningRow(long Id, WarningState State, Raised Now, DateTime At)
{
    /// <summary>Where it stands for several.</summary>
    public IReadOnlyList<WarningPartRow> Parts { get; init; } = [];
    /// <summary>Where nobody has taken it; null where there is nobody to ask.</summary>
    public WarningTurn? Turn { get; init; }
    /// <summary>Where whom it is about talks today.</summary>
    public string? Chats { get; init; }
    public bool MayTake { get; init; }
    public bool MaySolve { get; init; }
    public bool MayComment { get; init; }
    public string? Chat { get; init; }
    public IReadOnlyList<(WarningHappening Of, DateTime At)> Happened { get; init; } = [];
}

/// <summary>Those that are asked for: open ones by gravity, those that are over the newest first. Passed: how many ended before anybody was told.</summary>
public sealed record WarningsView(WarningAsk Ask, IReadOnlyList<WarningRow> Rows, DateTime At)
{
    /// <summary>How many there are in each list.</summary>
    public IReadOnlyDictionary<WarningShow, int> Counts { get; init; } = new Dictionary<WarningShow, int>();
    /// <summary>With how many are open there.</summary>
    public IReadOnlyList<(string Name, int Open)> Shops { get; init; } = [];
    public IReadOnlyList<(string Name, int Open)> Groups { get; init; } = [];
    /// <summary>How many of those that are over are not listed.</summary>
    public int More { get; init; }
    public IReadOnlyList<(WarningKind Kind, int Count)> Passed { get; init; } = [];
    public bool MaySet { get; init; }
    public bool MayReport { get; init; }
    public Refusal? Refused { get; init; }
}

public sealed record WarningSettingsView(WarningRules Rules, bool MaySet)
{
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Shifts { get; init; } = [];
    public Refusal? Refused { get; init; }
    public bool Did { get; init; }
    /// <summary>What the line that waits to be filled in begins with; null: the limits shown.</summary>
    public WarningLimits? Blank { get; init; }
    /// <summary>What was typed, by field, where the form was sent.</summary>
    public IReadOnlyDictionary<string, string>? Typed { get; init; }
    /// <summary>Where somebody asked what the rules would have raised.</summary>
    public WarningPreviewView? Preview { get; init; }
}

/// <summary>A day with what the rules that stand and those that are typed would have raised; null where no chats cover it.</summary>
public sealed record PreviewDay(DateOnly Day, DayRaised? Stands, DayRaised? Typed);

/// <summary>The newest day first. LeftOut: days that were not gone through, for they are too many messages.</summary>
public sealed record WarningPreviewView(IReadOnlyList<PreviewDay> Days, IReadOnlyList<DateOnly> LeftOut);

/// <summary>Raised is solved, ended, stopped by limits, merged and open together.</summary>
public sealed record WarningReportView(Month Month, IReadOnlyList<WarningSpeed> Rows, int Raised, int Solved, int Ended, int Stopped, int Merged, int Open);

/// <summary>A line of a running chat; the buyer's name is masked in it.</summary>
public sealed record LiveLine(DateTime At, Sender From, string Who, IReadOnlyList<TextPiece> Pieces, IReadOnlyList<Wording> Found, Wording? Notice = null);

public sealed record LiveNote(long Id, NoteState State, IReadOnlyList<(NoteHappening Of, DateTime At)> Happened, bool MayAcknowledge, bool MayAnswer)
{
    /// <summary>To whom looks.</summary>
    public bool IsMine { get; init; }
}

/// <summary>A chat of today as it stands. WaitsSeconds: how long its buyer waits.</summary>
public sealed record LiveChatView(string Shop, long Reception, string? Agent, string? Group, string Buyer, int? WaitsSeconds, IReadOnlyList<LiveLine> Lines)
{
    public IReadOnlyList<LiveNote> Notes { get; init; } = [];
    public bool MayWrite { get; init; }
    public Refusal? Refused { get; init; }
    /// <summary>A note was just sent.</summary>
    public bool Did { get; init; }
    /// <summary>Where it is no chat of today any more: its page among the records.</summary>
    public string? Elsewhere { get; init; }
}

/// <summary>What came of answering a note, and where one was.</summary>
public sealed record NoteDone(Refusal? Refused, string Back);

public delegate Task<Seen<WarningsView>> WarningsFor(WarningAsk ask, long? id, IFormCollection? form, HttpContext context);
public delegate Task<Seen<WarningSettingsView>> WarningSettingsFor(IFormCollection? form, HttpContext context);
public delegate Task<Seen<WarningSettingsView>> WarningPreviewFor(IFormCollection form, HttpContext context);
public delegate Task<Seen<WarningReportView>> WarningReportFor(Month? month, HttpContext context);
public delegate Task<Seen<LiveChatView>> LiveChatFor(string? shop, long? reception, IFormCollection? form, HttpContext context);
