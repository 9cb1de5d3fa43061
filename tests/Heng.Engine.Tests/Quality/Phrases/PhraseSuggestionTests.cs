using Heng.Engine.Metrics;
using Heng.Engine.Quality.Phrases;

namespace Heng.Engine.Tests.Quality.Phrases;

public sealed class PhraseSuggestionTests
{
    private static readonly DateOnly Today = new(2026, 10, 20);
    private static readonly PhraseIndex Nothing = new([]);

    private static IEnumerable<WrittenAnswer> Said(string text, params string[] agents) => agents.Select((a, i) => new WrittenAnswer(a, text, $"{a}{i}", Today));
    private static string[] Times(string agent, int times) => [.. Enumerable.Repeat(agent, times)];

    [Fact]
    public void Three_agents_or_ten_times_make_a_suggestion_and_two_or_nine_do_not()
    {
        Assert.Single(PhraseSuggestions.Of(Said("亲，今天下单明天就能发货", "甲", "乙", "丙"), Nothing, Today));
        Assert.Empty(PhraseSuggestions.Of(Said("亲，今天下单明天就能发货", "甲", "乙", "乙"), Nothing, Today));
        Assert.Single(PhraseSuggestions.Of(Said("亲，今天下单明天就能发货", Times("甲", 10)), Nothing, Today));
        Assert.Empty(PhraseSuggestions.Of(Said("亲，今天下单明天就能发货", Times("甲", 9)), Nothing, Today));
    }

    [Fact]
    public void A_text_of_seven_characters_is_too_short()
    {
        Assert.Empty(PhraseSuggestions.Of(Said("今天下单就发货", "甲", "乙", "丙"), Nothing, Today));
        Assert.Single(PhraseSuggestions.Of(Said("今天下单就发货哦", "甲", "乙", "丙"), Nothing, Today));
    }

    /// <summary>Near-identical ones are one: 零…癸 five times, with a word more three times. The one written most often stands for both.</summary>
    [Fact]
    public void Near_identical_texts_are_counted_together_whatever_their_order()
    {
        List<WrittenAnswer> all = [.. Said("零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", "甲", "甲", "乙", "乙", "乙"), .. Said("零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸哦", "丙", "丙", "乙"), .. Said("完全是另外一句话了吧", "甲", "乙", "丁")];

        var found = PhraseSuggestions.Of(all, Nothing, Today);
        Assert.Equal([("零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", 8, 3), ("完全是另外一句话了吧", 3, 3)], found.Select(s => (s.Text, s.Times, s.Agents.Count)));
        all.Reverse();
        Assert.Equal(found.Select(s => (s.Key, s.Times)), PhraseSuggestions.Of(all, Nothing, Today).Select(s => (s.Key, s.Times)));
    }

    [Fact]
    public void What_a_valid_phrase_covers_is_no_suggestion_and_what_an_expired_one_covers_is()
    {
        var answers = Said("亲，今天下单明天就能发货", "甲", "乙", "丙").ToList();
        PhraseIndex Library(DateOnly? last) => new([new("ship", 1, "亲，今天下单明天就能发货", "售后", "甲", new(2026, 10, 1), last)]);

        Assert.Empty(PhraseSuggestions.Of(answers, Library(null), Today));
        Assert.Equal("ship", PhraseSuggestions.Of(answers, Library(Today.AddDays(-1)), Today).Single().VariantOf!.Code);
    }

    /// <summary>今天下单明天就能发货 has nine pairs, 今天下单后天就能发货呢 ten; they share seven: 14 ÷ 19 is 74 %. Nothing is shared with the other.</summary>
    [Fact]
    public void Another_wording_of_a_phrase_says_which()
    {
        var library = new PhraseIndex([new("ship", 1, "今天下单明天就能发货", "售后", "甲", new(2026, 10, 1), null), new("bye", 1, "感谢您的光临再见", "结束", "甲", new(2026, 10, 1), null)]);

        Assert.Equal("ship", PhraseSuggestions.Of(Said("今天下单后天就能发货呢", "甲", "乙", "丙"), library, Today).Single().VariantOf!.Code);
        Assert.Null(PhraseSuggestions.Of(Said("尺码偏大建议拍小一码", "甲", "乙", "丙"), library, Today).Single().VariantOf);
    }

    [Theory]
    [InlineData("小王的单号12345678已发", "小红", "小王的单号{号码}已发")]
    [InlineData("验证码1234请勿外传，12345也一样", "小红", "验证码1234请勿外传，{号码}也一样")]
    [InlineData("电话１３８００１３８０００", "小红", "电话{号码}")]
    [InlineData("亲爱的TB_小王您好", "tb_小王", "亲爱的{买家}您好")]
    [InlineData("王先生您好", "王", "王先生您好")]
    public void Long_numbers_and_the_buyers_name_are_taken_out(string text, string buyer, string masked) => Assert.Equal(masked, PhraseMask.Of(text, buyer));

    /// <summary>Of four the best third is two; of six two, and the third as good as the second is among them.</summary>
    [Fact]
    public void The_best_third_is_rounded_up_and_takes_in_who_is_as_good_as_its_last()
    {
        Assert.Equal(["甲", "乙"], GoodAgents.Of([("甲", 0.9m), ("乙", 0.8m), ("丙", 0.7m), ("丁", 0.6m), ("无", null)], Better.Higher));
        Assert.Equal(["a", "b", "c"], GoodAgents.Of([("a", 1m), ("b", 2m), ("c", 2m), ("d", 3m), ("e", 4m), ("f", 5m)], Better.Lower));
        Assert.Empty(GoodAgents.Of([("无", null)], Better.Higher));
    }
}
