using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Tests.Facts;

namespace Heng.Engine.Tests.Records;

/// <summary>What stands in the place of recorded facts.</summary>
public sealed class CorrectionTests
{
    private static Correction Of(CorrectedFact kind, string fact, long at = 100, string appeal = "appeal/1") => new("", kind, fact, new(2026, 10, 1), "有证据", "人事", new(at), appeal);

    [Fact]
    public void Of_several_of_one_fact_the_one_decided_last_stands_whatever_their_order()
    {
        Correction[] both = [Of(CorrectedFact.Entry, "a") with { Points = 8m }, Of(CorrectedFact.Entry, "a", 200, "appeal/2") with { Points = 9m }];
        Assert.Equal(9m, new Corrections(both).Of(CorrectedFact.Entry, "a")!.Points);
        Assert.Equal(9m, new Corrections(both.Reverse()).Of(CorrectedFact.Entry, "a")!.Points);
        Assert.Null(new Corrections(both).Of(CorrectedFact.Rating, "a"));
        Assert.Null(Corrections.None.Of(CorrectedFact.Entry, "a"));
    }

    [Fact]
    public void Points_and_attendance_are_read_as_corrected_and_others_as_they_are()
    {
        var (entry, sheet) = (new Entry(new(2026, 10), "李思远", "attitude", "leader", 6m, "一般", "陈静"), new Attendance(new(2026, 10), "李思远", 22m, 20m));
        var corrections = new Corrections([Of(CorrectedFact.Entry, Corrections.IdOf(entry)) with { Points = 8.5m }, Of(CorrectedFact.Attendance, "2026-10/李思远") with { DueDays = 22m, PaidDays = 21.5m }]);
        Assert.Equal((8.5m, "一般", "陈静"), (corrections.Of(entry).Points, corrections.Of(entry).Comment, corrections.Of(entry).By));
        Assert.Equal(6m, corrections.Of(entry with { By = "另一人" }).Points);
        Assert.Equal((22m, 21.5m), (corrections.Of(sheet).DueDays, corrections.Of(sheet).PaidDays));
        Assert.Equal(20m, corrections.Of(sheet with { Agent = "王雨桐" }).PaidDays);
    }

    [Fact]
    public void A_voided_rating_leaves_its_invitation_and_one_of_a_list_that_came_is_gone()
    {
        var asked = new Rating("小店", "小店:思远", "ann", new(1_000), new(2_000), RatingLevel.VeryDissatisfied);
        var came = asked with { Buyer = "bea", Source = RatingSource.Buyer };
        var corrections = new Corrections([Of(CorrectedFact.Rating, ServiceCredits.IdOf(asked)), Of(CorrectedFact.Rating, ServiceCredits.IdOf(came))]);
        Assert.Equal(asked with { RatedAt = null, Level = null }, corrections.Of(asked));
        Assert.Null(corrections.Of(came));
        var counted = Assert.Single(ServiceCredits.OfRatings(RuleSet.Default, [(corrections.Of(asked)!, 1)]));
        Assert.Equal((1L, 0L), (counted.Measures[Primitive.Invited], counted.Measures[Primitive.Rated]));
    }

    [Fact]
    public void A_review_that_is_set_aside_is_nobodys_and_still_the_shops()
    {
        var review = new Review("小店", "1", "杯", "李思远", new(1_000), ReviewLevel.Bad);
        var corrections = new Corrections([Of(CorrectedFact.Review, "1/杯")]);
        Assert.Equal((AgentDay.Unbound, 7), (corrections.WhoseOf(review, 7), Corrections.None.WhoseOf(review, 7)));
        var counted = Assert.Single(ServiceCredits.OfReviews(RuleSet.Default, [(review, corrections.WhoseOf(review, 7))], []));
        Assert.Equal((AgentDay.Unbound, 1L), (counted.Agent, counted.Measures[Primitive.ReviewsBad]));
    }

    [Fact]
    public void A_message_that_is_taken_out_neither_asks_nor_waits_and_is_one_of_the_filtered()
    {
        const string Lines = """
            09:00:00 buyer 有货吗
            09:05:00 ann 有的亲
            09:05:30 buyer 系统故障重发
            """;
        var messages = Chat.Messages(Lines, RuleSet.Default);
        DayFacts Folded(Func<Message, bool>? taken) => DayFold.Fold(Chat.Day, MessageRows.Of(Chat.Day, messages, RuleSet.Default, Chat.PersonAt, isCorrected: taken), RuleSet.Default);
        var (before, after) = (Folded(null), Folded(m => m.Text == "系统故障重发"));
        Measures Ann(DayFacts facts) => facts.AgentDays.First(d => d.Agent >= 0 && d.Measures[Primitive.AgentMessages] > 0).Measures;
        Assert.Equal((2L, 1L, 0L), (Ann(before)[Primitive.BuyerMessages], Ann(before)[Primitive.UnansweredRounds], Ann(before)[Primitive.FilteredMessages]));
        Assert.Equal((1L, 0L, 1L), (Ann(after)[Primitive.BuyerMessages], Ann(after)[Primitive.UnansweredRounds], Ann(after)[Primitive.FilteredMessages]));
        Assert.Equal((3, 0, 2, 1), (before.Folded, before.Filtered, after.Folded, after.Filtered));
        // The wait of 300 s is the first question's, with and without.
        Assert.Equal((300L, 300L), (Ann(before)[Primitive.RoundSeconds], Ann(after)[Primitive.RoundSeconds]));
    }
}
