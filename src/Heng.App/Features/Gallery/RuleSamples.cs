using Heng.App.Features.Rules;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Rules;

namespace Heng.App.Features.Gallery;

/// <summary>The page of rules with two versions, days to recompute, proposals and a preview.</summary>
internal static class RuleSamples
{
    private static readonly DateOnly Tenth = new(2026, 10, 10);
    private static readonly RuleSet Changed = RuleSet.Default with { Version = 2, SlowRepliesToBeSlow = 2 };

    private static readonly RulesForm Form = new(RuleSettings.All.ToDictionary(s => s.Id, s => s.Read(Changed)), "2026-11-01", "", "2026-10");

    public static RulesView Page => new(["衡裳旗舰店"], "衡裳旗舰店", Changed,
        [new(2, Tenth, RuleSettings.Differences(RuleSet.Default, Changed), "周春梅", new(2026, 10, 9, 18, 30, 0), "两次慢回复就算慢响应"), new(1, DateOnly.MinValue, [], null, null, null)], Form, true)
    {
        Stale = [new(Tenth, new(2026, 10, 31))],
        Recompute = new("2026-10-10", "2026-10-31", ""),
        Proposals = [new AutoReplyProposal("亲，客服正在赶来，请稍等哦～", 46, new(2026, 10, 30))],
    };

    public static RulesView Previewed => Page with
    {
        Preview = new(new(2026, 10), RuleSettings.Differences(RuleSet.Default, Changed), Row("衡裳旗舰店"), [Row("梁雨桐"), new("陈浩然", [Cell("slow", 3, 3)])]),
    };

    public static RulesView Refused => Page with { Faults = RuleSettings.Change(Changed, [new("session-gap", "121")]).Faults };

    public static RecomputeView Running => new("r0", "衡裳旗舰店", Tenth, new(2026, 10, 31), "周春梅", Imports.ImportState.Running, 9, 22, null, true);

    private static PreviewRow Row(string name) => new(name, [Cell("slow", 12, 31), Cell("average-response", 63.3m, 58.1m), Cell("reply-rate", 0.9816m, 0.9946m), Cell("sales", 27047m, 27047m)]);
    private static PreviewCell Cell(string id, decimal? before, decimal? after) => new(Catalogue.Find(id)!, before, after);
}
