using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Growth;

/// <summary>A buyer of two lines, on 10 November 2026 from 09:00 to 18:00. Times are seconds from 09:00.</summary>
public sealed class DialogueTests
{
    private static readonly DialogueScript Script = new("late", new("催单", "Late"), new("", ""),
        [new(new("怎么还没到", "Where is it"), new("致歉并查单", "Sorry, and look"), ["抱歉", "单号"], 30), new(new("那要多久", "How long"), new("给出时间", "A time"), ["今天"], 60)],
        ["不知道"], [new("tone", new("语气", "Tone"), 40m, new("", "")), new("solve", new("解决", "Solve"), 60m, new("", ""))]);
    private static readonly Instant Opens = ShopClock.Shanghai.FromLocal(new(2026, 11, 10, 9, 0, 0));
    private static readonly DialogueSetting Setting = new("催单演练", "late", 1, Opens, Opens.Plus(9 * 3600), ["王雨桐"]);
    private static readonly DialogueState Set = new([new(DialogueEvent.Set, "陈静", Opens.Plus(-60)) { Setting = Setting }]);
    private static readonly DialogueMark[] Marks = [new("tone", 30m, ""), new("solve", 45.5m, "")];

    private static Instant At(long second) => Opens.Plus(second);
    private static DialogueRunState Begun => new([DialogueCycle.Begin(Set, 1, "王雨桐", false, At(0)).Happens!]);
    private static DialogueRunState Reply(DialogueRunState state, string text, long second) => new([.. state.Happened, DialogueCycle.Reply(state, "王雨桐", state.Step, text, Script, At(second)).Happens!]);

    [Fact]
    public void A_run_is_begun_once_within_the_window_by_who_was_asked()
    {
        DialogueRefusal? Begin(string who, long second, bool begun = false) => DialogueCycle.Begin(Set, 1, who, begun, At(second)).Refused;
        Assert.Null(Begin("王雨桐", 0));
        Assert.Equal(DialogueRefusal.NotAsked, Begin("李思远", 0));
        Assert.Equal(DialogueRefusal.NotOpenYet, Begin("王雨桐", -1));
        Assert.Null(Begin("王雨桐", 32_400));
        Assert.Equal(DialogueRefusal.WindowOver, Begin("王雨桐", 32_401));
        Assert.Equal(DialogueRefusal.AlreadyBegun, Begin("王雨桐", 1, begun: true));
        Assert.Equal(DialogueRefusal.CalledOff, DialogueCycle.Begin(new([.. Set.Happened, new(DialogueEvent.CalledOff, "陈静", At(0), "x")]), 1, "王雨桐", false, At(1)).Refused);
    }

    [Fact]
    public void A_line_is_answered_once_and_an_hour_after_the_first_no_more()
    {
        var state = Begun;
        DialogueRefusal? Say(int step, string text, long second, string who = "王雨桐") => DialogueCycle.Reply(state, who, step, text, Script, At(second)).Refused;
        Assert.Equal(DialogueRefusal.NotYours, Say(0, "亲", 5, "李思远"));
        Assert.Equal(DialogueRefusal.ReplyMissing, Say(0, "  ", 5));
        Assert.Equal(DialogueRefusal.ReplyTooLong, Say(0, new('长', 1001), 5));
        Assert.Equal(DialogueRefusal.StepAnswered, Say(1, "亲", 5));
        Assert.Null(Say(0, "亲", 3600));
        Assert.Equal(DialogueRefusal.TimeOver, Say(0, "亲", 3601));
        state = Reply(state, "亲，抱歉", 5);
        Assert.Equal(DialogueRefusal.StepAnswered, Say(0, "亲，抱歉", 6));
        state = Reply(state, "今天", 9);
        Assert.Equal(DialogueRefusal.AlreadyDone, Say(2, "还有", 10));
        Assert.Equal(At(9), state.EndedAt(Script));
        Assert.Equal(At(3600), Begun.EndedAt(Script));
    }

    [Fact]
    public void Seconds_count_from_the_buyers_line_and_words_are_found_or_not()
    {
        // 30 s after the first line; the second line comes with that reply, and is answered 61 s later.
        var aids = DialogueAids.Of(Script, Reply(Reply(Begun, "亲，抱歉让您久等", 30), "不知道，今天吧", 91));
        Assert.Equal([(30, true), (61, false)], aids.Select(a => (a.Seconds, a.InTime)));
        Assert.Equal(["抱歉|单号|", "今天||不知道"], aids.Select(a => $"{string.Join(',', a.Found)}|{string.Join(',', a.NotFound)}|{string.Join(',', a.Forbidden)}"));
        Assert.Empty(DialogueAids.Of(Script, Begun));
    }

    [Fact]
    public void A_person_scores_every_item_after_the_end_and_says_why_at_the_extremes()
    {
        var state = Reply(Reply(Begun, "抱歉", 5), "今天", 9);
        DialogueRefusal? Score(DialogueMark[] marks, string by = "qa", bool may = true, DialogueRunState? of = null, string comment = "") => DialogueCycle.Score(of ?? state, by, may, marks, comment, Script, At(10)).Refused;
        Assert.Null(Score(Marks));
        Assert.Equal(DialogueRefusal.RoleMayNot, Score(Marks, may: false));
        Assert.Equal(DialogueRefusal.OwnRun, Score(Marks, "王雨桐"));
        Assert.Equal(DialogueRefusal.NotDone, Score(Marks, of: Begun));
        Assert.Equal(DialogueRefusal.ItemsUnclear, Score([Marks[0]]));
        Assert.Equal(DialogueRefusal.ItemsUnclear, Score([Marks[0], Marks[0]]));
        Assert.Equal(DialogueRefusal.MarkOutOfRange, Score([Marks[0], new("solve", 60.01m, "x")]));
        Assert.Equal(DialogueRefusal.CommentMissing, Score([Marks[0], new("solve", 60m, " ")]));
        Assert.Null(Score([Marks[0], new("solve", 60m, "快而准")]));
        Assert.Equal(DialogueRefusal.CommentMissing, Score([new("tone", 0m, ""), Marks[1]]));
        Assert.Null(Score([new("tone", 0.01m, ""), Marks[1]]));
        Assert.Equal(DialogueRefusal.CommentTooLong, Score(Marks, comment: new('长', 501)));
        // 30 + 45.5 = 75.5 of 100
        Assert.Equal((75.5m, 100m), (new DialogueRunState([.. state.Happened, DialogueCycle.Score(state, "qa", true, Marks, "", Script, At(10)).Happens!]).Points, Script.Full));
    }

    [Fact]
    public void Each_reason_against_setting_one_is_named()
    {
        ExamActor chen = new("陈静", ["王雨桐"], false);
        DialogueRefusal? Of(DialogueSetting setting, ExamActor? by = null) => DialogueCycle.Set(by ?? chen, setting, At(-60)).Refused;
        Assert.Null(Of(Setting));
        Assert.Equal(DialogueRefusal.RoleMayNot, Of(Setting, new("王雨桐", [], false)));
        Assert.Equal(DialogueRefusal.NotYourGroup, Of(Setting with { Asked = ["陆明"] }));
        Assert.Equal(DialogueRefusal.NameMissing, Of(Setting with { Name = "" }));
        Assert.Equal(DialogueRefusal.TextTooLong, Of(Setting with { Name = new('长', 101) }));
        Assert.Equal(DialogueRefusal.WindowUnclear, Of(Setting with { Closes = Opens }));
        Assert.Equal(DialogueRefusal.TimeTooFar, Of(Setting with { Closes = At(401 * 86_400L) }));
        Assert.Equal(DialogueRefusal.NobodyAsked, Of(Setting with { Asked = [] }));
        Assert.Equal(DialogueRefusal.NeedsReason, DialogueCycle.CallOff(Set, chen, "", false, At(0)).Refused);
        Assert.Equal(DialogueRefusal.HasBegun, DialogueCycle.CallOff(Set, chen, "x", true, At(0)).Refused);
        Assert.Equal(DialogueRefusal.RoleMayNot, DialogueCycle.CallOff(Set, chen with { Name = "周" }, "x", false, At(0)).Refused);
    }
}
