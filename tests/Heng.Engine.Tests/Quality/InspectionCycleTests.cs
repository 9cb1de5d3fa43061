using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Quality;

/// <summary>One reception of 王雨桐 (一组), drawn on 1 November 2026, inspected by 质一 and, blind, by 质二.</summary>
public sealed class InspectionCycleTests
{
    private static readonly InspectionForm Form = new("f", new("表", "form"), 0m, [new("a", new("甲", "a"), 10m, [new("x", new("错", "x"), Severity.NonFatal, 2m), new("y", new("漏", "y"), Severity.NonFatal, 3m), new("p", new("赞", "p"), Severity.Praise, 1m)])]);
    private static readonly InspectionActor One = Qa("质一"), Two = Qa("质二"), Three = Qa("质三"), Four = Qa("质四"), Wang = new("王雨桐", "一组", false, false, false), Hr = new("hr", null, false, true, true);
    private static readonly CriterionMark X = new("x", Verdict.Found, 1, "m1", "错了"), Y = new("y", Verdict.Found, 1, null, "漏了");
    private static readonly DateOnly Today = new(2026, 11, 2);

    private static InspectionActor Qa(string name) => new(name, "质检组", true, true, false);
    private static Instant At(DateOnly day) => ShopClock.Shanghai.StartOf(day);
    private static InspectionState Drawn(InspectionKind kind = InspectionKind.Company, bool second = false) => new("王雨桐", new(2026, 10, 5),
        [new(InspectionEvent.Drawn, "hr", At(new(2026, 11, 1)), "") { Plan = 1, Item = "r1", Kind = kind, Group = "一组", Second = second, Due = new(2026, 11, 8) }]);

    private static InspectionAct Take(InspectionActor by) => new(InspectionEvent.Taken, by);
    /// <summary>The marks named, and what is left said to be fine.</summary>
    private static InspectionAct Mark(InspectionActor by, params CriterionMark[] marks) => new(InspectionEvent.Inspected, by) { Marks = Form.RestFine(marks) };
    private static InspectionAct Say(InspectionEvent what, InspectionActor by, string words = "", params CriterionMark[] marks) => new(what, by) { Words = words, Marks = Form.RestFine(marks) };

    private static InspectionRefusal? Why(InspectionState state, InspectionAct act, DateOnly? today = null) => InspectionCycle.Decide(state, Form, act, 3, At(today ?? Today), today ?? Today).Refused;

    private static InspectionState Then(InspectionState state, params InspectionAct[] acts)
    {
        foreach (var act in acts)
        {
            var step = InspectionCycle.Decide(state, Form, act, 3, At(Today), Today);
            Assert.True(step.Happens is not null, $"{act.What} {step.Refused}");
            state = state.After(step.Happens);
        }
        return state;
    }

    private static InspectionState Told => Then(Drawn(), Take(One), Mark(One, X));
    private static InspectionState Apart => Then(Drawn(second: true), Take(One), Take(Two), Mark(One, X), Mark(Two, Y));

    [Fact]
    public void Taken_inspected_and_told_it_stands_after_the_days_given()
    {
        Assert.Equal((InspectionStage.ToTake, InspectionStage.Taken), (Drawn().Stage, Then(Drawn(), Take(One)).Stage));
        // Told on 2 November with three days: the 5th is the last on which 王雨桐 may object.
        Assert.Equal((InspectionStage.Told, new DateOnly(2026, 11, 5)), (Told.Stage, Told.AnswerBy!.Value));
        Assert.Equal(InspectionRefusal.StillToAnswer, Why(Told, Say(InspectionEvent.Stood, Hr), new(2026, 11, 5)));
        Assert.Null(Why(Told, Say(InspectionEvent.Stood, Hr), new(2026, 11, 6)));
        Assert.Equal(InspectionStage.Stands, Then(Told, Say(InspectionEvent.Acknowledged, Wang)).Stage);
        Assert.Equal(InspectionRefusal.AlreadyStands, Why(Then(Told, Say(InspectionEvent.Acknowledged, Wang)), Say(InspectionEvent.Stood, Hr), new(2026, 11, 6)));
    }

    [Fact]
    public void Nobody_takes_their_own_their_groups_or_what_they_may_not()
    {
        Assert.Equal(InspectionRefusal.OwnWork, Why(Drawn(), Take(Wang)));
        Assert.Equal(InspectionRefusal.RoleMayNot, Why(Drawn(), Take(Hr)));
        Assert.Equal(InspectionRefusal.OwnGroup, Why(Drawn(), Take(One with { Group = "一组" })));
        // Their own group is just what leaders check themselves.
        Assert.Null(Why(Drawn(InspectionKind.Own), Take(One with { Group = "一组" })));
        Assert.Equal(InspectionRefusal.NoSeat, Why(Then(Drawn(), Take(One)), Take(Two)));
        Assert.Equal(InspectionRefusal.AlreadyTaken, Why(Then(Drawn(second: true), Take(One)), Take(One)));
        Assert.Null(Why(Then(Drawn(second: true), Take(One)), Take(Two)));
    }

    [Fact]
    public void It_is_given_to_others_by_who_assigns_and_given_back()
    {
        Assert.Null(Why(Drawn(), Take(Hr) with { To = One, Words = "夜班的复查" }));
        Assert.Equal(InspectionRefusal.NeedsReason, Why(Drawn(), Take(Hr) with { To = One, Words = " " }));
        // Why somebody was given just this one is for everybody who reads the log.
        Assert.Equal(("夜班的复查", null), Then(Drawn(), Take(Hr) with { To = One, Words = "夜班的复查" }).Happened[^1] is var given ? (given.Why, given.Words) : default);
        Assert.Equal(InspectionRefusal.RoleMayNot, Why(Drawn(), Take(Two) with { To = One, Words = "他闲" }));
        Assert.Equal(InspectionRefusal.RoleMayNot, Why(Drawn(), Take(Two) with { To = Two, Words = "想看这份" }));
        var taken = Then(Drawn(), Take(One));
        Assert.Equal(InspectionRefusal.NotTaken, Why(taken, Say(InspectionEvent.Released, Two)));
        Assert.Equal(InspectionStage.ToTake, Then(taken, Say(InspectionEvent.Released, One)).Stage);
        Assert.Equal(["质二"], Then(taken, Say(InspectionEvent.Released, One), Take(Two)).Takers);
    }

    [Fact]
    public void Each_reason_against_marks_is_named()
    {
        var taken = Then(Drawn(), Take(One));
        Assert.Equal(InspectionRefusal.NotTaken, Why(taken, Mark(Two, X)));
        Assert.Equal(InspectionRefusal.MarkUnknown, Why(taken, Mark(One, X with { Criterion = "none" })));
        Assert.Equal(InspectionRefusal.MarkTwice, Why(taken, Mark(One, X, X)));
        Assert.Equal(InspectionRefusal.TimesUnclear, Why(taken, Mark(One, X with { Times = 0 })));
        Assert.Equal(InspectionRefusal.TimesUnclear, Why(taken, Mark(One, X with { Times = 100 })));
        Assert.Equal(InspectionRefusal.CommentMissing, Why(taken, Mark(One, X with { Comment = " " })));
        Assert.Null(Why(taken, Mark(One, new CriterionMark("p", Verdict.Found))));
        Assert.Null(Why(taken, Mark(One, X with { Comment = new('长', 500) })));
        Assert.Equal(InspectionRefusal.TooLong, Why(taken, Mark(One, X with { Comment = new('长', 501) })));
        Assert.Equal(InspectionRefusal.AlreadyInspected, Why(Told, Mark(One, X)));
    }

    [Fact]
    public void What_nobody_looked_at_is_refused_and_never_taken_for_fine()
    {
        var taken = Then(Drawn(), Take(One));
        InspectionAct Only(InspectionEvent what, InspectionActor by, params CriterionMark[] marks) => new(what, by) { Words = "看过", Marks = marks };
        CriterionMark fine = new("y", Verdict.Fine), praise = new("p", Verdict.Fine);
        Assert.Equal(InspectionRefusal.Unmarked, Why(taken, Only(InspectionEvent.Inspected, One)));
        Assert.Equal(InspectionRefusal.Unmarked, Why(taken, Only(InspectionEvent.Inspected, One, X, fine)));
        // Words alone are no verdict.
        Assert.Equal(InspectionRefusal.Unmarked, Why(taken, Only(InspectionEvent.Inspected, One, X, fine, new("p", Verdict.Unmarked, 1, null, "待看"))));
        Assert.Null(Why(taken, Only(InspectionEvent.Inspected, One, X, fine, praise)));
        Assert.Equal(InspectionRefusal.Unmarked, Why(Apart, Only(InspectionEvent.Settled, Three, X)));
        Assert.Equal(InspectionRefusal.Unmarked, Why(Then(Told, Say(InspectionEvent.Objected, Wang, "不对")), Only(InspectionEvent.Changed, Four)));
        // To uphold it nothing is marked anew.
        Assert.Null(Why(Then(Told, Say(InspectionEvent.Objected, Wang, "不对")), Only(InspectionEvent.Upheld, Four)));
        // Kept is what says something: X alone.
        Assert.Equal([X], Then(taken, Only(InspectionEvent.Inspected, One, X, fine, praise)).Result!);
    }

    [Fact]
    public void What_two_said_alike_stands_before_the_third_and_what_they_differ_in_is_unmarked()
    {
        // X found by both, Y by the second alone; p is fine to both.
        var shared = MarkPairs.Shared(Form, [X], [X, Y]);
        Assert.Equal(["x Found", "p Fine"], shared.Select(m => $"{m.Criterion} {m.Verdict}"));
        Assert.Equal(["y"], Form.Unmarked(shared).Select(c => c.Id));
    }

    [Fact]
    public void Two_who_say_the_same_need_no_third_whatever_they_write()
    {
        var same = Then(Drawn(second: true), Take(One), Take(Two), Mark(One, X), Mark(Two, X with { Comment = "别的话", Message = null }, new CriterionMark("y", Verdict.Fine)));
        Assert.Equal((InspectionStage.Told, false), (same.Stage, same.Differs));
        Assert.True(Then(Drawn(second: true), Take(One), Take(Two), Mark(One, X), Mark(Two, X with { Times = 2 })).Differs);
        Assert.Null(Then(Drawn(second: true), Take(One), Take(Two), Mark(One, X)).Result);
    }

    [Fact]
    public void Where_they_differ_a_third_settles_it_and_nobody_else()
    {
        Assert.Equal((InspectionStage.ToSettle, (DateOnly?)null), (Apart.Stage, Apart.AnswerBy));
        Assert.Equal(InspectionRefusal.Marked, Why(Apart, Say(InspectionEvent.Settled, Two, "", X)));
        Assert.Equal(InspectionRefusal.OwnGroup, Why(Apart, Say(InspectionEvent.Settled, Three with { Group = "一组" }, "", X)));
        Assert.Equal(InspectionRefusal.NothingToSettle, Why(Told, Say(InspectionEvent.Settled, Three, "", X)));
        var settled = Then(Apart, Say(InspectionEvent.Settled, Three, "", X, Y));
        Assert.Equal((InspectionStage.Told, new DateOnly(2026, 11, 5), 2), (settled.Stage, settled.AnswerBy!.Value, settled.Result!.Count));
    }

    [Fact]
    public void An_objection_comes_in_time_with_words_and_from_the_agent_alone()
    {
        Assert.Equal(InspectionRefusal.NotTold, Why(Apart, Say(InspectionEvent.Objected, Wang, "不对")));
        Assert.Equal(InspectionRefusal.NotYours, Why(Told, Say(InspectionEvent.Objected, Three, "不对")));
        Assert.Equal(InspectionRefusal.NeedsReason, Why(Told, Say(InspectionEvent.Objected, Wang, " ")));
        Assert.Null(Why(Told, Say(InspectionEvent.Objected, Wang, "不对"), new(2026, 11, 5)));
        Assert.Equal(InspectionRefusal.AnswerOver, Why(Told, Say(InspectionEvent.Objected, Wang, "不对"), new(2026, 11, 6)));
        var objected = Then(Told, Say(InspectionEvent.Objected, Wang, "不对"));
        Assert.Equal((InspectionStage.Objected, ""), (objected.Stage, objected.Happened[^1].Why));
        Assert.Equal(InspectionRefusal.AlreadyAnswered, Why(objected, Say(InspectionEvent.Acknowledged, Wang)));
        Assert.Equal(InspectionRefusal.NotTold, Why(objected, Say(InspectionEvent.Stood, Hr), new(2026, 12, 1)));
    }

    [Fact]
    public void It_is_decided_by_somebody_who_marked_it_in_no_turn()
    {
        var objected = Then(Apart, Say(InspectionEvent.Settled, Three, "", X), Say(InspectionEvent.Objected, Wang, "不对"));
        foreach (var marked in new[] { One, Two, Three }) Assert.Equal(InspectionRefusal.Marked, Why(objected, Say(InspectionEvent.Upheld, marked, "没错")));
        Assert.Equal(InspectionRefusal.OwnWork, Why(objected, Say(InspectionEvent.Upheld, Wang, "没错")));
        Assert.Equal(InspectionRefusal.NeedsReason, Why(objected, Say(InspectionEvent.Upheld, Four)));
        Assert.Equal(InspectionRefusal.NothingObjected, Why(Told, Say(InspectionEvent.Upheld, Four, "没错")));
        Assert.Equal([X], Then(objected, Say(InspectionEvent.Upheld, Four, "没错")).Result!);
        var changed = Then(objected, Say(InspectionEvent.Changed, Four, "改"));
        Assert.Equal((InspectionStage.Stands, 0), (changed.Stage, changed.Result!.Count));
    }

    [Fact]
    public void A_groups_own_check_ends_with_a_word_to_the_agent_and_cannot_be_objected_to()
    {
        var leader = new InspectionActor("陈静", "一组", true, false, false);
        var taken = Then(Drawn(InspectionKind.Own), Take(leader));
        Assert.Equal(InspectionRefusal.NoteMissing, Why(taken, Mark(leader, X)));
        var coached = Then(taken, Mark(leader, X) with { Words = "下次先核实" });
        Assert.Equal((InspectionStage.Coached, (DateOnly?)null), (coached.Stage, coached.AnswerBy));
        Assert.Equal(InspectionRefusal.NotTold, Why(coached, Say(InspectionEvent.Objected, Wang, "不对")));
        Assert.Equal(InspectionRefusal.NotTold, Why(coached, Say(InspectionEvent.Stood, Hr)));
    }

    [Fact]
    public void What_is_void_says_why_and_goes_no_further()
    {
        Assert.Equal(InspectionRefusal.RoleMayNot, Why(Told, Say(InspectionEvent.Voided, One, "没有记录")));
        Assert.Equal(InspectionRefusal.NeedsReason, Why(Told, Say(InspectionEvent.Voided, Hr)));
        var gone = Then(Told, Say(InspectionEvent.Voided, Hr, "聊天记录已删除"));
        Assert.Equal((InspectionStage.Void, "聊天记录已删除"), (gone.Stage, gone.Happened[^1].Why));
        Assert.Equal(InspectionRefusal.AlreadyVoid, Why(gone, Take(Two)));
    }
}
