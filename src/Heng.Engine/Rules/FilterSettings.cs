using Heng.Engine.Explanation;
using Heng.Engine.Records;
using static Heng.Engine.Rules.SettingKinds;

namespace Heng.Engine.Rules;

/// <summary>What takes a reception out of the numbers (过滤).</summary>
internal static class FilterSettings
{
    public static RuleSettingGroup Group { get; } = new("filters", new("过滤", "Filters"),
    [
        List("ignored-buyers", new("系统与名单账号", "System and listed accounts"), r => r.IgnoredBuyers, (r, v) => r with { IgnoredBuyers = v })
            with { Hint = new("空会话、群发和广告始终不计", "empty chats, broadcasts and ads never count") },
        Switch("own-accounts", new("过滤本店账号", "Own accounts"), r => r.Filters.OwnAccounts, (r, v) => With(r, f => f with { OwnAccounts = v })),
        Switch("single-sentence", new("过滤只说一句的买家", "Single-sentence buyers"), r => r.Filters.SingleSentenceBuyers, (r, v) => With(r, f => f with { SingleSentenceBuyers = v })),
        Switch("agent-monologue", new("过滤客服自说自话", "Agent monologue"), r => r.Filters.AgentMonologue, (r, v) => With(r, f => f with { AgentMonologue = v })),
        WholeOrOff("forwarded-after", new("过滤几条内就转出的", "Forwarded after at most"), Messages, 1, 20, r => r.Filters.ForwardedAfterMessages, (r, v) => With(r, f => f with { ForwardedAfterMessages = v })),
        List("watchwords", new("过滤词", "Watchwords"), r => r.Filters.Watchwords, (r, v) => With(r, f => f with { Watchwords = v })),
        Switch("main-account-reply", new("过滤主账号回复的", "Main-account reply"), r => r.Filters.MainAccountReply, (r, v) => With(r, f => f with { MainAccountReply = v })),
    ]);

    private static RuleSet With(RuleSet rules, Func<ReceptionFilters, ReceptionFilters> change) => rules with { Filters = change(rules.Filters) };
}
