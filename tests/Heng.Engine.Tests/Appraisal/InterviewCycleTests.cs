using Heng.Engine.Appraisal;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Appraisal;

public sealed class InterviewCycleTests
{
    private static readonly DateOnly Today = new(2026, 11, 10);
    private static readonly InterviewActor Leader = new("陈静", false, true), Agent = new("王雨桐", false, false), Hr = new("周倩", true, false);
    private static readonly InterviewText Text = new(Today, "好", "慢", []);

    private static InterviewState After(params (InterviewEvent What, string Who, string Hash)[] happened) => new("王雨桐", "陈静", 1, [.. happened.Select(h => new InterviewHappening(h.What, h.Who, new(1), h.Hash))]);

    private static readonly (InterviewEvent, string, string) Written = (InterviewEvent.Written, "陈静", "a"), Again = (InterviewEvent.Written, "陈静", "b"), ByLeader = (InterviewEvent.Signed, "陈静", "a"), ByAgent = (InterviewEvent.Signed, "王雨桐", "a"),
        Disagreed = (InterviewEvent.Disagreed, "王雨桐", "a"), On = (InterviewEvent.WentOn, "王雨桐", "a");

    [Fact]
    public void It_is_signed_with_the_second_signature_under_the_present_text()
    {
        Assert.Equal(InterviewStage.Unsigned, After(Written).Stage);
        Assert.Equal(InterviewStage.Unsigned, After(Written, ByLeader).Stage);
        Assert.Equal(InterviewStage.Signed, After(Written, ByLeader, ByAgent).Stage);
        Assert.Equal(InterviewStage.Signed, After(Written, Disagreed, ByLeader).Stage);
        Assert.Equal(InterviewStage.WentOn, After(Written, Disagreed, ByLeader, On).Stage);
        // Changed after one signature: both again, also where the text comes to be the same as at first.
        Assert.Equal(InterviewStage.Unsigned, After(Written, ByLeader, Again, ByAgent).Stage);
        Assert.Equal(InterviewStage.Unsigned, After(Written, ByLeader, Again, Written, ByAgent).Stage);
    }

    [Theory]
    [InlineData("a", null)]
    [InlineData("b", InterviewRefusal.TextChanged)]
    [InlineData("", InterviewRefusal.TextChanged)]
    public void One_signs_the_text_that_one_has_read(string hash, InterviewRefusal? refused) =>
        Assert.Equal(refused, InterviewCycle.Decide(After(Written), new SignInterview(Agent, hash, false, ""), new(2), Today).Refused);

    [Fact]
    public void Nobody_signs_for_another_and_a_signed_text_stays()
    {
        InterviewRefusal? Sign(InterviewState state, InterviewActor by, bool disagrees = false, string why = "") => InterviewCycle.Decide(state, new SignInterview(by, "a", disagrees, why), new(2), Today).Refused;
        Assert.Equal(InterviewRefusal.NotYours, Sign(After(Written), Hr));
        Assert.Equal(InterviewRefusal.AlreadySigned, Sign(After(Written, ByAgent), Agent));
        Assert.Equal(InterviewRefusal.NeedsReason, Sign(After(Written), Agent, true));
        Assert.Null(Sign(After(Written), Agent, true, "不对"));
        Assert.Equal(InterviewRefusal.OnlyThePerson, Sign(After(Written), Leader, true, "不对"));
        InterviewRefusal? Write(InterviewState state, InterviewActor by) => InterviewCycle.Decide(state, new WriteInterview(by, Text, "b"), new(2), Today).Refused;
        Assert.Null(Write(After(Written, ByAgent), Leader));
        Assert.Equal(InterviewRefusal.AlreadySigned, Write(After(Written, ByAgent, ByLeader), Leader));
        Assert.Equal(InterviewRefusal.NotYours, Write(After(Written), Agent));
    }

    [Fact]
    public void Leaders_interview_their_group_HR_anybody_and_the_next_level_is_for_another()
    {
        Assert.Null(InterviewCycle.MayLead(Leader, "王雨桐", [], false));
        Assert.Null(InterviewCycle.MayLead(Hr, "陈静", [], false));
        Assert.Equal(InterviewRefusal.RoleMayNot, InterviewCycle.MayLead(Agent, "李思远", [], false));
        Assert.Equal(InterviewRefusal.OwnInterview, InterviewCycle.MayLead(Hr, "周倩", [], false));
        var gone = After(Written, Disagreed, ByLeader, On);
        Assert.Null(InterviewCycle.MayLead(Hr, "王雨桐", [gone], false));
        Assert.Equal(InterviewRefusal.AlreadyGoneOn, InterviewCycle.MayLead(Hr, "王雨桐", [gone], true));
        Assert.Equal(InterviewRefusal.RoleMayNot, InterviewCycle.MayLead(Leader, "王雨桐", [gone], false));
        Assert.Equal(InterviewRefusal.NothingToGoOn, InterviewCycle.MayLead(Hr, "王雨桐", [After(Written, Disagreed, ByLeader)], false));
        Assert.Equal(InterviewRefusal.SamePersonAgain, InterviewCycle.MayLead(Hr, "王雨桐", [gone with { By = "周倩" }], false));
    }
}
