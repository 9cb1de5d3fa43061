using Heng.Engine.Quality;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Quality.Phrases;

public sealed class PhraseUseTests
{
    private static readonly DateOnly First = new(2026, 10, 1), Today = new(2026, 10, 20);

    private static PhraseVersion Version(string text, string code = "a", int version = 1, DateOnly? from = null, DateOnly? last = null) => new(code, version, text, "开场", "李思远", from ?? First, last);

    private static PhraseUse? In(string message, params PhraseVersion[] library) => new PhraseUses(new(library)).In(message, Today);
    private static bool Uses(string message, string phrase) => In(message, Version(phrase)) is not null;

    [Theory]
    [InlineData("亲，在的", "亲，在的")]
    [InlineData("  亲，在的 \n", "亲，在的")]
    [InlineData("亲,在的", "亲，在的")]
    [InlineData("亲，在 的", "亲，在的")]
    [InlineData("ｏｋ！", "OK!")]
    public void White_space_width_and_case_make_no_difference(string message, string phrase) => Assert.True(Uses(message, phrase));

    [Theory]
    [InlineData("亲，在哦")]
    [InlineData("亲，在的哦")]
    public void A_phrase_of_less_than_eight_characters_is_used_word_for_word(string message) => Assert.False(Uses(message, "亲，在的"));

    /// <summary>A phrase of 21 characters has 20 pairs. A character more at its end: 2 × 20 ÷ (20 + 21). One changed within: 2 × 18 ÷ 40 = 90 %; two apart: 16 ÷ 20 = 80 %.</summary>
    [Theory]
    [InlineData("零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", true)]
    [InlineData("零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子", true)]
    [InlineData("零一二三四五六七八九十甲乙丙丁戊己庚辛壬丑癸", true)]
    [InlineData("零一二三四子六七八九十甲乙丙丁戊己庚辛壬癸", true)]
    [InlineData("零一二三四子六七八九十甲乙丙丑戊己庚辛壬癸", false)]
    public void A_longer_phrase_may_have_other_words_within_85_percent_of_its_pairs(string message, bool uses) => Assert.Equal(uses, Uses(message, "零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"));

    /// <summary>20 pairs. Of 17 shared, 2 × 17 ÷ (20 + 20) is 85 % and in; the last three characters lost and three others in their place.</summary>
    [Fact]
    public void Exactly_85_percent_is_in()
    {
        const string phrase = "零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸";

        Assert.True(Uses("零一二三四五六七八九十甲乙丙丁戊己庚子丑寅", phrase));
        Assert.False(Uses("零一二三四五六七八九十甲乙丙丁戊己卯子丑寅", phrase));
    }

    [Fact]
    public void Pairs_count_as_often_as_they_stand_there()
    {
        // 哈哈 nine times in the phrase, once in the message, whose other pairs are not the phrase's.
        Assert.False(Uses("哈哈一二三四五六七八", "哈哈哈哈哈哈哈哈哈哈"));
        Assert.True(Uses("哈哈哈哈哈哈哈哈哈", "哈哈哈哈哈哈哈哈哈哈"));
    }

    [Theory]
    [InlineData("亲爱的小王您好", true)]
    [InlineData("亲爱的您好", true)]
    [InlineData("亲爱的一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十您好", true)]
    [InlineData("亲爱的一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一您好", false)]
    [InlineData("亲爱的小王您好呀", false)]
    public void A_placeholder_stands_for_up_to_40_characters(string message, bool uses) => Assert.Equal(uses, Uses(message, "亲爱的{name}您好"));

    /// <summary>Besides the placeholder 20 characters with 18 pairs. One character changed takes two of them: 16 ÷ 18 is 88 %; two changed 14 ÷ 18, 77 %.</summary>
    [Theory]
    [InlineData("零一二三四五六七八九小王甲乙丙丁戊己庚辛壬癸", true)]
    [InlineData("零一二三子五六七八九小王甲乙丙丁戊己庚辛壬癸", true)]
    [InlineData("零一二三子五六七八九小王甲乙丙丑戊己庚辛壬癸", false)]
    public void What_fills_a_placeholder_takes_no_part_in_how_alike_the_rest_is(string message, bool uses) => Assert.Equal(uses, Uses(message, "零一二三四五六七八九{name}甲乙丙丁戊己庚辛壬癸"));

    [Fact]
    public void Between_two_placeholders_the_text_is_word_for_word()
    {
        Assert.True(Uses("订单12345已发往杭州，请您留意查收", "订单{no}已发往{city}，请您留意查收"));
        Assert.False(Uses("订单12345已经往杭州，请您留意查收", "订单{no}已发往{city}，请您留意查收"));
    }

    [Fact]
    public void Braces_with_nothing_between_them_are_text()
    {
        Assert.True(Uses("{}在的", "{}在的"));
        Assert.False(Uses("小王在的", "{}在的"));
    }

    [Fact]
    public void A_version_past_its_day_or_replaced_is_an_expired_use_and_one_that_has_not_begun_is_none()
    {
        Assert.True(In("满百减十还包邮哦", Version("满百减十还包邮哦", last: Today.AddDays(-1)))!.Value.Expired);
        Assert.False(In("满百减十还包邮哦", Version("满百减十还包邮哦", last: Today))!.Value.Expired);
        Assert.Null(In("满百减十还包邮哦", Version("满百减十还包邮哦", from: Today.AddDays(1))));
    }

    [Fact]
    public void The_same_words_in_a_version_that_is_valid_are_no_expired_use()
    {
        var use = In("满百减十还包邮哦", Version("满百减十还包邮哦", last: Today.AddDays(-1)), Version("满百减十还包邮哦", version: 2, from: Today));

        Assert.Equal((2, false), (use!.Value.Version.Version, use.Value.Expired));
    }

    /// <summary>Word for word the old one, 18 of 20 pairs the new one's: the old one was used. With a word of its own it is as good as the new one.</summary>
    [Fact]
    public void Word_for_word_comes_before_other_words_and_then_valid_before_expired()
    {
        PhraseVersion[] library = [Version("零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", last: Today.AddDays(-1)), Version("零一二三四子六七八九十甲乙丙丁戊己庚辛壬癸", version: 2, from: Today)];

        Assert.Equal((1, true), In("零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", library) is { } old ? (old.Version.Version, old.Expired) : default);
        Assert.Equal((2, false), In("零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸呢", library) is { } other ? (other.Version.Version, other.Expired) : default);
    }

    [Fact]
    public void Only_what_the_agent_wrote_is_looked_at()
    {
        var talk = new Talk();
        talk.Add(Speaker.Buyer, MessageKind.Text, 0, "您好在的");
        talk.Add(Speaker.Auto, MessageKind.Text, 1, "您好在的");
        talk.Add(Speaker.Agent, MessageKind.Image, 2, "您好在的");
        talk.Add(Speaker.Agent, MessageKind.Text, 3, "您好在的");
        talk.Add(Speaker.Agent, MessageKind.Text, 4, "稍等");
        var found = new List<PhraseUse>();

        Assert.Equal(2, new PhraseUses(new([Version("您好在的")])).Of(talk, Today, found));
        Assert.Equal([3], found.Select(u => u.Line));
        Assert.Equal([3], PhraseUses.Of(new([Version("您好在的")]), talk, Today).Select(u => u.Line));
    }

    /// <summary>The index leaves out nothing that holding every phrase against every message would find.</summary>
    [Fact]
    public void What_the_index_finds_is_what_a_look_at_each_phrase_finds()
    {
        var random = new Random(7);
        string Text(int length) => new([.. Enumerable.Range(0, length).Select(_ => "您好亲在的稍等发货快递满减包邮"[random.Next(15)])]);
        PhraseVersion[] library = [.. Enumerable.Range(0, 60).Select(i => Version(i % 7 == 0 ? Text(6) + "{x}" + Text(6) : Text(3 + random.Next(30)), $"p{i:00}"))];
        var uses = new PhraseUses(new(library));
        var found = 0;
        for (var i = 0; i < 1000; i++)
        {
            var message = library[random.Next(library.Length)].Text.Replace("{x}", "小王", StringComparison.Ordinal);
            for (var edit = random.Next(4); edit > 0; edit--) message = message.Insert(random.Next(message.Length + 1), Text(1)).Remove(random.Next(message.Length), random.Next(2));
            var alone = library.Select(v => In(message, v)).OfType<PhraseUse>().Count();
            var together = uses.In(message, Today);
            Assert.Equal(alone > 0, together is not null);
            if (together is { } use) Assert.Equal(use, In(message, use.Version));
            found += alone;
        }
        Assert.InRange(found, 250, 10_000);
    }
}
