using Heng.Engine.Appraisal;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Appraisal;

/// <summary>October of three agents and their leader, gone through stage by stage.</summary>
public sealed class AppraisalTests
{
    private static readonly Instant Ripe = new(1_000_000);
    private static readonly Actor Hr = new("许静", true, ["hr"]), Boss = new("店长", true, ["manager"]), SecondBoss = new("副店长", true, ["manager"]);
    private static readonly Appraisee Ann = Person("ann", "lee", "bob"), Bob = Person("bob", "lee", "ann"), Lee = Person("lee", "店长");
    private static readonly Appraisee[] People = [Ann, Bob, Lee];

    private AppraisalState state = AppraisalState.New(Course.Regulation);

    private static Appraisee Person(string name, string leader, params string[] peers) =>
        new(name, new Dictionary<string, IReadOnlyList<string>> { ["leader"] = [leader], ["peer"] = peers }) { Asked = ["self", "peer", "leader"] };

    private static Actor Somebody(string name) => new(name, false, []);
    private static AppraisalSituation At(long seconds) => new(new(seconds), Ripe, People);

    private AppraisalRefusal? Try(AppraisalCommand command, long at = 1_000_000)
    {
        var step = AppraisalCycle.Decide(state, command, At(at));
        state = step.Happens.Aggregate(state, (s, h) => s.After(h));
        return step.Refused;
    }

    private void Do(AppraisalCommand command) => Assert.Null(Try(command));

    private void FillAll(Func<ToDo, Actor> who)
    {
        foreach (var part in state.Waiting(People)) Do(new FillPart(who(part), part));
    }

    private static Actor Doer(ToDo part) => part.By is { } name ? Somebody(name) : part.As == "manager" ? part.About == Boss.Name ? SecondBoss : Boss : Hr;

    private void Until(string stage)
    {
        while (state.Now!.Id != stage) FillAll(Doer);
    }

    [Fact]
    public void Everybody_does_their_part_and_the_stages_follow_each_other()
    {
        var seen = new List<string>();
        while (!state.Closed)
        {
            seen.Add(state.Now!.Id);
            FillAll(Doer);
        }
        Assert.Equal(["collect", "calculate", "self-peer", "leader", "confirm", "review", "approve", "publish", "close"], seen);
        Assert.Equal(AppraisalRefusal.AlreadyClosed, Try(new ReopenStage(Hr, "leader", null, "错了")));
    }

    [Fact]
    public void Self_and_peers_are_waited_for_and_nobody_else()
    {
        Until("self-peer");
        // Three rate themselves; ann and bob rate each other; lee has no peers.
        Assert.Equal(["self-peer/ann/self/ann", "self-peer/ann/peer/bob", "self-peer/bob/self/bob", "self-peer/bob/peer/ann", "self-peer/lee/self/lee"], state.Waiting(People).Select(a => a.Key));
    }

    [Theory]
    [InlineData(999_999, AppraisalRefusal.NotMatured)]
    [InlineData(1_000_000, null)]
    public void Facts_are_collected_once_they_have_matured(long at, AppraisalRefusal? refused)
    {
        Assert.Equal(refused, Try(new EndStage(Hr, "collect"), at));
        Assert.Equal(refused is null ? "calculate" : "collect", state.Now!.Id);
    }

    [Fact]
    public void An_open_appeal_holds_the_confirming_of_whose_it_is_and_the_end_of_the_stage()
    {
        Until("confirm");
        var part = state.Waiting(People).First(p => p.About == "ann");
        AppraisalRefusal? With(AppraisalCommand command, params string[] appealing) => AppraisalCycle.Decide(state, command, At(1_000_000) with { Appealing = new HashSet<string>(appealing) }).Refused;
        Assert.Equal(AppraisalRefusal.ObjectionOpen, With(new FillPart(Somebody("ann"), part), "ann"));
        Assert.Null(With(new FillPart(Somebody("ann"), part), "bob"));
        Assert.Equal(AppraisalRefusal.ObjectionOpen, With(new EndStage(Hr, "confirm", "等不及"), "ann"));
        Assert.Null(With(new EndStage(Hr, "confirm", "等不及"), "nobody assessed"));
        // Who has confirmed and then appeals holds the stage all the same: with the last part it does not end.
        foreach (var done in state.Waiting(People).SkipLast(1).ToList()) Do(new FillPart(Doer(done), done));
        var last = Assert.Single(state.Waiting(People));
        Assert.Single(AppraisalCycle.Decide(state, new FillPart(Doer(last), last), At(1_000_000) with { Appealing = new HashSet<string> { "ann" } }).Happens);
        Assert.Equal(2, AppraisalCycle.Decide(state, new FillPart(Doer(last), last), At(1_000_000)).Happens.Count);
    }

    [Fact]
    public void Earlier_is_for_a_reason()
    {
        Assert.Null(Try(new EndStage(Hr, "collect", "3 日前发工资"), 999_999));
        Assert.Equal("calculate", state.Now!.Id);
    }

    [Fact]
    public void Whoever_has_not_rated_is_gone_on_without_only_for_a_reason_and_only_by_who_leads()
    {
        Until("leader");
        Assert.Equal(AppraisalRefusal.RoleMayNot, Try(new EndStage(Somebody("lee"), "leader", "等不及")));
        Assert.Equal(AppraisalRefusal.StillWaiting, Try(new EndStage(Hr, "leader", " ")));
        Do(new EndStage(Hr, "leader", "组长休假"));
        Assert.Equal("confirm", state.Now!.Id);
    }

    [Fact]
    public void A_part_is_its_doers_and_of_the_present_stage()
    {
        Until("leader");
        ToDo annByLee = new("leader", "ann", "leader", "lee");
        Assert.Equal(AppraisalRefusal.NotYours, Try(new FillPart(Somebody("bob"), annByLee)));
        Assert.Equal(AppraisalRefusal.NotAsked, Try(new FillPart(Somebody("bob"), annByLee with { By = "bob" })));
        Assert.Equal(AppraisalRefusal.StageOver, Try(new FillPart(Somebody("ann"), new("self-peer", "ann", "self", "ann"))));
        Assert.Equal(AppraisalRefusal.StageNotYet, Try(new FillPart(Somebody("ann"), new("confirm", "ann", "self", "ann"))));
        Assert.Equal(AppraisalRefusal.NoSuchStage, Try(new FillPart(Somebody("ann"), new("dinner", "ann", "self", "ann"))));
    }

    [Fact]
    public void What_was_delegated_is_the_others_to_do()
    {
        Until("leader");
        ToDo annByLee = new("leader", "ann", "leader", "lee");
        Assert.Equal(AppraisalRefusal.NeedsReason, Try(new DelegatePart(Somebody("lee"), annByLee, "bob", "")));
        Assert.Equal(AppraisalRefusal.NotYours, Try(new DelegatePart(Somebody("bob"), annByLee, "bob", "我来")));
        Assert.Equal(AppraisalRefusal.OwnCard, Try(new DelegatePart(Somebody("lee"), annByLee, "ann", "自己写")));
        Do(new DelegatePart(Somebody("lee"), annByLee, "bob", "出差"));
        Assert.Equal(AppraisalRefusal.SamePersonAgain, Try(new DelegatePart(Hr, annByLee, "bob", "出差")));
        Assert.Equal(AppraisalRefusal.NotYours, Try(new FillPart(Somebody("lee"), annByLee)));
        Do(new FillPart(Somebody("bob"), annByLee));
    }

    [Fact]
    public void Nobody_rates_themselves_through_another()
    {
        Until("self-peer");
        Assert.Equal(AppraisalRefusal.NotYours, Try(new DelegatePart(Hr, new("self-peer", "ann", "self", "ann"), "bob", "请假")));
    }

    [Fact]
    public void An_objection_is_answered_by_the_leader_or_hr_before_the_stage_ends()
    {
        Until("confirm");
        ToDo ann = new("confirm", "ann", "self", "ann");
        Assert.Equal(AppraisalRefusal.NeedsReason, Try(new ObjectTo(Somebody("ann"), ann, "")));
        Do(new ObjectTo(Somebody("ann"), ann, "10 月 8 日那一单是我的"));
        foreach (var other in state.Waiting(People).Where(a => a.About != "ann")) Do(new FillPart(Doer(other), other));
        Assert.Equal(AppraisalRefusal.ObjectionOpen, Try(new EndStage(Hr, "confirm", "赶时间")));
        Assert.Equal(AppraisalRefusal.RoleMayNot, Try(new AnswerObjection(Somebody("bob"), ann, "不是")));
        Assert.Equal(AppraisalRefusal.OwnCard, Try(new AnswerObjection(Somebody("ann"), ann, "是")));
        Do(new AnswerObjection(Somebody("lee"), ann, "已更正归属"));
        Assert.Equal("review", state.Now!.Id);
        Assert.Equal(AppraisalRefusal.NothingToAnswer, Try(new AnswerObjection(Hr, ann, "又")));
    }

    [Fact]
    public void Only_a_confirmation_can_be_objected_to()
    {
        Until("leader");
        Assert.Equal(AppraisalRefusal.NotConfirming, Try(new ObjectTo(Somebody("lee"), new("leader", "ann", "leader", "lee"), "不同意")));
    }

    [Fact]
    public void Who_reviewed_a_card_does_not_approve_it_and_nobody_approves_their_own()
    {
        var both = new Actor("许静", true, ["hr", "manager"]);
        Until("approve");
        ToDo ann = new("approve", "ann", "manager", null);
        Assert.Equal(AppraisalRefusal.SamePerson, Try(new FillPart(both, ann)));
        Assert.Equal(AppraisalRefusal.OwnCard, Try(new FillPart(new Actor("ann", true, ["manager"]), ann)));
        Do(new FillPart(Boss, ann));
        Assert.Equal(AppraisalRefusal.StillWaiting, Try(new EndStage(Boss, "approve", "其余不看了")));
    }

    [Fact]
    public void Reopened_for_one_person_only_that_person_is_done_again()
    {
        Until("approve");
        Assert.Equal(AppraisalRefusal.RoleMayNot, Try(new ReopenStage(Somebody("lee"), "leader", "ann", "漏评")));
        Assert.Equal(AppraisalRefusal.NeedsReason, Try(new ReopenStage(Hr, "leader", "ann", null)));
        Assert.Equal(AppraisalRefusal.StageNotYet, Try(new ReopenStage(Hr, "publish", null, "早些")));
        Assert.Equal(AppraisalRefusal.NotAsked, Try(new ReopenStage(Hr, "leader", "zoe", "漏评")));
        Do(new ReopenStage(Hr, "leader", "ann", "漏评服务态度"));
        Assert.Equal(["leader/ann/leader/lee"], state.Waiting(People).Select(a => a.Key));
        Do(new FillPart(Somebody("lee"), new("leader", "ann", "leader", "lee")));
        // The others had confirmed; ann's card is another now.
        Assert.Equal(["confirm/ann/self/ann"], state.Waiting(People).Select(a => a.Key));
    }

    [Fact]
    public void Reopened_for_everybody_all_of_it_is_done_again()
    {
        Until("approve");
        Do(new ReopenStage(Hr, "confirm", null, "规则更正"));
        Assert.Equal(["ann", "bob", "lee"], state.Waiting(People).Select(a => a.About));
        Assert.DoesNotContain(state.Done.Keys, a => a.Stage is "confirm" or "review");
        Assert.Contains(state.Done.Keys, a => a.Stage == "leader");
    }

    [Fact]
    public void Results_are_seen_from_publishing_on()
    {
        Until("publish");
        Assert.False(state.Published);
        FillAll(_ => Boss);
        Assert.True(state.Published);
        Assert.Equal("close", state.Now!.Id);
    }
}
