using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

public class ServiceCreditTests
{
    private static Rating Rated(string sent, string? rated, RatingLevel? level) =>
        new("shop", "main:sub", "b", At(sent), rated is null ? null : At(rated), level);

    [Fact]
    public void An_invitation_without_an_answer_is_an_invitation()
    {
        var only = Assert.Single(ServiceCredits.OfRatings(RuleSet.Default, [(Rated("1 10:00", null, null), A)]));
        Assert.Equal((1, 0), (only.Measures[Primitive.Invited], only.Measures[Primitive.Rated]));
    }

    [Fact]
    public void A_rating_counts_on_the_day_it_came()
    {
        var found = ServiceCredits.OfRatings(RuleSet.Default, [(Rated("1 23:59", "2 00:01", RatingLevel.Satisfied), A)]);
        Assert.Equal([(Day(1), 1L, 0L), (Day(2), 0L, 1L)], found.Select(c => (c.Day, c.Measures[Primitive.Invited], c.Measures[Primitive.RatedSatisfied])));
        Assert.Equal(found[0].Fact, found[1].Fact);
    }

    [Fact]
    public void A_rating_of_a_list_that_tells_who_began_it_counts_and_no_invitation_with_it()
    {
        var told = Rated("1 10:00", "1 10:00", RatingLevel.Satisfied) with { Source = RatingSource.Agent };
        var only = Assert.Single(ServiceCredits.OfRatings(RuleSet.Default, [(told, A)]));
        Assert.Equal((0, 1, 1), (only.Measures[Primitive.Invited], only.Measures[Primitive.Rated], only.Measures[Primitive.RatedAlone]));
    }

    [Theory]
    [InlineData(RatingLevel.VerySatisfied, Primitive.RatedVerySatisfied)]
    [InlineData(RatingLevel.Neutral, Primitive.RatedNeutral)]
    [InlineData(RatingLevel.VeryDissatisfied, Primitive.RatedVeryDissatisfied)]
    public void Each_level_has_its_own_count(RatingLevel level, Primitive primitive) =>
        Assert.Equal(1, Assert.Single(ServiceCredits.OfRatings(RuleSet.Default, [(Rated("1 10:00", "1 10:01", level), A)])).Measures[primitive]);

    [Fact]
    public void A_review_goes_to_its_agent_else_follows_the_order()
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:20").Order("1", "1 10:05", "1 10:06").Order("2", "1 09:00", "1 09:01");
        Review Of(string order) => new("shop", order, "item", null, At("5 10:00"), ReviewLevel.Bad);
        var found = ServiceCredits.OfReviews(desk.Rules, [(Of("1"), null), (Of("1"), B), (Of("2"), null), (Of("none"), null)], desk.Ledger());
        Assert.Equal([A, B, AgentDay.Silent, AgentDay.Unbound], found.Select(c => c.Agent));
        Assert.All(found, c => Assert.Equal((1, Day(5), "item"), (c.Measures[Primitive.ReviewsBad], c.Day, c.Fact.Split('/')[1])));
    }
}
