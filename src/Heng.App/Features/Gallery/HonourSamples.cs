using Heng.App.Features.Honours;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Gallery;

/// <summary>Invented honours.</summary>
internal static class HonourSamples
{
    private static readonly string[] Names = SamplePeople.Names;
    private static readonly Month October = SamplePeople.October;
    private static readonly Instant At = new(1793590800);

    public static HonoursView Wall => new(October, null, ["一组", "二组"],
        [new(new("前台客服月度考核", "Front line, monthly"), Cycle.Month.Name(October), "s2-office-regulation/front-line", [new(HonourKind.Champion, Names[0], "一组", 96.5m, 1), new(HonourKind.RunnerUp, Names[1], "二组", 94m, null), new(HonourKind.RunnerUp, Names[2], "一组", 94m, null)])],
        [Row(1, HonourKind.Champion, Names[0], "总分 96.5，响应最快"), Row(2, HonourKind.Innovation, Names[1], "把退款话术整理成一页，全组都在用") with { SupervisorHref = "/month/2026-10/measures" }, Row(3, HonourKind.GoldAgent, Names[2], "连续三个月零投诉")])
    {
        MayAward = true, People = [.. Names.Take(4)], Aside = [new(Kept(4, HonourKind.Other, Names[3], "夜班连续接待", 500m), new(Kept(4, HonourKind.Other, Names[3], "夜班连续接待", 500m).Happened))],
        Ungiven = [new(new(new(new(2026, 10, 30), Names[3], MeasureKind.Certificate, null), Names[3]), "二组")],
    };

    public static HonoursView None => new(October, null, [], [], []);

    public static HonourView Champion => new(Kept(1, HonourKind.Champion, Names[0], "总分 96.5，全月平均响应 21 秒，满意率 98.2%，带出两位新人", null, "定制保温杯一个"), new(Kept(1, HonourKind.Champion, Names[0], "总分 96.5，全月平均响应 21 秒，满意率 98.2%，带出两位新人", null, "定制保温杯一个").Happened), "云栖小店")
        { MayTakeBack = true, SupervisorHref = "/month/2026-10/measures" };

    public static HonourView LongName => new(Long, new(Long.Happened), "云栖小店（杭州）电子商务有限公司客户服务中心") { MayConfirm = true, SeesMoney = true };

    private static KeptMatter<HonourHappening> Long => Kept(12, HonourKind.Other, "阿卜杜热合曼·买买提艾力·Christopher Montgomery-Featherstonehaugh", string.Concat(Enumerable.Repeat("双十一期间连续值守并带领全组完成售后高峰，", 9)), 800m, null, "二〇二六年度客户服务团队协作与流程改进特别贡献奖");

    private static HonourRow Row(long id, HonourKind kind, string to, string why) => new(Kept(id, kind, to, why), new(Kept(id, kind, to, why).Happened));

    private static KeptMatter<HonourHappening> Kept(long id, HonourKind kind, string to, string why, decimal? yuan = null, string? prize = null, string? title = null) =>
        new("honour", id, new(to, October.First, October.Last, $"hand/{id}"), [new(HonourEvent.Awarded, "hr", At, why)
        {
            Kind = kind, To = to, Title = kind == HonourKind.Other ? title ?? "夜班坚守奖" : null, Group = "一组", PeriodZh = "2026年10月", PeriodEn = "October 2026", PrizeYuan = yuan, Prize = prize,
        }]);
}
