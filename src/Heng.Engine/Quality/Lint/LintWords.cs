using Heng.Engine.Explanation;
using Heng.Engine.Quality.Checking;

namespace Heng.Engine.Quality.Lint;

/// <summary>Why a pattern is not taken, in words.</summary>
public static class LintWords
{
    public static Wording Of(PatternFault fault) => fault switch
    {
        PatternFault.Empty => new("正则表达式是空的", "the pattern is empty"),
        PatternFault.TooLong => new($"正则表达式最多 {Patterns.Longest} 字", $"a pattern has at most {Patterns.Longest} characters"),
        PatternFault.NotOne => new("不是合法的正则表达式", "not a regular expression"),
        PatternFault.LooksAround => new("正则表达式不能用环视（?=、?!、?<=、?<!）和反向引用，排除请用 except", "no look-around (?=, ?!, ?<=, ?<!) and no back-references; exclude with except"),
        _ => new($"重复次数相乘不能超过 {Patterns.MostTimes}", $"repetitions multiply to at most {Patterns.MostTimes}"),
    };
}
