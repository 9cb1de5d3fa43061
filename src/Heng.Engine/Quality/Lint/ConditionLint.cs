namespace Heng.Engine.Quality.Lint;

/// <summary>What one condition can't be meant to say.</summary>
internal static class ConditionLint
{
    public static IEnumerable<RuleNote> Of(QualityRule rule, Condition condition, int at)
    {
        if (OwnRole(condition.Of) is { } own && condition.Role != own && condition.Role != Role.Anyone)
            yield return new("never-holds", true, own == Role.Agent
                ? new("这个条件看的是客服的消息，role 不能是 buyer", "this is about the agent's messages: role can't be buyer")
                : new("这个条件看的是买家的消息，role 不能是 agent", "this is about the buyer's messages: role can't be agent"), at);
        if (condition.Of is Words words)
            foreach (var note in OfWords(rule, words, at)) yield return note;
        if (condition.Of is TransferWithoutReason && (condition.First ?? condition.Last) is not null)
            yield return new("counts-nothing", false, new("转接不是消息，first 和 last 不起作用", "a transfer is no message: first and last do nothing"), at);
        if (condition.Of is Remark && condition.Stretch != Stretch.Reception)
            yield return new("counts-nothing", false, new("备注属于整个接待，stretch 请写 reception", "a remark is of the whole reception: its stretch is reception"), at);
    }

    private static Role? OwnRole(Operator of) => of switch
    {
        SlowReply or EarlyGoodbye or TransferWithoutReason => Role.Agent,
        NoReply or UnansweredQuestion => Role.Buyer,
        _ => null,
    };

    private static IEnumerable<RuleNote> OfWords(QualityRule rule, Words words, int at)
    {
        foreach (var lost in words.Phrases.Where(p => RuleLint.Read(rule, p).Length == 0))
            yield return new("never-holds", true, new($"「{lost}」归一后什么都不剩，请用 raw", $"nothing of {lost} is left once normalised: use raw"), at);
        var different = words.Phrases.Select(p => RuleLint.Read(rule, p)).Distinct(StringComparer.Ordinal).Count();
        if (words.Needed == Needed.AtLeast && words.Count > different)
            yield return new("never-holds", true, new($"要 {words.Count} 个不同的词句，只写了 {different} 个", $"{words.Count} different phrases are needed and {different} are given"), at);
        if (rule.Reading != Reading.Raw || words.Needed == Needed.None) yield break;
        foreach (var single in words.Phrases.Where(p => p.Length == 1))
            yield return new("single-character", false, new($"单字「{single}」会命中所有含它的词，请补充例外，或写更长的词句", $"the single character {single} is found in every word that holds it: add exceptions, or write more of it"), at);
    }
}
