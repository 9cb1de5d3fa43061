using Heng.App.CommandLine;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Exams;

/// <summary>What a form says of an exam; Draws as typed, a line each: tag and how many.</summary>
public sealed record ExamForm(string Name, string Bank, string FixedIds, string Draws, int? Minutes, Instant? Opens, Instant? Closes, decimal? Pass, int? Tries, AskedChoice Asked)
{
    /// <summary>Counts stand under a bank that is not the one chosen.</summary>
    public bool DrawsElsewhere { get; init; }

    public static readonly ExamForm Empty = new("", "", "", "", 30, null, null, 60, 1, AskedChoice.None);
}

public sealed record ExamRow(long Id, ExamState State, bool Asked, ExamResult? Own);

public sealed record BankRow(ExamBank Bank, int Version, string By, Instant At);

public sealed record ExamsView(IReadOnlyList<ExamRow> Rows, IReadOnlyList<BankRow> Banks, Instant Now)
{
    public IReadOnlyList<AskedPerson> MayAsk { get; init; } = [];
    public bool MayBring { get; init; }
    public ExamForm Form { get; init; } = ExamForm.Empty;
    public IReadOnlyList<BankError> BankErrors { get; init; } = [];
    public Refusal? Refused { get; init; }
    public string? Did { get; init; }
}

/// <summary>One of those asked, as far as the viewer sees them. Open: words of theirs that wait for points.</summary>
public sealed record ExamPersonRow(string Name, string? Group, ExamResult Result, bool Sits, bool WaitsForPoints);

public sealed record ExamView(long Id, ExamState State, string BankName, int Questions, string Me, Instant Now)
{
    public ExamResult? Own { get; init; }
    public bool Sits { get; init; }
    public bool IsAsked => State.Setting.Asked.Contains(Me, StringComparer.Ordinal);
    public IReadOnlyList<ExamPersonRow> People { get; init; } = [];
    /// <summary>After the window alone, and for who sees groups.</summary>
    public IReadOnlyList<ItemFigures> Items { get; init; } = [];
    public bool MayScore { get; init; }
    public int ToScore { get; init; }
    public bool MayChange { get; init; }
    public IReadOnlyList<BankRow> Banks { get; init; } = [];
    public IReadOnlyList<AskedPerson> MayAsk { get; init; } = [];
    public ExamForm Form { get; init; } = ExamForm.Empty;
    public bool ShowsAnswers => State.IsOver(Now) && !State.IsCalledOff;
    public Refusal? Refused { get; init; }
}

/// <summary>The running sheet. It is rendered from what may be seen: nothing of it goes to the page but texts and the viewer's own answers.</summary>
public sealed record SittingView(long Exam, string Name, SittingState Sitting, IReadOnlyList<PaperQuestion> Paper, Instant Now)
{
    public Refusal? Refused { get; init; }
    public bool Saved { get; init; }
    public bool AsksAgain { get; init; }
    public int Answered => Paper.Count(p => Sitting.AnswerTo(p.Question.Id) is { IsEmpty: false });
    public long SecondsLeft => Math.Max(0, Sitting.Until.SecondsSince(Now));
}

/// <summary>An answer in words without its writer. Token tells which, and nothing of whose.</summary>
public sealed record WordsRow(string Token, string Text, decimal? Points, string Comment, string? TypedPoints);

public sealed record WordsQuestion(ExamQuestion Question, IReadOnlyList<WordsRow> Rows);

public sealed record WordsView(long Exam, string Name, IReadOnlyList<WordsQuestion> Questions)
{
    public Refusal? Refused { get; init; }
    public bool Saved { get; init; }
}

/// <summary>A field of the sheet: places as shown or words, and what stood there when the page was made.</summary>
public sealed record SheetField(int Number, IReadOnlyList<int> Shown, string Text, string From);

public sealed record SheetForm(string Act, IReadOnlyList<SheetField> Fields);

public sealed record WordsMark(string Token, string Points, string Comment);

public delegate Task<(Seen<ExamsView> Seen, long? Begun)> ExamsFor(ExamForm? set, HttpContext context);
public delegate Task<Seen<ExamsView>> BankFor(string path, string fileName, string id, string name, HttpContext context);
public delegate Task<Seen<ExamView>> ExamFor(long id, string? act, ExamForm? form, string why, HttpContext context);
public delegate Task<Seen<SittingView>> SittingFor(long exam, SheetForm? form, HttpContext context);
public delegate Task<Seen<WordsView>> WordsFor(long exam, IReadOnlyList<WordsMark>? marks, HttpContext context);
