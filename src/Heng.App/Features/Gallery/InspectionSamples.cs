using Heng.App.Features.Inspections;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>Inspections, plans, agreement and calibrations of invented people.</summary>
public static class InspectionSamples
{
    private static readonly DateOnly Day = new(2026, 10, 12), Today = new(2026, 11, 4);
    private static readonly Instant At = new(1_793_750_000);
    private static readonly string Long = Names[21], Inspector = Names[23], Hash = new('a', 64);
    private static readonly InspectionForm S7 = InspectionFormFile.Shipped[0], Calls = InspectionFormFile.Shipped[1];
    private static readonly CriterionMark[] Marks =
    [
        new("hard-tone", Verdict.Found, 2, "m4", "买家第二次问尺码时回了“前面说过了”，语气生硬。"), new("forbidden-address", Verdict.Found, 1, null, "用了“你”"), new("remark-missing", Verdict.NotApplicable), new("praise-wording", Verdict.Found),
    ];

    private static DateTime Local => ShopClock.Shanghai.ToLocal(At);
    private static InspectionHappening Step(InspectionEvent what, string who) => new(what, who, At, "");
    private static InspectionState State(Sampled of, bool second, params InspectionHappening[] then) => new(Long, Day, [Step(InspectionEvent.Drawn, Names[1]) with
        { Plan = 1, Item = "r1", Kind = InspectionKind.Company, Of = of, Group = Groups[0], Stratum = "售前一组/09–18/front-line/risk", Second = second, Due = new(2026, 11, 8) }, .. then]);

    private static InspectionHappening Taken(string who) => Step(InspectionEvent.Taken, who) with { To = who };
    private static InspectionHappening Inspected(string who, bool last = true) => Step(InspectionEvent.Inspected, who) with { Marks = Marks, Words = "总体规范，注意语气。", AnswerBy = last ? new(2026, 11, 7) : null };

    private static InspectionView One(InspectionState state, InspectionForm form) => new(3, state, form, "十一月第一周抽检（售前、售后与夜班三条线）", state.Drawn.Of == Sampled.Receptions ? ReceptionSamples.Full("r1") : null, null)
    {
        Happened = [.. state.Happened.Select(h => (h, Local))], Shown = state.Result is { } result ? [new(null, result, InspectionCard.Of(form, result))] : [],
    };

    public static InspectionView ToMark => One(State(Sampled.Receptions, false, Taken(Inspector)), S7) with { May = new HashSet<InspectionEvent> { InspectionEvent.Inspected, InspectionEvent.Released }, Filled = Marks, Refused = InspectionRefusals.Of(InspectionRefusal.Unmarked, S7, Marks) };
    public static InspectionView Told => One(State(Sampled.Receptions, false, Taken(Inspector), Inspected(Inspector)), S7) with { Own = true, May = new HashSet<InspectionEvent> { InspectionEvent.Acknowledged, InspectionEvent.Objected } };
    public static InspectionView Settling => One(State(Sampled.Receptions, true, Taken(Inspector), Taken(Names[2]), Inspected(Inspector, false), Inspected(Names[2], false) with { Marks = [] }), S7) with
    {
        May = new HashSet<InspectionEvent> { InspectionEvent.Settled, InspectionEvent.Voided }, Filled = Marks, Shown = [new(Inspector, Marks, InspectionCard.Of(S7, Marks)), new(Names[2], [], InspectionCard.Of(S7, []))],
    };
    public static InspectionView Call => One(State(Sampled.Calls, true, Taken(Inspector)), Calls) with
    {
        Call = new(new("", "C1", Long, At, true, 8, 2, 95, false, null), Local, null, true), MayRecord = true, RecordingTold = true,
        Recordings = [new(new(RecordingEvent.Linked, Inspector, At) { Link = "https://calls.example/C1" }, Local, 0), new(new(RecordingEvent.Uploaded, Names[1], At, "第一份是别人的来电，按工单号重新导出了这一通。") { File = 1 }, Local, 1)],
        Assignees = [Inspector, Names[2]], May = new HashSet<InspectionEvent> { InspectionEvent.Taken, InspectionEvent.Voided },
    };
    public static InspectionView Decided => One(State(Sampled.Receptions, false, Taken(Inspector), Inspected(Inspector), Step(InspectionEvent.Objected, Long) with { Words = "买家先说脏话，我只是重复了尺码表。" }), S7) with { May = new HashSet<InspectionEvent> { InspectionEvent.Upheld, InspectionEvent.Changed }, Filled = Marks };

    private static Criterion Of(string id) => S7.Find(id)!;
    public static InspectionView Proposed => Settling with
    {
        May = new HashSet<InspectionEvent>(),
        Proposed = new(false, false)
        {
            Model = "qwen3-32b-instruct", Dropped = 1,
            Shown = [new(Of("hard-tone"), true, 0.82m, "前面说过了，自己往上翻", 4), new(Of("pushes-off"), true, 0.4m, "这个找快递，不归我们管，您打他们电话问一下，我们这边看不到", null), new(Of("not-warm"), false, 0.9m, null, null)],
        },
    };
    public static InspectionView ModelFailed => ToMark with { Refused = Meaning.MeaningWords.Of(Engine.Quality.Meaning.MeaningRefusal.TooSlow), Proposed = new(true, false) { Failed = Engine.Quality.Meaning.MeaningRefusal.TooSlow } };

    private static InspectionRow Row(int i) => new(i, i % 5 == 0 ? Long : Names[i % 20], Day.AddDays(i % 9), i % 4 == 0 ? InspectionKind.Own : InspectionKind.Company, i % 6 == 0 ? Sampled.Calls : Sampled.Receptions,
        (InspectionStage)(i % 8), new(2026, 11, 2 + i % 7), new(2026, 11, 7), i % 8 >= 3 ? 92.5m : null, i % 8 >= 3 ? 100m : null, i % 3 == 0);

    public static InspectionsView Queue(InspectionsAsk ask) => new(ask with { Show = ask.Show ?? "mine" }, [.. Enumerable.Range(1, 30).Select(Row)], 240, new(6, 1, new(2026, 11, 2), 4, 31, 2, 3, 240, 118), Today) { MayTake = true, MayLetStand = true };
    public static InspectionsView QueueEmpty => new(new(null), [], 0, null, Today) { Refused = InspectionRefusals.Of(InspectionRefusal.NoSeat) };

    private static readonly SamplingPlan Plan = new(InspectionKind.Company, Sampled.Receptions, new(2026, 10, 1), new(2026, 10, 31), 2, 4, 3, 0.1m, StrataAxes.All, SamplingPlan.ShippedSlots);
    private static SamplingState Sampling(params SamplingHappening[] then) => new([new(SamplingEvent.Committed, Names[1], new(1_790_700_000), "十月抽检（售前、售后与夜班三条线，双盲复检一成）") { Plan = Plan, Form = S7, DueDays = 7, AppealDays = 3, Commitment = Hash, Locked = "x" }, .. then]);
    private static readonly SamplingHappening Drew = new(SamplingEvent.Drawn, Names[1], At, "") { FrameHash = Hash, FrameSize = 18_240, Drawn = 96 }, Showed = new(SamplingEvent.Revealed, Names[1], At, "") { Revealed = Hash };

    public static SamplingPlansView Plans => new([new(2, Sampling(Drew), 41, true), new(1, Sampling(), 0, false)], InspectionFormFile.Shipped, [InspectionKind.Company, InspectionKind.Own], Groups, Today);
    public static SamplingPlansView PlansRefused => Plans with { Rows = [], Refused = InspectionRefusals.Of(SamplingRefusal.PlanUnclear), Errors = [new(3, new("分值大于 0", "points are above 0"))] };
    public static SamplingPlanView PlanDrawn => new(2, Sampling(Drew, Showed), true, [("售前一组/00–09/front-line/plain", 1204, 2), ("售前一组/00–09/front-line/risk", 87, 4), ("阿卜杜热合曼夜班组/18–24/after-sales/risk", 6, 4)])
    {
        Rows = [.. Enumerable.Range(1, 6).Select(Row)], Again = new([], true, true, true, new([], ["r9"], [])), Happened = [.. Sampling(Drew, Showed).Happened.Select(h => (h, Local))],
    };
    public static SamplingPlanView PlanCommitted => new(1, Sampling(), false, []) { MayDraw = true, MayCallOff = true, Happened = [(Sampling().Set, Local)], Refused = InspectionRefusals.Of(SamplingRefusal.PeriodNotOver) };

    public static AgreementView Agreement(Month month) => new(month, [.. S7.Criteria.Select((c, i) => (c, S7, i % 3 == 0 ? new Engine.Statistics.Agreement(12, 11, 0.916667m, null) : new Engine.Statistics.Agreement(34, 30, 0.882353m, 0.61m - i * 0.01m)))],
        [new(Inspector, 48, 41, 0.83m, 0.9m, -0.07m, new Confidence(-0.12m, -0.02m), StrictnessVerdict.Strict), new(Names[2], 9, 4, 0.95m, 0.9m, 0.05m, null, StrictnessVerdict.TooFew)], 34)
    {
        Model = [(Of("hard-tone"), S7, new Engine.Statistics.Agreement(41, 36, 0.878049m, 0.64m)), (Of("pushes-off"), S7, new Engine.Statistics.Agreement(7, 7, 1m, null))],
    };
    public static AgreementView AgreementNone(Month month) => new(month, [], [], 0);

    private static CalibrationState Calibrated(params CalibrationHappening[] then) => new([new(CalibrationEvent.Set, Names[1], At, "") { Name = "语气类扣分校准", Form = S7, Of = Sampled.Receptions, Items = ["r1", "7183920481729"], Invited = [Inspector, Names[2]], Due = new(2026, 11, 7) }, .. then]);
    private static CalibrationHappening By(string who, params CriterionMark[] marks) => new(CalibrationEvent.Marked, who, At, "") { Item = "r1", Marks = marks };

    public static CalibrationsView Calibrations => new([new(2, Calibrated(), true)], InspectionFormFile.Shipped, [Inspector, Names[2], Long], Today) { Leads = true };
    public static CalibrationsView CalibrationsEmpty => new([], InspectionFormFile.Shipped, [Inspector], Today) { Leads = true, Refused = InspectionRefusals.Of(InspectionRefusal.NobodyNamed) };
    public static CalibrationView CalibrationMarking => new(2, Calibrated(), Inspector, "r1", ReceptionSamples.Full("r1")) { Invited = true, Leads = true };
    public static CalibrationView CalibrationOpened => new(2, Calibrated(By(Inspector, Marks), By(Names[2]), new(CalibrationEvent.Opened, Names[1], At, ""), new(CalibrationEvent.Agreed, Inspector, At, "") { Criterion = "hard-tone", Words = "反问、重复、只发表情都算生硬；买家先出言不逊时只提醒。" }), Inspector, null, null) { Invited = true };
}
