using Heng.Engine.Records;
using Heng.Engine.Voice;

namespace Heng.Engine.Tests.Voice;

public sealed class SuggestionCycleTests
{
    private static readonly ShopClock Clock = ShopClock.Shanghai;
    private static readonly DateOnly Day = new(2026, 10, 5);
    private static readonly Instant Morning = Clock.StartOf(Day).Plus(9 * 3600), Midnight = Clock.StartOf(Day);
    private static readonly VoiceActor Ann = new("ann", false, false), Bob = new("bob", false, false), Leader = new("lea", false, true), Hr = new("hr", true, false), Manager = new("max", true, false);

    private static SuggestionHappening Written(VoiceActor by, bool unnamed = false) =>
        SuggestionCycle.Write(new(by, " 快捷短语按品类分组 ", "现在要翻很久", "省时间", SuggestionCategory.Tools, unnamed), Morning, Midnight).Happens!;

    private static SuggestionState New(VoiceActor? by = null, bool unnamed = false) => new([Written(by ?? Ann, unnamed)]);

    private static SuggestionState Then(SuggestionState state, SuggestionStep step) => new([.. state.Happened, Assert.IsType<SuggestionHappening>(step.Happens)]);

    private static SuggestionStep Answer(SuggestionState state, VoiceActor by, SuggestionEvent what, string why = "因为", SuggestionEvent? verdict = null) =>
        SuggestionCycle.Answer(state, new(by, 1, what, why) { Verdict = verdict }, Morning);

    [Fact]
    public void An_unnamed_one_keeps_neither_who_nor_the_hour()
    {
        var kept = Written(Ann, unnamed: true);
        Assert.Equal(("", Midnight, "快捷短语按品类分组"), (kept.Who, kept.At, kept.Title));
        Assert.Null(new SuggestionState([kept]).Author);
        Assert.Equal(("ann", Morning), (Written(Ann).Who, Written(Ann).At));
    }

    [Theory]
    [InlineData("", "x", SuggestionRefusal.NeedsTitle)]
    [InlineData("x", " ", SuggestionRefusal.NeedsWords)]
    public void What_says_nothing_is_refused(string title, string words, SuggestionRefusal refused) =>
        Assert.Equal(refused, SuggestionCycle.Write(new(Ann, title, words, "", SuggestionCategory.Other, false), Morning, Midnight).Refused);

    [Theory]
    [InlineData(60, 1000, 500, true)]
    [InlineData(61, 1, 1, false)]
    [InlineData(1, 1001, 1, false)]
    [InlineData(1, 1, 501, false)]
    public void Texts_have_a_length(int title, int words, int helps, bool taken) =>
        Assert.Equal(taken ? null : SuggestionRefusal.TextTooLong, SuggestionCycle.Write(new(Ann, new('x', title), new('x', words), new('x', helps), SuggestionCategory.Other, false), Morning, Midnight).Refused);

    [Fact]
    public void One_votes_once_takes_it_back_and_never_for_ones_own()
    {
        var state = New();
        Assert.Equal(SuggestionRefusal.OwnSuggestion, SuggestionCycle.Vote(state, new(Ann, true), Morning).Refused);
        Assert.Equal(SuggestionRefusal.NotVoted, SuggestionCycle.Vote(state, new(Bob, false), Morning).Refused);
        state = Then(state, SuggestionCycle.Vote(state, new(Bob, true), Morning));
        Assert.Equal(SuggestionRefusal.AlreadyVoted, SuggestionCycle.Vote(state, new(Bob, true), Morning).Refused);
        Assert.Equal(["bob"], state.Voters);
        state = Then(state, SuggestionCycle.Vote(state, new(Bob, false), Morning));
        Assert.Empty(state.Voters);
        state = Then(state, Answer(state, Hr, SuggestionEvent.Adopted));
        Assert.Equal(SuggestionRefusal.VotesClosed, SuggestionCycle.Vote(state, new(Bob, true), Morning).Refused);
    }

    [Fact]
    public void A_leader_proposes_HR_decides_and_an_adopted_one_is_done_with_its_effect()
    {
        var state = Then(New(), Answer(New(), Leader, SuggestionEvent.LookedAt));
        Assert.Equal(SuggestionStage.LookedAt, state.Stage);
        Assert.Equal(SuggestionRefusal.RoleMayNot, Answer(state, Leader, SuggestionEvent.Adopted).Refused);
        Assert.Equal(SuggestionRefusal.NoVerdict, Answer(state, Leader, SuggestionEvent.Proposed).Refused);
        state = Then(state, Answer(state, Leader, SuggestionEvent.Proposed, verdict: SuggestionEvent.Adopted));
        Assert.Equal((SuggestionStage.LookedAt, SuggestionEvent.Adopted), (state.Stage, state.Proposal!.Verdict));
        Assert.Equal(SuggestionRefusal.NotAdopted, Answer(state, Hr, SuggestionEvent.Done).Refused);
        Assert.Equal(SuggestionRefusal.NeedsReason, Answer(state, Hr, SuggestionEvent.Adopted, " ").Refused);
        state = Then(state, Answer(state, Hr, SuggestionEvent.Adopted));
        Assert.Null(state.Proposal);
        Assert.Equal(SuggestionRefusal.AlreadyDecided, Answer(state, Manager, SuggestionEvent.NotAdopted).Refused);
        Assert.Equal(SuggestionRefusal.AlreadyDecided, Answer(state, Manager, SuggestionEvent.LookedAt).Refused);
        Assert.Equal(SuggestionRefusal.NotDone, Answer(state, Leader, SuggestionEvent.EffectNoted).Refused);
        state = Then(state, Answer(state, Leader, SuggestionEvent.Done, "已上线"));
        state = Then(state, Answer(state, Leader, SuggestionEvent.EffectNoted, "每天少翻 20 次"));
        Assert.Equal(SuggestionStage.Done, state.Stage);
    }

    [Fact]
    public void What_was_put_off_or_not_adopted_may_be_looked_at_again()
    {
        var later = Then(New(), Answer(New(), Hr, SuggestionEvent.PutOff));
        Assert.Equal(SuggestionRefusal.AlreadyDecided, Answer(later, Hr, SuggestionEvent.PutOff).Refused);
        Assert.Null(Answer(later, Hr, SuggestionEvent.Adopted).Refused);
        var not = Then(New(), Answer(New(), Hr, SuggestionEvent.NotAdopted));
        Assert.Equal(SuggestionRefusal.AlreadyDecided, Answer(not, Hr, SuggestionEvent.Adopted).Refused);
        Assert.Equal(SuggestionStage.LookedAt, Then(not, Answer(not, Hr, SuggestionEvent.LookedAt)).Stage);
    }

    [Fact]
    public void Nobody_answers_their_own_and_an_agent_answers_none()
    {
        Assert.Equal(SuggestionRefusal.OwnSuggestion, Answer(New(Hr), Hr, SuggestionEvent.Adopted).Refused);
        Assert.Equal(SuggestionRefusal.OwnSuggestion, Answer(New(Leader), Leader, SuggestionEvent.Commented).Refused);
        Assert.Equal(SuggestionRefusal.RoleMayNot, Answer(New(), Bob, SuggestionEvent.Commented).Refused);
        Assert.Null(Answer(New(Hr), Manager, SuggestionEvent.Adopted).Refused);
    }

    [Fact]
    public void An_answer_on_the_seventh_day_is_in_time_and_one_that_has_not_come_on_the_eighth_is_a_day_late()
    {
        var state = New();
        Assert.Equal((0, 1), (state.DaysLate(Clock, Day.AddDays(7)), state.DaysLate(Clock, Day.AddDays(8))));
        var voted = Then(state, SuggestionCycle.Vote(state, new(Bob, true), Morning));
        Assert.Equal(1, voted.DaysLate(Clock, Day.AddDays(8)));
        Assert.Equal(0, Then(voted, Answer(voted, Leader, SuggestionEvent.Commented)).DaysLate(Clock, Day.AddDays(30)));
    }

    [Fact]
    public void Merged_votes_add_one_a_person_and_the_author_of_the_duplicate_is_for_it()
    {
        // 1 by ann: bob, cat. 2 by dan, merged into 1: bob, ann, eve. 3 unnamed, merged into 2 before: fay. Together bob cat dan eve fay, and never ann.
        var one = With(New(), "bob", "cat");
        var three = Merged(With(New(unnamed: true), "fay"), 3, (2, New()));
        var two = Merged(With(New(new("dan", false, false)), "bob", "ann", "eve"), 2, (1, one));
        var all = new Dictionary<long, SuggestionState> { [1] = one, [2] = two, [3] = three };
        Assert.Equal(["bob", "cat", "dan", "eve", "fay"], SuggestionVotes.For(1, all).Order(StringComparer.Ordinal));
        Assert.Equal(SuggestionStage.Merged, two.Stage);
        Assert.Equal(SuggestionRefusal.AlreadyMerged, Merge(New(), 4, (2, two)));
        Assert.Equal(SuggestionRefusal.SameSuggestion, Merge(one, 1, (1, one)));
        Assert.Equal(SuggestionRefusal.RoleMayNot, SuggestionCycle.Answer(New(), new(Leader, 4, SuggestionEvent.Merged, "同") { Into = (1, one) }, Morning).Refused);
    }

    [Fact]
    public void Two_that_were_merged_into_each_other_at_once_still_count()
    {
        var (one, two) = (With(New(), "bob"), With(New(), "cat"));
        var all = new Dictionary<long, SuggestionState> { [1] = Merged(one, 1, (2, two)), [2] = Merged(two, 2, (1, one)) };
        Assert.Equal(["bob", "cat"], SuggestionVotes.For(1, all).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_board_ranks_by_adopted_then_votes_over_the_days_they_were_made()
    {
        SuggestionState Adopted(VoiceActor by) => Then(New(by), Answer(New(by), Hr, SuggestionEvent.Adopted));
        var all = new Dictionary<long, SuggestionState>
        {
            [1] = Adopted(Ann), [2] = With(New(Bob), "cat", "dan", "eve"), [3] = With(New(Bob), "cat"), [4] = Then(Adopted(Leader), Answer(Adopted(Leader), Hr, SuggestionEvent.Done)),
            [5] = With(New(unnamed: true), "cat"), [6] = Merged(New(Manager), 6, (2, New(Bob))),
        };
        // max's is a duplicate of bob's: nothing to max, and his vote to bob: 3 + max + 1.
        var board = SuggestionRanking.Of(all, Clock, Day, Day);
        Assert.Equal([(1, "ann", 1, 1, 0, 0), (1, "lea", 1, 1, 1, 0), (3, "bob", 2, 0, 0, 5)], board.Select(r => (r.Place, r.Author, r.Written, r.Adopted, r.Done, r.Votes)));
        Assert.Empty(SuggestionRanking.Of(all, Clock, Day.AddDays(1), Day.AddDays(30)));
    }

    private static SuggestionState With(SuggestionState state, params string[] voters) =>
        voters.Aggregate(state, (s, who) => Then(s, SuggestionCycle.Vote(s, new(new(who, false, false), true), Morning)));

    private static SuggestionState Merged(SuggestionState state, long id, (long, SuggestionState) into) =>
        Then(state, SuggestionCycle.Answer(state, new(Hr, id, SuggestionEvent.Merged, "同一件事") { Into = into }, Morning));

    private static SuggestionRefusal? Merge(SuggestionState state, long id, (long, SuggestionState) into) =>
        SuggestionCycle.Answer(state, new(Hr, id, SuggestionEvent.Merged, "同一件事") { Into = into }, Morning).Refused;
}
