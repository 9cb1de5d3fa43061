using Heng.Engine.Appraisal;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Appraisal;

/// <summary>
/// October of a small shop gone through by five people: ann and bob of lee's group, lee, 许静 of HR and the manager. It is read anew from what was kept before every
/// command, as after a restart.
/// </summary>
public sealed class OctoberTests
{
    private static readonly Actor Ann = new("ann", false, []), Bob = new("bob", false, []), Lee = new("lee", false, []), Hr = new("许静", true, ["hr"]), Boss = new("店长", true, ["manager"]);
    private static readonly Instant Ripe = new(1_000_000);
    private static readonly Appraisee[] People = [Of("ann"), Of("bob"), Of("lee")];

    private readonly List<Happening> kept = [];
    private readonly HashSet<string> entered = [];
    private long clock = 1_000_000;

    // lee leads ann and bob; nobody leads lee, so that part is anybody's who leads assessments.
    private static Appraisee Of(string name) => new(name, new Dictionary<string, IReadOnlyList<string>> { ["leader"] = ["lee"] }) { Asked = ["self", "leader"] };

    private AppraisalState State => AppraisalState.Of(Course.Regulation.For(["self", "leader"]), kept);

    private AppraisalSituation Now => new(new(clock), Ripe, People) { Entered = part => entered.Contains(part.Key) ? part.By : null };

    private AppraisalRefusal? Do(AppraisalCommand command)
    {
        clock++;
        var step = AppraisalCycle.Decide(State, command, Now);
        kept.AddRange(step.Happens);
        return step.Refused;
    }

    private static ToDo Self(string stage, string name) => new(stage, name, "self", name);
    private static ToDo Office(string stage, string? about, string office) => new(stage, about, office, null);
    private string? Stage => State.Now?.Id;
    private IEnumerable<string> Waiting => State.Waiting(People).Select(p => p.Key);

    [Fact]
    public void October_goes_from_its_first_stage_to_its_last()
    {
        Assert.Null(Do(new FillPart(Hr, Office("collect", null, "hr"))));
        Assert.Null(Do(new FillPart(Hr, Office("calculate", null, "hr"))));
        RatesAndScores();
        ConfirmsAndObjects();
        Reopens();
        ApprovesAndPublishes();
        // 2 collected and calculated; 3 self (2 entered, taken in by the third) and 3 by leaders; 3 confirmed or objected, 1 answered; again 1 scored and 1 confirmed; 3 + 1 reviewed, 3 approved; published, closed.
        Assert.Equal(23, kept.Count(h => h.What is not (AppraisalEvent.Ended or AppraisalEvent.Reopened or AppraisalEvent.Delegated)));
        Assert.Equal(AppraisalRefusal.AlreadyClosed, Do(new EndStage(Boss, "close", "again")));
    }

    private void RatesAndScores()
    {
        entered.UnionWith([Self("self-peer", "ann").Key, Self("self-peer", "bob").Key]);
        Assert.Null(Do(new FillPart(Lee, Self("self-peer", "lee"))));
        Assert.Equal(["leader/ann/leader/lee", "leader/bob/leader/lee", "leader/lee/leader/"], Waiting);
        ToDo ann = new("leader", "ann", "leader", "lee"), bob = ann with { About = "bob" };
        Assert.Null(Do(new FillPart(Lee, ann)));
        Assert.Null(Do(new DelegatePart(Lee, bob, "许静", "出差")));
        Assert.Equal(AppraisalRefusal.NotYours, Do(new FillPart(Lee, bob)));
        Assert.Null(Do(new FillPart(Hr, bob)));
        Assert.Equal(AppraisalRefusal.NotYours, Do(new FillPart(Lee, Office("leader", "lee", "leader"))));
        Assert.Null(Do(new FillPart(Boss, Office("leader", "lee", "leader"))));
    }

    private void ConfirmsAndObjects()
    {
        var ann = Self("confirm", "ann");
        Assert.Null(Do(new ObjectTo(Ann, ann, "10 月 8 日那一单是我的")));
        Assert.Equal(AppraisalRefusal.ObjectionOpen, Do(new FillPart(Ann, ann)));
        Assert.Null(Do(new FillPart(Bob, Self("confirm", "bob"))));
        Assert.Null(Do(new FillPart(Lee, Self("confirm", "lee"))));
        Assert.Equal("confirm", Stage);
        Assert.Null(Do(new AnswerObjection(Lee, ann, "已更正")));
        Assert.Equal("review", Stage);
    }

    private void Reopens()
    {
        foreach (var person in People) Assert.Null(Do(new FillPart(Hr, Office("review", person.Agent, "hr"))));
        Assert.Equal("approve", Stage);
        Assert.Null(Do(new ReopenStage(Boss, "leader", "ann", "漏评服务态度")));
        Assert.Equal(["leader/ann/leader/lee"], Waiting);
        Assert.Null(Do(new FillPart(Lee, new("leader", "ann", "leader", "lee"))));
        Assert.Null(Do(new FillPart(Ann, Self("confirm", "ann"))));
        Assert.Null(Do(new FillPart(Hr, Office("review", "ann", "hr"))));
    }

    private void ApprovesAndPublishes()
    {
        foreach (var person in People) Assert.Null(Do(new FillPart(Boss, Office("approve", person.Agent, "manager"))));
        Assert.False(State.Published);
        Assert.Null(Do(new FillPart(Hr, Office("publish", null, "hr"))));
        Assert.True(State.Published);
        Assert.Null(Do(new FillPart(Boss, Office("close", null, "hr"))));
        Assert.True(State.Closed);
    }

    [Fact]
    public void What_was_entered_fills_a_rating_stage_but_not_one_that_was_reopened_after()
    {
        Assert.Null(Do(new FillPart(Hr, Office("collect", null, "hr"))));
        Assert.Null(Do(new FillPart(Hr, Office("calculate", null, "hr"))));
        entered.UnionWith(People.Select(p => Self("self-peer", p.Agent).Key));
        // Nothing is kept by looking; the stage is over all the same.
        Assert.Equal("leader", AppraisalCycle.Entered(State, Now).Aggregate(State, (s, h) => s.After(h)).Now!.Id);
        Assert.Null(Do(new FillPart(Lee, new("leader", "ann", "leader", "lee"))));
        Assert.Null(Do(new ReopenStage(Hr, "self-peer", "bob", "自评填错")));
        Assert.Equal(["self-peer/bob/self/bob"], Waiting);
        Assert.Null(Do(new FillPart(Bob, Self("self-peer", "bob"))));
        Assert.Equal("leader", Stage);
    }

    [Fact]
    public void A_stage_in_which_nobody_has_a_part_is_passed_over()
    {
        Course course = new([Course.Regulation.Stages[0], new("peers", default, StageWork.Rate, ["peer"]), .. Course.Regulation.Stages.TakeLast(2)]);
        var state = AppraisalState.New(course);
        var step = AppraisalCycle.Decide(state, new FillPart(Hr, Office("collect", null, "hr")), Now);
        Assert.Equal("publish", step.Happens.Aggregate(state, (s, h) => s.After(h)).Now!.Id);
    }

    [Fact]
    public void Reviewing_and_approving_are_given_only_to_who_leads()
    {
        Course course = new([new("approve", default, StageWork.Approve, ["manager"])]);
        DelegatePart given = new(Boss, Office("approve", "ann", "manager"), "lee", "休假");
        Assert.Equal(AppraisalRefusal.RoleMayNot, AppraisalCycle.Decide(AppraisalState.New(course), given, Now).Refused);
        Assert.Null(AppraisalCycle.Decide(AppraisalState.New(course), given with { To = "副店长", ToLeads = true }, Now).Refused);
    }
}
