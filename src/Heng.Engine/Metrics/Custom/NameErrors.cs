using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>What to say about a word that should have been a metric.</summary>
internal static class NameErrors
{
    public static Wording Unknown(string text, MetricNames names) => names.Nearest(text) is { } near
        ? new($"没有指标“{text}”，是不是 {near.Id}（{near.Name.Zh}）？", $"there is no metric '{text}'; did you mean {near.Id} ({near.Name.En})?")
        : new($"没有指标“{text}”，见指标目录", $"there is no metric '{text}'; see the metric catalogue");

    public static Wording Ahead(string text, MetricNames names) => text == names.Self
        ? new($"{text} 不能引用自己", $"{text} cannot refer to itself")
        : new($"{text} 是在此之后定义的，只能引用先定义的指标", $"{text} was defined after this one; only those defined before it can be named");

    /// <summary>An id that holds a minus: both sides are known, or the right one is a number.</summary>
    public static Wording? Minus(string text, MetricNames names)
    {
        for (var hyphen = text.IndexOf('-', StringComparison.Ordinal); hyphen > 0; hyphen = text.IndexOf('-', hyphen + 1))
        {
            var (left, right) = (text[..hyphen], text[(hyphen + 1)..]);
            if (names.Find(left) is not null && right.Length > 0 && (char.IsAsciiDigit(right[0]) || names.Find(right) is not null))
                return new($"减号前后要留空格：{left} - {right}（连字符是 id 的一部分）", $"a minus needs blanks around it: {left} - {right} (a hyphen is part of an id)");
        }
        return null;
    }
}
