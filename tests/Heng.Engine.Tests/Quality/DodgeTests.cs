using static Heng.Engine.Tests.Quality.Checks;

namespace Heng.Engine.Tests.Quality;

/// <summary>What people write so that a rule does not see it, and what only looks so.</summary>
public sealed class DodgeTests
{
    [Theory]
    [InlineData("微信", "加 微 信", "1:微 信")]
    [InlineData("加微信", "加，微，信吧", "1:加，微，信")]
    [InlineData("微信", "有微，信号不好", "")]
    [InlineData("微信", "有微\u200b信吗", "1:微\u200b信")]
    [InlineData("微信", "微❤️信", "1:微❤️信")]
    [InlineData("微信", "微①信", "1:微①信")]
    [InlineData("微信", "微1信", "")]
    [InlineData("微信", "加薇信", "")]
    [InlineData("返现", "返.现5元", "1:返.现")]
    [InlineData("返现", "退。返。现。金", "")]
    [InlineData("加微信", "要加，微信号", "")]
    [InlineData("vx", "加ＶＸ聊", "1:ＶＸ")]
    [InlineData("vx", "加Ⓥⓧ聊", "1:Ⓥⓧ")]
    [InlineData("vx", "加v-x聊", "1:v-x")]
    [InlineData("vx", "加⒱⒳聊", "1:⒱⒳")]
    [InlineData("qq", "加𝐪𝐪群", "1:𝐪𝐪")]
    [InlineData("qq", "加𝐪q群", "1:𝐪q")]
    [InlineData("qq", "加q 𝐪群", "1:q 𝐪")]
    [InlineData("wx", "加𝚠𝚡", "1:𝚠𝚡")]
    [InlineData("wx", "加🅦🅧聊", "1:🅦🅧")]
    [InlineData("hi", "说ℎ𝑖", "1:ℎ𝑖")]
    [InlineData("123", "号𝟏𝟐𝟑", "1:𝟏𝟐𝟑")]
    [InlineData("123", "号𝟏𝟐𝟑𝟒", "")]
    [InlineData("12315", "打①②③①⑤", "1:①②③①⑤")]
    [InlineData("12315", "打⑴⑵⑶⑴⑸吧", "1:⑴⑵⑶⑴⑸")]
    [InlineData("www", "看𝐰𝐰𝐰", "1:𝐰𝐰𝐰")]
    [InlineData("qq", "fa𝐪𝐪", "")]
    [InlineData("微信", "微😀信", "1:微😀信")]
    [InlineData("微信", "微🅰信", "1:微🅰信")]
    [InlineData("微信", "微信\uD835", "1:微信")]
    [InlineData("微信", "加微訊", "")]
    [InlineData("价钱", "這個價錢", "1:價錢")]
    [InlineData("什么", "什麼", "1:什麼")]
    [InlineData("你", "妳好", "1:妳")]
    [InlineData("好评", "给个好好好好评吧", "1:好好好好评")]
    [InlineData("好评", "给个好 好 好 好评吧", "1:好 好 好 好评")]
    [InlineData("好评", "好好评", "1:好评")]
    [InlineData("好评", "真好，好，好，评论呢", "")]
    [InlineData("哈哈哈", "哈哈哈", "1:哈哈哈")]
    [InlineData("哈哈哈", "哈哈", "")]
    [InlineData("哈", "哈哈哈", "1:哈哈哈")]
    public void A_phrase_is_found_behind_what_hides_it(string phrase, string said, string found) => Assert.Equal(found, Normalised(phrase, said));

    [Theory]
    [InlineData("qq", "加qq群", "1:qq")]
    [InlineData("qq", "加QQ12345", "1:QQ")]
    [InlineData("qq", "加qqq123", "")]
    [InlineData("qq", "faqq", "")]
    [InlineData("qq", "fa qq", "1:qq")]
    [InlineData("vx", "dev x", "")]
    [InlineData("12315", "打12315", "1:12315")]
    [InlineData("12315", "订单4123150", "")]
    [InlineData("12315", "付了123.15元", "")]
    [InlineData("12315", "打1 2 3 1 5", "1:1 2 3 1 5")]
    [InlineData("115", "1115", "")]
    public void Letters_and_digits_stand_alone(string phrase, string said, string found) => Assert.Equal(found, Normalised(phrase, said));

    [Theory]
    [InlineData("微信", "加微 信", "")]
    [InlineData("微信", "加微信", "1:微信")]
    [InlineData("QQ", "加qq", "")]
    [InlineData("100%", "这是100%的", "1:100%")]
    public void Raw_is_as_written(string phrase, string said, string found) => Assert.Equal(found, Of(Agent(Any(phrase)), $"客服：{said}"));

    [Fact]
    public void An_ideograph_of_two_halves_is_shown_whole() => Assert.Equal("1:吃𠮷", Normalised("吃𠮷", "吃𠮷"));

    /// <summary>One letter or digit as somebody may dress it; circled digits need a neighbour, so numbers wear them throughout.</summary>
    private static string Dressed(char c, int dress) => (dress, char.IsAsciiDigit(c)) switch
    {
        (1, _) => ((char)(c + 0xFEE0)).ToString(),
        (2, false) => char.ConvertFromUtf32(0x1D41A + (c - 'a')),
        (3, false) => char.ConvertFromUtf32(0x1D68A + (c - 'a')),
        (4, false) => ((char)('ⓐ' + (c - 'a'))).ToString(),
        (5, false) => char.ConvertFromUtf32(0x1F150 + (c - 'a')),
        (2 or 4, true) => char.ConvertFromUtf32(0x1D7CE + (c - '0')),
        (3 or 5, true) => char.ConvertFromUtf32(0x1D7F6 + (c - '0')),
        _ => c.ToString(),
    };

    [Fact]
    public void Whatever_dress_its_letters_wear_a_phrase_is_found_where_it_stands_and_nowhere_else()
    {
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var phrase = string.Concat(Enumerable.Range(0, random.Next(2, 7)).Select(_ => random.Next(2) == 0 ? (char)('a' + random.Next(26)) : (char)('0' + random.Next(10))));
            var dressed = string.Concat(phrase.Select(c => Dressed(c, random.Next(6))));
            Assert.Equal($"1:{dressed}", Normalised(phrase, $"加{dressed}吧"));
            Assert.Equal(phrase, Heng.Engine.Quality.Text.Evening.Of(dressed));
        }
    }
}
