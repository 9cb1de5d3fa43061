using Heng.App.Features.Funds;
using Heng.App.Features.Pools;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>A pool with claims in every state, and the funds that it fills.</summary>
public static class PoolSamples
{
    private const string Scheme = "s8-profit-share", Fund = "team-activity";
    private static readonly Wording Share = new("利润分享", "Profit share");
    private static readonly Instant At = new(1_793_500_000);

    private static readonly PoolFigures Figures = new(Scheme, "share", Share, 812_340.55m, 8123.41m, 6201.07m, 1310.12m, 612.22m, Fund, null,
    [
        new("customer-service", new("客服", "Service"), 50m, 0m, 12, 4061.71m, 3155.80m, 905.91m, 0m), new("operations", new("运营", "Operations"), 28m, -2m, 4, 2274.55m, 1870.34m, 404.21m, 0m),
        new("art", new("美工（含首页、详情页与短视频）", "Art, pages and short videos"), 17m, 2m, 3, 1380.98m, 1174.93m, 0m, 206.05m), new("finance", new("财务", "Finance"), 5m, 0m, 0, 406.17m, 0m, 0m, 406.17m),
    ]);

    private static readonly ClaimRow[] Claims = [Row(1, "art", 2m, new(2m, "operations", "主图与短视频都按期完成", "苏明哲", At)), Row(2, "finance", 1m, new(0m, null, "本月没有额外的工作", "苏明哲", At)), Row(3, "customer-service", 1.5m, null)];

    public static PoolView Full(Month month) => new(month, [new(Figures, (5m, 3m), Claims), new(Figures with { Pool = "none", Amount = null, Number = null }, null, [])], false, true, true);

    public static PoolView Leader(Month month) => new(month, [new(Figures, (5m, 3m), [Claims[0]])], true, false, false);

    public static PoolView None(Month month) => new(month, [], false, true, true) { Refused = ClaimRefusal.FloatExceeded };

    public static FundsView Funds => new(
    [
        new(new(Fund, new("团队活动基金", "Team fund"), new Wording("每季度末由店长提出，人事批准，用于团队活动。", "At each quarter's end, asked by the manager and approved by HR, for the team.")), new(
            [new(October.Plus(-1), Scheme, "share", 980.45m, 0m, At), new(October, Scheme, "share", 1310.12m, 612.22m, At.Plus(90_000))],
            [Entry(1, FundEntryKind.Opening, 2000m, "原来的团队基金", true), Entry(2, FundEntryKind.Payout, 1500m, "十月聚餐", true), Entry(3, FundEntryKind.Payout, 300m, "双十一加班餐", null)])),
        new(new("old-fund", new("old-fund", "old-fund"), null), new([], [])),
    ], true, Names[1]);

    public static FundsView NoFunds => new([], false, Names[1]) { Refused = FundRefusal.OverBalance };

    private static ClaimRow Row(long id, string role, decimal points, PoolRuling? ruling) => new(
        new(id, October, Scheme, "share", role, points, "双十一主图、详情页与短视频比平时多一倍", Names[2], At) { Ruling = ruling }, new(2026, 10, 28, 14, 5, 0), ruling is null ? null : new(2026, 10, 29, 9, 30, 0), ruling is null);

    private static FundEntry Entry(long id, FundEntryKind kind, decimal amount, string reason, bool? approved) =>
        new(id, Fund, kind, amount, reason, Names[0], At) { Ruling = approved is { } yes ? new(yes, "", "苏明哲", At.Plus(100_000)) : null };
}
