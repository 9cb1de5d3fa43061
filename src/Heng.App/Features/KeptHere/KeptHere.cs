using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Closing;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.KeptHere;

/// <summary>From which day on a kind of records is kept in Heng, so that a day on which nothing was filed is a day on which nothing happened; none: files say it again.</summary>
public sealed record KeptHereStep(string Who, Instant At, DateOnly? Since) : MatterStep(Who, At, "");

/// <summary>A kind of records that pages file.</summary>
public sealed record FiledKind(Source Source, string Id, Wording Name);

/// <summary>
/// What a shop files on the pages instead of bringing sheets (在衡里登记). A day without a file is unknown and so missing; from the day that is set here on, it is covered each day once
/// it is over, and 0 where nothing was filed.
/// </summary>
public sealed class KeptHere(Database database, TimeProvider time)
{
    public static readonly MatterKind<KeptHereStep> Kind = new("kept-here", s => s.Since is null ? "kept-here-ended" : "kept-here-set");

    public static IReadOnlyList<FiledKind> Kinds { get; } =
    [
        new(Source.Incidents, "incidents", new("行为事件", "Conduct incidents")), new(Source.Errors, "operation-errors", new("操作差错", "Operation errors")),
        new(Source.Handovers, "handovers", new("交接", "Handovers")), new(Source.Cases, "cases", new("工单", "Cases")), new(Source.Tasks, "tasks", new("任务与周报", "Tasks and weekly reports")),
        new(Source.Activities, "activities", new("分享与项目", "Sharing sessions and projects")), new(Source.Training, "training", new("培训", "Training")), new(Source.Exams, "exams", new("考试与模拟对话", "Exams and dialogues")),
        new(Source.Suggestions, "suggestions", new("建议", "Suggestions")),
    ];

    /// <summary>What stands for each kind; null where nobody ever set it.</summary>
    public IReadOnlyDictionary<string, KeptHereStep?> Standing
    {
        get
        {
            var kept = database.Matters(Kind).All.ToDictionary(m => m.Of.About, m => m.Happened[^1], StringComparer.Ordinal);
            return Kinds.ToDictionary(k => k.Id, k => kept.GetValueOrDefault(k.Id), StringComparer.Ordinal);
        }
    }

    public Refusal? Set(FiledKind of, DateOnly? since, Viewer viewer)
    {
        var (now, today) = (new Instant(time.GetUtcNow().ToUnixTimeSeconds()), ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds())));
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (since > today.AddYears(1)) return new("day-too-late", new("日期太晚", "The day is too far ahead"));
        // What is closed was known as it was, and days before it with it.
        if (since is { } day && database.ClosedMonths.Months(SealedMonth.Company).OrderDescending().FirstOrDefault(m => m >= Month.Of(day)) is { Year: > 0 } closed)
            return new("month-closed", new($"{closed} 已关账，从它以后的日子开始", $"{closed} is closed; begin with a day after it"));
        if (since < today.AddYears(-1)) return new("day-too-early", new("日期太早：最多从一年前开始", "The day is too early: a year back at most"));
        var (matters, step) = (database.Matters(Kind), new KeptHereStep(AppraisalDoing.ActorOf(viewer, database.People.Roster).Name, now, since));
        var begun = matters.Begin(new(of.Id, today, today, of.Id), step) is not null;
        if (!begun && !matters.Append(matters.Find(of.Id)!, step)) return DoingWords.ChangedMeanwhile;
        Cover(database, today);
        return null;
    }

    /// <summary>Covers every day that is over. What was covered stays so, whatever is set later.</summary>
    public static void Cover(Database database, DateOnly today)
    {
        foreach (var matter in database.Matters(Kind).All)
            if (matter.Happened[^1].Since is { } since && since < today && Kinds.FirstOrDefault(k => k.Id == matter.Of.About) is { } of)
                database.Coverage.Add(Shops.Company.Id, of.Source, Uncovered(database, of.Source, since), today.AddDays(-1));
    }

    /// <summary>Days before the last that was covered without a gap need no writing again.</summary>
    private static DateOnly Uncovered(Database database, Source source, DateOnly since) =>
        database.Coverage.Stretches(Shops.Company.Id).FirstOrDefault(s => s.Source == source && s.First <= since && s.Last >= since) is { Last: var last } stretch && stretch.First != default ? last : since;
}
