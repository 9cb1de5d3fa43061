using Heng.App.Features.Activities;
using Heng.App.Features.Filing;
using Heng.App.Features.Goals;
using Heng.App.Features.Incidents;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>Incidents, filings, reports, meetings, goals and sessions of invented people.</summary>
public static class FilingSamples
{
    private static readonly DateOnly Day = new(2026, 11, 4), Friday = new(2026, 11, 6);
    private static readonly Instant At = new(1_793_750_000);
    private static readonly string[] Some = [Names[0], Names[1], Names[21], Names[23]];
    private static DateTime Local => ShopClock.Shanghai.ToLocal(At);

    private static OccurrenceState Occurrence(params OccurrenceHappening[] then) => new(Names[21], Day,
    [
        new(OccurrenceEvent.Recorded, Names[1], At, "") { Kind = OccurrenceKind.Error, Name = "地址修改差错", Order = "4000000000001", Cost = 12.5m, Link = "/orders/4000000000001", Words = "把门牌 18 号改成了 81 号，买家收不到。", Evidence = 1, AnswerBy = new(2026, 11, 7) }, .. then,
    ]);

    private static readonly OccurrenceHappening Objection = new(OccurrenceEvent.Objected, Names[21], At, "") { Words = "买家在聊天里写的就是 81 号。" };

    public static IncidentsView Incidents => new([new(3, Occurrence(), true), new(2, Occurrence(new OccurrenceHappening(OccurrenceEvent.Withdrawn, Names[1], At, "记错了人")), false)], OccurrenceTypes.Shipped, Some, Day) { MayComplete = true };
    public static IncidentsView IncidentsRefused => Incidents with { Rows = [], MayComplete = false, Refused = FilingWords.Of(FilingRefusal.NothingShown) };
    public static IncidentView Incident => One(Occurrence()) with { MayAnswer = true };
    public static IncidentView IncidentObjected => One(Occurrence(Objection)) with { MayJudge = true, MayWithdraw = true, MayShow = true, Refused = FilingWords.Of(FilingRefusal.NeedsReason) };
    private static IncidentView One(OccurrenceState state) => new(3, state) { Happened = [.. state.Happened.Select(h => (h, Local))] };

    private static CountedDuty Duty => new("", Day, [new(DutyEvent.Set, Names[1], At, "") { Zh = "上新", En = "New listings", Unit = "款", Pace = DutyPace.Monthly, Goal = 50m, Feeds = DutyFeeds.Task, NeedsEvidence = true, Position = "front-line" }]);
    private static FiledRow Filed(long id, int who, params FiledHappening[] then) => new(id, new(Names[who], Day, [new(FiledEvent.Filed, Names[who], At, "") { Duty = 1, Count = 12m, Note = "秋季新款，主图都换过了", Link = "https://example.com/listing/20261104" }, .. then]), Duty);

    public static FilingView Own => new(Day, [new(1, Duty, 24m, 12m)], [Filed(2, 0), Filed(1, 0, new FiledHappening(FiledEvent.SentBack, Names[1], At, "链接打不开"))], [], []);
    public static FilingView Led => new(Day, [], [], [Filed(2, 0), Filed(3, 21)], [new(Names[0], Duty, 24m, 12m), new(Names[21], Duty, 0m, 12m)]) { MaySet = true };
    public static DutiesView Duties => new([(1, Duty)], Some, ["front-line", "leader"]);

    private static ReportState Report(int who, params ReportHappening[] then) => new(Names[who], Friday, [new(ReportEvent.Handed, Names[who], At, "") { Done = "接待 312 人，催付成功 18 单。", Problems = "流失 12 单：缺货 7、比价 5。", Suggestions = "缺货款改成到货提醒。" }, .. then]);
    public static ReportsView OwnReports => new(Day, DayOfWeek.Friday, [new(Friday, null, null), new(Friday.AddDays(-7), 3, Report(0) with { Due = Friday.AddDays(-7) })], []);
    public static ReportsView LedReports => new(Day, DayOfWeek.Friday, [], [new(Friday, [(3, Report(0))], [Names[21], Names[23]], []), new(Friday.AddDays(-7), [], [Names[21]], [Names[21]])]) { MaySetDay = true, Refused = FilingWords.Of(FilingRefusal.NotOverYet) };
    public static ReportView OneReport => new(3, Report(0)) { MayRead = true, Happened = [(Report(0).Happened[0], Local)] };

    private static MeetingState Meeting => new(Day, [new(MeetingEvent.Noted, Names[1], At, "") { Kind = MeetingKind.Weekly, Group = Groups[0], Attended = [Names[0], Names[21]], Words = "复盘上周流失的 12 单。", Charges = [new("整理缺货款清单", Names[0], Friday), new("补一版比价话术", Names[21], new(2026, 11, 2))] }, new(MeetingEvent.Done, Names[1], At, "") { Place = 0, Day = Day }]);
    public static MeetingsView Meetings => new(Day, [(2, Meeting)], Some) { MayNote = true };
    public static MeetingView OneMeeting => new(2, Meeting, [false, true], Day);

    private static readonly GoalHappening Terms = new(GoalEvent.Proposed, Names[1], At, "") { Name = "微淘粉丝", Kind = GoalKind.Task, Due = new(2026, 11, 30), Start = 800m, Target = 1000m, Words = "以后台月底数为准。" };
    private static AgreedGoal Goal(params GoalHappening[] then) => new(Names[21], [Terms, .. then]);
    private static GoalHappening Agreed => new(GoalEvent.Agreed, Names[21], At, "") { Terms = 1 };
    private static GoalHappening Judged => new(GoalEvent.Judged, Names[1], At, "") { Time = 1m, Quality = 0.8m, Attainment = 0.5m, Now = 900m, State = GoalState.Partly };
    public static GoalsView Goals => new([new(4, Goal(), true), new(3, Goal(Agreed, Judged), false)], Some, Day);
    public static GoalView GoalProposed => Of(Goal()) with { MayAgree = true, MayChange = true, MayDrop = true };
    public static GoalView GoalChanged => Of(Goal(Agreed, Terms with { Target = 1100m })) with { MayCheckIn = true, MayJudge = true, Refused = FilingWords.Of(FilingRefusal.MarksUnclear) };
    public static GoalView GoalJudged => Of(Goal(Agreed, Judged)) with { MaySee = true };
    private static GoalView Of(AgreedGoal goal) => new(4, goal, Day) { Happened = [.. goal.Happened.Select(h => (h, Local))] };

    private static TeamActivity Activity(params ActivityHappening[] then) => new([new(ActivityEvent.Planned, Names[0], At, "") { Kind = ActivityKind.Sharing, Name = "退换货话术", Day = Day, Group = Groups[0], Words = "三类常见退换怎么说。", Link = "https://example.com/slides" }, new(ActivityEvent.SignedUp, Names[21], At, ""), .. then]);
    public static ActivitiesView Activities => new([(5, Activity()), (4, Activity(new ActivityHappening(ActivityEvent.Cancelled, Names[0], At, "改期")))], Day) { MayPlan = true };
    public static ActivityView ActivityPlanned => new(5, Activity(), Day, Some) { MaySignUp = true, MayHold = true, MayCancel = true };
    public static ActivityView ActivityHeld => new(5, Activity(new ActivityHappening(ActivityEvent.Held, Names[1], At, "") { Day = Day, Words = "讲得清楚", Part = [new(Names[0], true), new(Names[21], false)] }), Day, []);
}
