using Heng.App.Features.Guard;
using Heng.Engine.Explanation;
using Heng.Engine.Pay.Guard;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class GuardSamples
{
    private static readonly GuardMonth Looked = new(October,
    [
        new(Names[0], "s4-ksf", "上海", [new("base", Engine.Pay.PayKind.Base, 2400m), new("loss", Engine.Pay.PayKind.Deduction, -600m)], 1m, new(33.5m, 8m, 0m), ["罚款：漏发备注"]),
        new(Names[21], "s4-ksf", null, [new("base", Engine.Pay.PayKind.Base, 1200m), new("ksf", Engine.Pay.PayKind.Work, 3900m)], 1m, OvertimeWorked.Unknown, []),
    ], [new(new("s4-ksf", 2, default, default, [new Engine.Pay.BasePay("base", default)]), ["押金"])], KnownMinimums.Shipped, [], new("上海", 7, 0.3m, 0.8m));

    public static GuardView Full(Month month)
    {
        var report = LegalGuard.Of(Looked);
        Heng.Store.GuardAcknowledgement Given(GuardFinding f) => new(month, "", f.Subject, f.Stamp, "已与本人说明，下月补足", new(1_793_500_000), "苏明哲");
        return new(month, [.. report.Findings.Select((f, i) => new GuardRow(f, i == 1 ? Given(f) : null, i == 2 ? Given(f) : null))], report.Gaps, Looked.Setting, Looked.Minimums, true, true)
        {
            People = [.. Looked.People.Select(p => GuardedPay.Of(Looked, p))],
            Notices = [new("s4-ksf", 2, "", NoticeKind.Announced, new(2026, 9, 25), "公告栏与群公告"), new("s4-ksf", 2, Names[0], NoticeKind.Acknowledged, new(2026, 9, 28), "纸质签收")],
        };
    }

    public static GuardView None(Month month) => new(month, [], [], GuardSetting.Default, KnownMinimums.Shipped, false, false)
    {
        Refused = new("reason-missing", new("请写明原因", "Say why")),
    };
}
