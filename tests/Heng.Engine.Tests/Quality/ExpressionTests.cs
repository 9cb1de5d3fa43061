using Heng.Engine.Quality;
using static Heng.Engine.Tests.Quality.Checks;

namespace Heng.Engine.Tests.Quality;

public sealed class ExpressionTests
{
    private const string Complaint = "买家：我要投诉\n客服：好的\n买家：发票呢\n客服：抱歉，马上开";

    [Fact]
    public void A_rule_is_asked_of_stretches_as_wide_as_its_widest_condition() =>
        Assert.Equal("1:投诉+2:好的", Of(new Every([Buyer(Any("投诉")), Agent(Any("好的"), Stretch.Round)]), Complaint));

    [Fact]
    public void Conditions_in_different_rounds_do_not_meet_in_one() =>
        Assert.Equal("", Of(new Every([Buyer(Any("投诉")), Agent(Any("抱歉"), Stretch.Round)]), Complaint));

    [Fact]
    public void In_a_reception_they_do() =>
        Assert.Equal("1:投诉+4:抱歉", Of(new Every([Buyer(Any("投诉")), Agent(Any("抱歉"), Stretch.Reception)]), Complaint));

    [Theory]
    [InlineData("客服：抱歉", "")]
    [InlineData("客服：没货", "1:没货")]
    [InlineData("客服：抱歉，没货", "")]
    public void What_must_not_stand_there_shows_nothing(string talk, string found) => Assert.Equal(found, Of(new Every([Agent(Any("没货")), new Not(Agent(Any("抱歉")))]), talk));

    [Fact]
    public void Either_shows_all_that_hold() => Assert.Equal("1:哦+1:嗯", Of(new Either([Agent(Any("哦")), Agent(Any("嗯"))]), "客服：哦，嗯"));

    [Theory]
    [InlineData("买家：在吗\n客服：在\n客服：好", "3")]
    [InlineData("买家：在吗", "")]
    [InlineData("买家：在吗\n客服：亲", "")]
    public void A_rule_of_absence_alone_points_at_the_last_message_looked_at(string talk, string found) =>
        Assert.Equal(found, Of(new Not(Agent(Any("亲"), Stretch.Reception)), talk));

    [Theory]
    [InlineData("买家：投诉\n客服：哦\n客服：抱歉", "2")]
    [InlineData("买家：投诉\n客服：抱歉\n客服：哦", "")]
    [InlineData("客服：哦\n买家：投诉\n客服：抱歉", "")]
    public void The_first_message_after_a_hit_is_counted_from_there(string talk, string found) =>
        Assert.Equal(found, Of(new Every([new Either([Buyer(Any("投诉")) with { Name = "complaint" }, Agent(Any("哦")), Agent(Any("抱歉"))]),
            Agent(None("抱歉"), Stretch.Reception) with { First = 1, Near = new("complaint", Side.After) }]), talk).Split('+').Where(s => !s.Contains(':')).FirstOrDefault() ?? "");

    [Theory]
    [InlineData("09:00:00 买家：投诉\n09:00:30 客服：哦", "1:投诉+2:哦")]
    [InlineData("09:00:00 买家：投诉\n09:00:31 客服：哦", "")]
    [InlineData("09:00:00 客服：哦\n09:00:30 买家：投诉", "")]
    public void After_within_seconds_holds_at_the_edge(string talk, string found) => Assert.Equal(found, Of(Beside(Side.After), talk));

    [Theory]
    [InlineData("09:00:00 客服：哦\n09:00:30 买家：投诉", "1:哦+2:投诉")]
    [InlineData("09:00:00 客服：哦\n09:00:31 买家：投诉", "")]
    [InlineData("09:00:00 买家：投诉\n09:00:30 客服：哦", "")]
    public void Before_within_seconds_too(string talk, string found) => Assert.Equal(found, Of(Beside(Side.Before), talk));

    [Theory]
    [InlineData("09:00:00 客服：哦\n09:00:30 买家：投诉", "1:哦+2:投诉")]
    [InlineData("09:00:00 买家：投诉\n09:00:30 客服：哦", "1:投诉+2:哦")]
    [InlineData("09:00:00 买家：投诉\n09:00:31 客服：哦", "")]
    public void Around_is_either(string talk, string found) => Assert.Equal(found, Of(Beside(Side.Around), talk));

    private static Every Beside(Side side) =>
        new([Buyer(Any("投诉")) with { Name = "complaint" }, Agent(Any("哦"), Stretch.Reception) with { Near = new("complaint", side, 30) }]);

    [Theory]
    [InlineData("客服：哦\n客服：哦\n客服：哦", "1:哦 2:哦")]
    [InlineData("客服：嗯\n客服：嗯\n客服：哦", "")]
    public void Only_the_first_messages_count(string talk, string found) => Assert.Equal(found, Of(Agent(Any("哦")) with { First = 2 }, talk));

    [Fact]
    public void First_of_a_round_is_counted_in_each() =>
        Assert.Equal("2:哦 5:哦", Of(Agent(Any("哦"), Stretch.Round) with { First = 1 }, "买家：在吗\n客服：哦\n客服：哦\n买家：嗯\n客服：哦"));
}
