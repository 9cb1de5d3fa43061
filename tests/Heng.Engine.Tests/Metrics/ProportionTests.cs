using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Tests.Metrics;

public sealed class ProportionTests
{
    [Theory]
    [InlineData("satisfaction")]
    [InlineData("consult-conversion")]
    [InlineData("within-30s")]
    [InlineData("reply-rate")]
    [InlineData("complaint-rate")]
    [InlineData("one-contact-resolution")]
    public void A_rate_of_things_that_were_or_were_not_so_has_an_interval(string id) => Assert.True(Proportions.Tells(Catalogue.Find(id)!));

    [Theory]
    [InlineData("average-response")]       // a mean
    [InlineData("online-share")]           // a share of time
    [InlineData("saturation")]
    [InlineData("refund-rate-amount")]     // a share of money
    [InlineData("target-completion")]
    [InlineData("share-of-shop")]
    [InlineData("consulted")]              // a count
    public void Shares_of_time_and_money_means_and_counts_have_none(string id) => Assert.False(Proportions.Tells(Catalogue.Find(id)!));

    [Fact]
    public void More_complaints_than_receptions_are_no_sample()
    {
        Confidence? Of(decimal part, decimal whole) => Proportions.Of(new(Catalogue.Find("complaint-rate")!, part / whole, part, whole, ValueState.Final, null));
        Assert.NotNull(Of(3m, 3m));
        Assert.Null(Of(4m, 3m));
    }

    [Fact]
    public void Without_a_value_there_is_no_interval() =>
        Assert.Null(Proportions.Of(new(Catalogue.Find("satisfaction")!, null, 0m, 0m, ValueState.Missing, null)));
}
