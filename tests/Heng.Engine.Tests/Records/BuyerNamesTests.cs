using Heng.Engine.Records;

namespace Heng.Engine.Tests.Records;

public class BuyerNamesTests
{
    private static readonly BuyerNames Names = new([new("s", "摩**", "摩登小雨"), new("s", "AAEx1", "摩**"), new("s", "ring", "round"), new("s", "round", "ring"), new("s", "t**1", "t**1")]);

    [Theory]
    [InlineData("摩**", "摩登小雨")] // said by an alias
    [InlineData("AAEx1", "摩登小雨")] // through two
    [InlineData("摩登小雨", "摩登小雨")] // the buyer's own
    [InlineData("other", "other")]
    [InlineData("ring", "ring")] // a ring means itself
    [InlineData("t**1", "t**1")] // said to be whoever the chats call so
    [InlineData("莉**", null)] // never by the first letter
    [InlineData("a**2", null)]
    public void A_name_joins_the_buyer_it_means(string name, string? buyer) => Assert.Equal(buyer, Names.Joining(name));

    [Theory]
    [InlineData("摩**", true)]
    [InlineData("jd_****", true)]
    [InlineData("t**1", true)]
    [InlineData("王**五", true)]
    [InlineData("t＊＊1", true)]
    [InlineData("摩**10", true)] // three characters are left
    [InlineData("摩**100", false)] // four tell people apart
    [InlineData("tb_2026", false)]
    [InlineData("a*b", false)] // one star within is a name
    [InlineData("a*", true)]
    public void A_mask_leaves_too_little_to_tell_people_apart(string name, bool masked) => Assert.Equal(masked, BuyerNames.IsMasked(name));

    [Fact]
    public void A_buyer_has_the_aliases_that_lead_there() => Assert.Equal(["AAEx1", "摩**"], Names.AliasesOf("摩登小雨").Order(StringComparer.Ordinal));
}
