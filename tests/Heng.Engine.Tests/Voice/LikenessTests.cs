using Heng.Engine.Voice;

namespace Heng.Engine.Tests.Voice;

public sealed class LikenessTests
{
    /// <summary>Pairs as colleagues write them: the same wish in other words.</summary>
    public static TheoryData<string, string> Same => new()
    {
        { "快捷短语按品类分组", "快捷短语能不能分品类" },
        { "晚班加一个人", "晚班人手不够，加一个人" },
        { "退款流程太长，建议简化", "简化退款流程" },
        { "平均响应不要算机器人回复", "机器人回复不应该算进平均响应" },
        { "考核表提前三天公布", "考核表能否提前公布" },
        { "给新人做话术手册", "新人话术手册" },
        { "Group quick replies by product", "quick replies grouped by product" },
    };

    public static TheoryData<string, string> Different => new()
    {
        { "快捷短语按品类分组", "晚班加一个人" },
        { "退款流程太长，建议简化", "平均响应不要算机器人回复" },
        { "考核表提前三天公布", "给新人做话术手册" },
        { "大促期间加班费翻倍", "大促前做一次培训" },
        { "考核指标太多", "考核申诉入口不好找" },
        { "Group quick replies by product", "Publish the roster earlier" },
        { "晚班加一个人", "早班少一个会" },
    };

    [Theory, MemberData(nameof(Same))]
    public void What_says_the_same_is_similar(string one, string other) => Assert.True(Likeness.Of(one, other) >= Likeness.Similar, $"{Likeness.Of(one, other):0.000}");

    [Theory, MemberData(nameof(Different))]
    public void What_says_something_else_is_not(string one, string other) => Assert.True(Likeness.Of(one, other) < Likeness.Similar, $"{Likeness.Of(one, other):0.000}");

    [Theory]
    // 加班 班费 and 加班 班车: 2 × 1 ÷ (2 + 2).
    [InlineData("加班费", "加班车", 0.5)]
    [InlineData("加班，费！", "加 班费", 1)]
    [InlineData("AB c", "abC", 1)]
    [InlineData("a", "A", 1)]
    [InlineData("", "", 0)]
    [InlineData("，。", "加班", 0)]
    public void It_is_twice_the_shared_pairs_by_the_pairs_of_both(string one, string other, decimal likeness) => Assert.Equal(likeness, Likeness.Of(one, other));

    [Fact]
    public void A_hundred_thousand_characters_are_compared_and_both_ways_alike()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => (char)('一' + i * 37 % 5000)));
        Assert.Equal(1m, Likeness.Of(text, text));
        Assert.Equal(Likeness.Of(text, "一丅"), Likeness.Of("一丅", text));
    }
}
