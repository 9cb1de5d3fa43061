using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;

namespace Heng.App.Features.Quality.Rules;

/// <summary>What a rule looks for, in plain words.</summary>
public static class RuleSentence
{
    /// <summary>So many phrases are named; of more it is said how many there are.</summary>
    private const int Named = 8;

    public static IReadOnlyList<Wording> Of(QualityRule rule)
    {
        var lines = new List<Wording> { Of(rule.When) };
        if (rule.Except.Count > 0) lines.Add(new($"除外：{Phrases(rule.Except).Zh}", $"Except within {Phrases(rule.Except).En}"));
        if (rule.ExceptQuotes) lines.Add(new("引用买家原话不算", "A quotation of the buyer does not count"));
        lines.Add(rule.Reading == Reading.Raw ? new("按原文看", "Texts are read as written") : new("归一后看：全半角、繁简、大小写、字间的空格符号和拖长的字都抹平", "Texts are evened out first: width, script, case, symbols between characters, drawn-out characters"));
        lines.Add(rule.EachTime ? new("每一处都算一次", "Each place counts") : new("一次接待最多算一次", "A reception counts once at most"));
        if (rule.Urgency != Urgency.Usual) lines.Add(rule.Urgency == Urgency.High ? new("紧急：排在风险关注的最前面", "Urgent: it stands first among what draws attention") : new("不急：排在风险关注的最后面，不报预警", "Not urgent: it stands last among what draws attention, and raises no warning"));
        if (Scope(rule) is { } scope) lines.Add(scope);
        return lines;
    }

    public static Wording Of(Expression expression) => expression switch
    {
        Every every => Joined(every.Of, "，并且", ", and "),
        Heng.Engine.Quality.Either either => Joined(either.Of, "；或者", "; or "),
        Not not => new($"不是（{Of(not.Of).Zh}）", $"not ({Of(not.Of).En})"),
        Condition condition => Of(condition),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static Wording Joined(IReadOnlyList<Expression> of, string zh, string en)
    {
        var parts = of.Select(part => part is Condition or Not ? Of(part) : new Wording($"（{Of(part).Zh}）", $"({Of(part).En})")).ToList();
        return new(string.Join(zh, parts.Select(p => p.Zh)), string.Join(en, parts.Select(p => p.En)));
    }

    private static Wording Of(Condition c)
    {
        var (who, what) = (Who(c), Of(c.Of));
        return new($"{who.Zh}{what.Zh}", $"{who.En} {what.En}");
    }

    private static Wording Who(Condition c)
    {
        var role = c.Role switch { Role.Agent => new Wording("客服", "the agent's"), Role.Buyer => new("买家", "the buyer's"), _ => new("任何人", "anybody's") };
        var scope = c.Stretch switch { Stretch.Message => new Wording("一条消息里", "message"), Stretch.Round => new("一个回合里", "messages of a round"), _ => new("整次接待里", "messages of a reception") };
        var ends = c.First is { } first ? new Wording($"前 {first} 条", $"first {first} of ") : c.Last is { } last ? new($"最后 {last} 条", $"last {last} of ") : new("", "");
        var near = c.Near is { } at ? Near(at) : new Wording("", "");
        return new($"{role.Zh}{scope.Zh}{ends.Zh}{near.Zh}", $"{role.En} {ends.En}{scope.En}{near.En}");
    }

    private static Wording Near(Near at)
    {
        var side = at.Where switch { Side.Before => new Wording("之前", "before"), Side.After => new("之后", "after"), _ => new("前后", "around") };
        var within = at.WithinSeconds is { } seconds ? new Wording($" {seconds} 秒内", $" within {seconds} s") : new("", "");
        return new($"（在“{at.Name}”{side.Zh}{within.Zh}）", $" ({side.En} “{at.Name}”{within.En})");
    }

    private static Wording Of(Operator of) => of switch
    {
        Words { Needed: Needed.Any } words => new($"有{Phrases(words.Phrases).Zh}之一", $"says one of {Phrases(words.Phrases).En}"),
        Words { Needed: Needed.All } words => new($"同时有{Phrases(words.Phrases).Zh}", $"says all of {Phrases(words.Phrases).En}"),
        Words { Needed: Needed.None } words => new($"没有{Phrases(words.Phrases).Zh}中的任何一个", $"says none of {Phrases(words.Phrases).En}"),
        Words words => new($"有{Phrases(words.Phrases).Zh}中的至少 {words.Count} 个", $"says at least {words.Count} of {Phrases(words.Phrases).En}"),
        Pattern pattern => new($"符合 {pattern.Regex}" + (pattern.Except is { } e ? $"，但不在 {e} 之内" : ""), $"matches {pattern.Regex}" + (pattern.Except is { } x ? $", but not within {x}" : "")),
        SlowReply slow => new($"有回复超过 {slow.Seconds} 秒", $"has a reply later than {slow.Seconds} s"),
        NoReply => new("有一轮没有人回复", "has a round that nobody answered"),
        Repeated again => new($"同一句话至少发 {again.Times} 次（每句至少 {again.Characters} 字）", $"says the same at least {again.Times} times ({again.Characters} characters and more)"),
        UnansweredQuestion => new("有问题没有人答，只说“稍等”不算答", "has a question left unanswered; a holding phrase alone is no answer"),
        EarlyGoodbye early => new($"说了再见，买家 {early.WithinSeconds} 秒内还在说别的", $"says good-bye while the buyer goes on within {early.WithinSeconds} s"),
        TransferWithoutReason => new("转接时没有说明", "passes the buyer on without a reason"),
        Remark { Fault: RemarkFault.Missing } => new("工单没有备注", "has a case without a remark"),
        Remark remark => new($"工单备注里没有{Phrases(remark.Formats).Zh}中的任何一个", $"has a remark with none of {Phrases(remark.Formats).En}"),
        Mentions { What: Mention.Order } => new("有订单号或订单卡片", "names an order"),
        Mentions => new("有链接", "has a link"),
        Similar similar => new($"与{Phrases(similar.Phrases).Zh}之一至少 {similar.Percent}% 相似", $"is at least {similar.Percent}% like one of {Phrases(similar.Phrases).En}"),
        _ => throw new ArgumentOutOfRangeException(nameof(of)),
    };

    private static Wording Phrases(IReadOnlyList<string> phrases)
    {
        var (named, rest) = (phrases.Take(Named).ToList(), phrases.Count - Math.Min(Named, phrases.Count));
        return new(string.Concat(named.Select(p => $"「{p}」")) + (rest > 0 ? $"等 {phrases.Count} 个" : ""), string.Join(", ", named.Select(p => $"“{p}”")) + (rest > 0 ? $" and {rest} more" : ""));
    }

    private static Wording? Scope(QualityRule rule)
    {
        string[] names = [.. rule.Shops, .. rule.Lines, .. rule.Positions];
        var days = (rule.From > DateOnly.MinValue ? Iso(rule.From) : "") + (rule.Until < DateOnly.MaxValue ? "–" + Iso(rule.Until) : "");
        return names.Length == 0 && days.Length == 0 ? null : new($"只管：{string.Join("、", names)} {days}".TrimEnd(), $"Only {string.Join(", ", names)} {days}".TrimEnd());
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
