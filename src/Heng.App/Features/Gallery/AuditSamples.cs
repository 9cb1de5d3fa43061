using Heng.App.Features.Audit;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Gallery;

/// <summary>A log with long subjects, hashes and reasons, one whose chain is broken, and an empty one.</summary>
public static class AuditSamples
{
    private static readonly AuditAsk Any = new(null, null, null, null, null, 1);

    public static AuditView Full => Logged(
        ("demo", "import-done", "import/38", $"taobao-orders ExportOrderList202610311200_旗舰店_重新导出_含备注_最终版_最终最终版.csv {new string('a', 64)} 6999 = 4503 + 0 + 2496 + 0"),
        (SamplePeople.Names[0], "plan-published", "plan/s2-office-regulation", "v3"), (SamplePeople.Names[1], "account-role-changed", $"account/{SamplePeople.Names[2]}-with-a-very-long-account-name-of-somebody", "agent → leader: 接替离职的组长，自十月起负责二组，直至年底再评"),
        (SamplePeople.Names[0], "month-approved", "month/2026-10", new string('b', 64)), (SamplePeople.Names[3], "appraisal-objected", "appraisal/s2-office-regulation/Month/2026-10", $"confirm {SamplePeople.Names[3]} 9 日的订单应归我"), (SamplePeople.Names[1], "something-new", "something/1", ""));

    public static AuditView Broken => Full with { Broken = 3 };
    public static AuditView None => new(Any, [], 0, 0, [], [], null, null);

    private static AuditView Logged(params (string Who, string What, string Subject, string Why)[] rows)
    {
        Decision[] all = [.. rows.Select((r, i) => new Decision(1204 - i, new(1_793_500_000 - i * 7200), r.Who, r.What, r.Subject, r.Why, new string('c', 64), new string('d', 64)))];
        return new(Any, all, 312, 1204, [.. all.Select(DecisionWords.AreaOf).Distinct()], [.. all.Select(d => d.Who).Distinct()], all[0].Hash, null);
    }
}
