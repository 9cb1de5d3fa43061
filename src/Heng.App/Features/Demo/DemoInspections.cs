using Heng.App.Features.Inspections;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Demo;

/// <summary>
/// The demo's inspections: a plan committed before the last month and drawn after it, some of it inspected twice, what differs settled, two objections of which one is decided, a group's own
/// check, a calibration, and the next month's plan. The seed follows from the demo's, so that the draw is the same wherever it is made.
/// </summary>
internal sealed class DemoInspections(Database database, string folder, DemoOptions options, DemoCast cast, TimeProvider time)
{
    private const int MinutesEach = 12, AppealDays = 3, DueDays = 30;
    private static readonly InspectionForm Form = InspectionFormFile.Shipped[0];

    private readonly DemoMarks marks = new(database, options);
    private readonly InspectionDoing doing = new(database, folder, time);
    private readonly SamplingDoing sampling = new(database, folder);
    private long company, own;

    private DateOnly DrawnOn => options.LastDay.AddDays(1);

    /// <summary>Before the month begins, or nobody need believe the draw.</summary>
    public void Commit()
    {
        var before = DemoCast.At(options.Until.First.AddDays(-1));
        company = Commit("月度抽检", cast.As(DemoCast.Hr, before), new(InspectionKind.Company, Sampled.Receptions, options.Until.First, options.LastDay, 2, 3, 3, 0.4m, StrataAxes.Group | StrataAxes.Risk, SamplingPlan.ShippedSlots));
        var leader = cast.Leaders[0];
        own = Commit("组内自查", cast.Person(leader.Name, before), new(InspectionKind.Own, Sampled.Receptions, options.Until.First, options.LastDay, 0, 0, 1, 0m, StrataAxes.None, SamplingPlan.ShippedSlots) { Group = leader.Group });
    }

    /// <summary>How many stand; told what nobody objected to.</summary>
    public int Inspect()
    {
        Draw(company, cast.As(DemoCast.Hr, DemoCast.At(DrawnOn)));
        Draw(own, cast.Person(cast.Leaders[0].Name, DemoCast.At(DrawnOn)));
        var drawn = InspectionBook.Between(database, options.Until.First, options.LastDay);
        var last = DemoCast.At(DrawnOn);
        foreach (var (item, i) in drawn.Where(d => d.State.Drawn.Plan == company).Select((d, i) => (d, i))) last = Mark(item, i);
        foreach (var (item, i) in drawn.Where(d => d.State.Drawn.Plan == own).Select((d, i) => (d, i))) Coach(item, DemoCast.At(DrawnOn.AddDays(1), i * MinutesEach));
        Dispute(last);
        Calibrate([.. drawn.Where(d => d.State.Drawn.Plan == company).Take(2).Select(d => d.State.Drawn.Item!)]);
        var next = options.Until.Plus(1);
        Commit("月度抽检", cast.As(DemoCast.Hr, DemoCast.At(options.LastDay)), new(InspectionKind.Company, Sampled.Receptions, next.First, next.Last, 2, 3, 3, 0.4m, StrataAxes.Group | StrataAxes.Risk, SamplingPlan.ShippedSlots));
        var over = ShopClock.Shanghai.DayOf(last).AddDays(AppealDays + 1);
        var (stood, refused) = doing.LetStand("", DemoCast.At(over), over);
        DemoCast.Must(refused);
        return stood;
    }

    private long Commit(string name, Inspector by, SamplingPlan plan)
    {
        return DemoCast.Must(sampling.Commit(new(SamplingEvent.Committed, "", default, "") { Plan = plan, Form = Form, DueDays = DueDays, AppealDays = AppealDays }, $"{Month.Of(plan.First)} {name}", by, SeedOf(options, plan.Kind, plan.First)))!.Value;
    }

    public static Seed SeedOf(DemoOptions options, InspectionKind kind, DateOnly first)
    {
        var random = DemoRandom.For(options.Seed, $"sampling/{kind}/{Month.Of(first)}");
        return Seed.Of([.. Enumerable.Range(0, Seed.Bytes).Select(_ => (byte)random.Below(256))]);
    }

    private void Draw(long plan, Inspector by)
    {
        var matters = database.Matters(InspectionMatters.Plans);
        DemoCast.Must(sampling.Draw(matters.Find(plan)!, by));
        DemoCast.Must(sampling.Reveal(matters.Find(plan)!, by));
    }

    /// <summary>Of ten one still waits, and of those every other is taken; the last that differs still waits to be settled.</summary>
    private Instant Mark(BookedInspection item, int i)
    {
        var at = DemoCast.At(DrawnOn.AddDays(i / 30), 30 + i % 30 * MinutesEach);
        string Inspector(int turn) => DemoCast.Inspectors[(i + turn) % DemoCast.Inspectors.Length];
        if (i % 10 != 9 || i % 20 == 19) Act(item.Id, InspectionEvent.Taken, Inspector(0), at);
        if (i % 10 == 9) return at;
        for (var turn = 0; turn < item.State.Needed; turn++)
        {
            if (turn > 0) Act(item.Id, InspectionEvent.Taken, Inspector(turn), at);
            Act(item.Id, InspectionEvent.Inspected, Inspector(turn), at.Plus(60 * (5 + turn)), marks.Of(item.State.Drawn.Item!, Inspector(turn)));
        }
        if (StateOf(item.Id).Stage == InspectionStage.ToSettle && i % 8 != 7) Act(item.Id, InspectionEvent.Settled, Inspector(2), at.Plus(600), marks.Of(item.State.Drawn.Item!, Inspector(0)), "对照消息重看了一遍。");
        return at.Plus(600);
    }

    private void Coach(BookedInspection item, Instant at)
    {
        var leader = cast.Person(cast.Leaders[0].Name, at);
        if (item.State.Agent == leader.Name) return;
        Act(item.Id, InspectionEvent.Taken, leader, [], "");
        Act(item.Id, InspectionEvent.Inspected, leader, marks.Of(item.State.Drawn.Item!, "leader"), "整体不错；结束前记得问一句还有没有别的需要。");
    }

    /// <summary>Of the first two who were faulted by one inspector and have an account: the first is right, the second waits.</summary>
    private void Dispute(Instant last)
    {
        var told = InspectionBook.Between(database, options.Until.First, options.LastDay).Where(i => i.State is { Stage: InspectionStage.Told, Needed: 1 } && cast.HasAccount(i.State.Agent) && ShopClock.Shanghai.DayOf(last) <= i.State.AnswerBy && Faults(i.State).Any())
            .Take(2).ToArray();
        foreach (var (one, i) in told.Select((t, i) => (t, i)))
        {
            Act(one.Id, InspectionEvent.Objected, cast.Person(one.State.Agent, last), [], i == 0 ? "买家前面已经说明情况，我是按流程答的，请再看一遍。" : "这句是活动短语的原话，不是我自己的说法。");
            if (i == 0) Act(one.Id, InspectionEvent.Changed, cast.As(DemoCast.Hr, last.Plus(3600)), [.. one.State.Result!.Except(Faults(one.State).Take(1))], "同意，买家已表示理解，这一项撤销。");
        }
    }

    private static IEnumerable<CriterionMark> Faults(InspectionState state) => state.Result!.Where(m => m.Verdict == Verdict.Found && Form.Find(m.Criterion)!.Severity != Severity.Praise);

    private void Calibrate(IReadOnlyList<string> items)
    {
        var (calibrating, at) = (new CalibrationDoing(database), DemoCast.At(DrawnOn.AddDays(2)));
        var id = DemoCast.Must(calibrating.Set(new(CalibrationEvent.Set, "", default, "") { Name = "语气和主动性", Form = Form, Of = Sampled.Receptions, Items = items, Invited = DemoCast.Inspectors, Due = DrawnOn.AddDays(4) }, cast.As(DemoCast.Hr, at)))!.Value;
        KeptMatter<CalibrationHappening> Kept() => database.Matters(InspectionMatters.Calibrations).Find(id)!;
        foreach (var (item, i) in items.SelectMany(item => DemoCast.Inspectors.Select(who => (Item: item, Who: who))).Select((m, i) => (m, i)))
            DemoCast.Must(calibrating.Mark(Kept(), item.Item, Form.RestFine(marks.Of(item.Item, "calibrating/" + item.Who)), cast.As(item.Who, at.Plus(60 * MinutesEach * (i + 1)))));
        DemoCast.Must(calibrating.Open(Kept(), cast.As(DemoCast.Hr, at.Plus(86_400))));
        DemoCast.Must(calibrating.Agree(Kept(), "not-active", "买家两次没有追问才算不主动；已给出办法的不算。", cast.As(DemoCast.Inspectors[0], at.Plus(90_000))));
    }

    private InspectionState StateOf(long id) => InspectionBook.Find(database, id)!.State;

    private void Act(long id, InspectionEvent what, string who, Instant at, IReadOnlyList<CriterionMark>? marked = null, string words = "") => Act(id, what, cast.As(who, at), marked ?? [], words);

    private void Act(long id, InspectionEvent what, Inspector by, IReadOnlyList<CriterionMark> marked, string words)
    {
        var kept = InspectionBook.Find(database, id)!;
        DemoCast.Must(doing.Act(kept.Kept, new(what, null, what is InspectionEvent.Inspected or InspectionEvent.Settled or InspectionEvent.Changed ? Form.RestFine(marked) : [], words, marked.Count == 0 ? new HashSet<string>() : marks.MessagesOf(kept.State.Drawn.Item!)), by));
    }
}
