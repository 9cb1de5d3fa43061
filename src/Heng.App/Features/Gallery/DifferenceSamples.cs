using Heng.App.Features.DifferencePages;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;
using ImportFile = Heng.Store.ImportFile;

namespace Heng.App.Features.Gallery;

public static class DifferenceSamples
{
    private static readonly Month September = October.Plus(-1);
    private static readonly ImportFile File = new(37, 1, "退款-2026-10-12.csv", "taobao-refunds", "", 1820, null, new(6, 6, 0, 0, 0), new(1_791_771_000), null, "hr", ImportFile.Done);

    public static DifferencesView Full(Month month) => new(month, false,
        [
            Row(month, 0, "底薪", "Base pay", 3818.18m, 4000m, 0m), Row(month, 0, "提成", "Commission", 6m, 10m, 0m), Row(month, 21, "好评奖", "Good reviews", 4m, 0m, 2m),
            new(Names[23], null, new("结转下月", "Carried to the next month"), null, null, null, 120.5m, Links.Pay(month, Names[23]), Links.ExplainLine(month, Names[23], "difference.forward")),
        ],
        [
            new(September,
            [
                new("order", "4000000000001", new(2026, 9, 10), Names[0], true, true, "4000000000001", File), new("review", "4000000000002/保温杯", new(2026, 9, 28), Names[21], false, true, "4000000000002", null),
                new("attendance", $"2026-09 {Names[0]}", null, Names[0], true, true, null, File), new("chats", "2026-09-11", new(2026, 9, 11), Names[23], true, false, null, null),
            ], 4),
            new(September.Plus(-1), null, 0),
        ],
        [(September, Names[22])], true);

    public static DifferencesView None(Month month) => new(month, true, [], [new(September, [], 0)], [], false);

    private static DifferenceRow Row(Month month, int agent, string zh, string en, decimal now, decimal closed, decimal settled) =>
        new(Names[agent], September, new($"{September} 差额：{zh}", $"Difference of {September}: {en}"), now, closed, settled, now - closed - settled, Links.Pay(month, Names[agent]),
            Links.ExplainLine(month, Names[agent], "difference.2026-09.base"));
}
