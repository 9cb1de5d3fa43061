using Heng.Engine.Appraisal;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Appraisal;

/// <summary>Who hears of what, in an assessment of two agents and their leader under the regulation.</summary>
public sealed class TellingTests
{
    private static readonly Actor Hr = new("许静", true, ["hr"]);
    private static readonly Appraisee Ann = Person("ann", "lee", "bob"), Bob = Person("bob", "lee", "ann"), Lee = Person("lee", null);
    private static readonly Appraisee[] People = [Ann, Bob, Lee];
    private readonly List<Happening> log = [];
    private AppraisalState state = AppraisalState.New(Course.Regulation);

    private static Appraisee Person(string name, string? leader, params string[] peers) =>
        new(name, new Dictionary<string, IReadOnlyList<string>> { ["leader"] = leader is null ? [] : [leader], ["peer"] = peers }) { Asked = ["self", "peer", "leader"] };

    private IReadOnlyList<Telling> Do(AppraisalCommand command)
    {
        var step = AppraisalCycle.Decide(state, command, new(new(100), new(1), People));
        Assert.Null(step.Refused);
        var told = Tellings.After(log, state, step.Happens, step.Happens.Aggregate(state, (s, h) => s.After(h)), People);
        state = step.Happens.Aggregate(state, (s, h) => s.After(h));
        log.AddRange(step.Happens);
        return told;
    }

    private void Until(string stage)
    {
        while (state.Now!.Id != stage) Do(new EndStage(Hr, state.Now.Id, "x"));
    }

    private static string Line(Telling t) => $"{t.Kind} {t.To ?? t.Office} {t.About.Count} {t.Occasion}";

    [Fact]
    public void Whoever_has_a_part_hears_once_that_the_stage_began_and_peers_that_they_are_asked()
    {
        Until("calculate");
        // Ann and Bob rate themselves and each other; Lee rates himself alone.
        Assert.Equal(["Begins ann 1 self-peer/0", "Begins bob 1 self-peer/0", "Begins lee 1 self-peer/0", "Invited ann 1 self-peer/0", "Invited bob 1 self-peer/0"],
            Do(new EndStage(Hr, "calculate")).Select(Line).Order(StringComparer.Ordinal));
        Assert.Empty(Do(new FillPart(new("ann", false, []), new("self-peer", "ann", "self", "ann"))));
    }

    [Fact]
    public void Two_parts_of_one_doer_are_one_telling_and_a_part_without_a_leader_is_the_offices()
    {
        Until("self-peer");
        // The leader rates ann and bob; nobody leads him, so that his own part is HR's or the manager's.
        Assert.Equal(["Begins lee 2 leader/0", "Begins leader 1 leader/0"], Do(new EndStage(Hr, "self-peer", "x")).Select(Line));
    }

    [Fact]
    public void An_objection_is_heard_by_leader_and_hr_and_its_answer_by_who_objected()
    {
        Until("confirm");
        var confirm = new ToDo("confirm", "ann", "self", "ann");
        var n = log.Count;
        Assert.Equal([$"Objected lee 1 confirm/#{n + 1}", $"Objected hr 1 confirm/#{n + 1}"], Do(new ObjectTo(new("ann", false, []), confirm, "订单归错了")).Select(Line));
        Assert.DoesNotContain(Tellings.Present(log, state, People), t => t.To == "ann"); // it is not hers to go on with
        Assert.Equal([$"Answered ann 1 confirm/#{n + 2}"], Do(new AnswerObjection(new("lee", false, []), confirm, "已改")).Select(Line));
        // Of the leader himself nobody leads: the manager hears too.
        Assert.Equal(["hr", "manager"], Do(new ObjectTo(new("lee", false, []), new("confirm", "lee", "self", "lee"), "x")).Select(t => t.To ?? t.Office));
    }

    [Fact]
    public void A_delegate_hears_of_the_part_and_who_is_sent_back_hears_that_and_that_it_begins_anew()
    {
        Until("leader");
        Assert.Equal(["Delegated bob"], Do(new DelegatePart(new("lee", false, []), new("leader", "ann", "leader", "lee"), "bob", "出差")).Select(t => $"{t.Kind} {t.To}"));
        Assert.DoesNotContain(Tellings.Present(log, state, People), t => t.To == "bob"); // heard of it already
        var back = Do(new ReopenStage(Hr, "self-peer", "ann", "漏了"));
        Assert.Equal(["ann"], back.Where(t => t.Kind == TellingKind.Reopened).Select(t => t.To));
        Assert.Contains("Begins ann 1 self-peer/1", back.Select(Line));
        Until("leader");
        Assert.Contains("Begins bob 1 leader/1", Tellings.Present(log, state, People).Select(Line));
    }

    [Fact]
    public void Once_published_everybody_assessed_hears_it()
    {
        Until("review");
        foreach (var part in state.Waiting(People)) Do(new FillPart(Hr, part));
        foreach (var part in state.Waiting(People)) Do(new FillPart(new("店长", true, ["manager"]), part));
        Assert.Equal(["ann", "bob", "lee"], Do(new FillPart(Hr, new("publish", null, state.Now!.By[0], null))).Where(t => t.Kind == TellingKind.Published).Select(t => t.To));
    }
}
