using Heng.Engine.Appraisal;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Appraisal;

/// <summary>An appeal goes from the employee to an answer, once further, and no further; who may decide, and until when.</summary>
public sealed class AppealTests
{
    private static readonly DateOnly Published = new(2026, 11, 5);
    private static readonly AppealActor Wang = new("王雨桐", false, false), Li = new("李思远", false, false), Lead = new("陈静", false, true), OtherLead = new("赵磊", false, false), Hr = new("人事", true, false), Boss = new("店长", true, false);

    private AppealState? state;

    private static AppealSituation On(DateOnly today) => new(new(1_000), today, new(7)) { Bears = new HashSet<string> { "王雨桐", "李思远" }, SeenOn = Published, Parties = new HashSet<string> { "李思远" }, AnsweredOn = Published };
    private static AppealSituation Now => On(Published);

    private AppealRefusal? Try(AppealCommand command, AppealSituation? now = null)
    {
        var step = AppealCycle.Decide(state, command, now ?? Now);
        if (step.Happens is { } happens) state = state is null ? new(happens.Who, [happens]) : state with { Happened = [.. state.Happened, happens] };
        return step.Refused;
    }

    private void Do(AppealCommand command) => Assert.Null(Try(command));

    [Theory]
    [InlineData(5, null)]
    [InlineData(12, null)]
    [InlineData(13, AppealRefusal.WindowOver)]
    public void One_appeals_until_the_seventh_day_after_publishing(int day, AppealRefusal? refused) =>
        Assert.Equal(refused, Try(new RaiseAppeal(Wang, "是我谈的"), On(new(2026, 11, day))));

    [Theory]
    [InlineData(12, null)]
    [InlineData(13, AppealRefusal.WindowOver)]
    public void And_escalates_until_the_seventh_day_after_the_answer(int day, AppealRefusal? refused)
    {
        Do(new RaiseAppeal(Wang, "是我谈的"));
        Do(new AnswerAppeal(Lead, "聊天记录里是李思远谈成的", false));
        Assert.Equal(refused, Try(new EscalateAppeal(Wang, "电话里谈成的"), On(new(2026, 11, day))));
    }

    [Fact]
    public void What_nobody_could_see_yet_has_no_last_day() => Assert.Null(Try(new RaiseAppeal(Wang, "x"), On(new(2099, 1, 1)) with { SeenOn = null }));

    [Fact]
    public void Refused_twice_it_is_final()
    {
        Do(new RaiseAppeal(Wang, "是我谈的"));
        Assert.Equal((AppealStage.Raised, true), (state!.Stage, state.IsOpen));
        Assert.Equal(AppealRefusal.NotAnswered, Try(new EscalateAppeal(Wang, "等不及")));
        Do(new AnswerAppeal(Lead, "聊天里不是", false));
        Assert.Equal((AppealStage.Answered, false), (state.Stage, state.IsOpen));
        Assert.Equal(AppealRefusal.AlreadyDecided, Try(new AnswerAppeal(Hr, "我来", true)));
        Assert.Equal(AppealRefusal.NotYours, Try(new EscalateAppeal(Li, "他不服")));
        Do(new EscalateAppeal(Wang, "再看看"));
        // The second answer is HR's or the manager's.
        Assert.Equal(AppealRefusal.RoleMayNot, Try(new AnswerAppeal(new("另一组长", false, true), "不是", false)));
        Do(new AnswerAppeal(Boss, "核对过了，不是", false));
        Assert.Equal((AppealStage.Final, false), (state.Stage, state.Accepted));
        Assert.Equal(AppealRefusal.AlreadyEscalated, Try(new EscalateAppeal(Wang, "还是不服")));
    }

    [Fact]
    public void Nobody_decides_their_own_nor_what_they_gave_nor_what_they_answered()
    {
        Do(new RaiseAppeal(Wang, "是我谈的"));
        Assert.Equal(AppealRefusal.OwnAppeal, Try(new AnswerAppeal(Wang with { Leads = true }, "是我的", true)));
        Assert.Equal(AppealRefusal.OwnAppeal, Try(new AnswerAppeal(Li with { LeadsGroup = true }, "是我的", false)));
        Assert.Equal(AppealRefusal.OwnAppeal, Try(new AnswerAppeal(Lead, "我评的分没错", false), Now with { Parties = new HashSet<string> { "陈静" } }));
        Assert.Equal(AppealRefusal.RoleMayNot, Try(new AnswerAppeal(OtherLead, "不是", false)));
        Do(new AnswerAppeal(Hr, "不是", false));
        Do(new EscalateAppeal(Wang, "再看看"));
        Assert.Equal(AppealRefusal.OwnAppeal, Try(new AnswerAppeal(Hr, "还是不是", false)));
        Do(new AnswerAppeal(Boss, "是王雨桐的", true));
        Assert.Equal((AppealStage.Final, true), (state!.Stage, state.Accepted));
    }

    [Fact]
    public void An_accepted_one_is_final_at_once()
    {
        Do(new RaiseAppeal(Wang, "是我谈的"));
        Do(new AnswerAppeal(Lead, "有记录", true));
        Assert.Equal(AppealStage.Final, state!.Stage);
        Assert.Equal(AppealRefusal.AlreadyDecided, Try(new EscalateAppeal(Wang, "还要")));
        Assert.Equal(AppealRefusal.AlreadyDecided, Try(new AnswerAppeal(Hr, "反悔", false)));
    }

    [Fact]
    public void Each_reason_against_raising_has_its_name_and_its_turn()
    {
        var none = Now with { Known = false, Bears = new HashSet<string>(), Corrects = false, OpenElsewhere = true, DecidedBefore = true, SeenOn = new(2020, 1, 1) };
        Assert.Equal(AppealRefusal.UnknownFact, Try(new RaiseAppeal(Wang, ""), none));
        Assert.Equal(AppealRefusal.NotYours, Try(new RaiseAppeal(Wang, ""), none with { Known = true }));
        var own = none with { Known = true, Bears = Now.Bears };
        Assert.Equal(AppealRefusal.NeedsReason, Try(new RaiseAppeal(Wang, " "), own));
        Assert.Equal(AppealRefusal.NothingToCorrect, Try(new RaiseAppeal(Wang, "x"), own));
        Assert.Equal(AppealRefusal.AlreadyRaised, Try(new RaiseAppeal(Wang, "x"), own with { Corrects = true }));
        Assert.Equal(AppealRefusal.AlreadyDecided, Try(new RaiseAppeal(Wang, "x"), own with { Corrects = true, OpenElsewhere = false }));
        Assert.Equal(AppealRefusal.WindowOver, Try(new RaiseAppeal(Wang, "x"), own with { Corrects = true, OpenElsewhere = false, DecidedBefore = false }));
        Assert.Null(state);
    }

    [Fact]
    public void An_answer_needs_its_evidence_and_corrects_only_what_is_there_and_wrong()
    {
        Do(new RaiseAppeal(Wang, "是我谈的"));
        Assert.Equal(AppealRefusal.NeedsReason, Try(new AnswerAppeal(Lead, "", false)));
        Assert.Equal(AppealRefusal.UnknownFact, Try(new AnswerAppeal(Lead, "有记录", true), Now with { Known = false }));
        Assert.Equal(AppealRefusal.NothingToCorrect, Try(new AnswerAppeal(Lead, "有记录", true), Now with { Corrects = false }));
        // What is no longer in the records can still be refused.
        Assert.Null(Try(new AnswerAppeal(Lead, "记录已不在", false), Now with { Known = false }));
    }

    [Fact]
    public void Who_moved_is_told_by_month_and_who_did_not_is_not()
    {
        MonthStanding Has(decimal score, int rank, decimal net) => new(score, "B", rank, net);
        var before = new Dictionary<string, MonthStanding> { ["王雨桐"] = Has(80m, 2, 5000m), ["李思远"] = Has(90m, 1, 6000m), ["陈静"] = Has(70m, 3, 4000m), ["走了"] = Has(1m, 4, 1m) };
        var after = new Dictionary<string, MonthStanding> { ["王雨桐"] = Has(91m, 1, 5100m), ["李思远"] = Has(85m, 2, 5900m), ["陈静"] = Has(70m, 3, 4000m) };
        var moved = MonthMoves.Between(new(2026, 10), before, after);
        Assert.Equal(["李思远", "王雨桐", "走了"], moved.Select(m => m.Agent));
        Assert.Equal((Has(90m, 1, 6000m), Has(85m, 2, 5900m)), (moved[0].Before, moved[0].After));
        Assert.Equal(MonthStanding.None, moved[2].After);
    }
}
