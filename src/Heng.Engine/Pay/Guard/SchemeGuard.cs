using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay.Guard;

/// <summary>What holds for everybody whom a scheme paid: its rates, its words, how the base stands in pay, and who was told of it.</summary>
internal static class SchemeGuard
{
    public static IEnumerable<GuardFinding?> Of(GuardMonth month, GuardScheme scheme, IReadOnlyList<GuardPerson> people) =>
        people.Count == 0 ? [] : [Rates(scheme, people), .. Words(scheme, people), BaseShare(month, scheme, people), Told(month, scheme, people)];

    private static GuardFinding? Rates(GuardScheme scheme, IReadOnlyList<GuardPerson> people)
    {
        GuardNumber[] low =
        [
            .. scheme.Pay.Components.OfType<Overtime>().SelectMany(o => new (string Id, string Zh, string En, decimal Rate, decimal Least)[]
                { ("workday", "工作日", "workdays", o.Workday, 1.5m), ("rest-day", "休息日", "rest days", o.RestDay, 2m), ("holiday", "节假日", "holidays", o.Holiday, 3m) })
                .Where(r => r.Rate < r.Least).Select(r => new GuardNumber(r.Id, new(r.Zh, r.En), r.Rate, Unit.Ratio)),
        ];
        string In(bool english) => string.Join(english ? ", " : "、", low.Select(n => $"{n.Label.In(english)} {Shown.Number(n.Value)}"));
        return low.Length == 0 ? null : new(GuardRule.OvertimeRate, scheme.Pay.Id, Articles.Overtime,
            new($"加班倍数低于 1.5、2、3：{In(false)}", $"overtime rates under 1.5, 2 and 3: {In(true)}"), new("按 1.5、2、3 倍写", "write 1.5, 2 and 3"), low, Names(people));
    }

    private static IEnumerable<GuardFinding> Words(GuardScheme scheme, IReadOnlyList<GuardPerson> people)
    {
        string[] Called(Func<string, bool> by) => [.. scheme.Names.Where(by).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (Called(GuardWords.IsFine) is { Length: > 0 } fines) yield return GuardWords.Fine(scheme.Pay.Id, fines, Names(people));
        if (Called(GuardWords.IsHeldBack) is { Length: > 0 } held) yield return GuardWords.Held(scheme.Pay.Id, held, Names(people));
    }

    /// <summary>Pay that is nearly all base spurs nobody, and pay that is nearly none leaves nothing to live on.</summary>
    private static GuardFinding? BaseShare(GuardMonth month, GuardScheme scheme, IReadOnlyList<GuardPerson> people)
    {
        // Without a base in the scheme, or without a wage, there is no share.
        if (scheme.Pay.Components.All(c => c is not BasePay)) return null;
        var shares = people.Select(p => (p.Agent, Base: p.Sum(k => k == PayKind.Base), Wage: p.Sum(k => k.IsWage()))).Where(p => p.Wage > 0m)
            .Select(p => (p.Agent, Share: Scaling.Round(p.Base / p.Wage, 4))).ToArray();
        var (low, high) = (shares.Where(s => s.Share < month.Setting.BaseAtLeast).ToArray(), shares.Where(s => s.Share > month.Setting.BaseAtMost).ToArray());
        if (low.Length + high.Length == 0) return null;
        return new(GuardRule.BaseShare, scheme.Pay.Id, Articles.Sense,
            new($"底薪占应发：{low.Length} 人低于 {Percent(month.Setting.BaseAtLeast)}，{high.Length} 人高于 {Percent(month.Setting.BaseAtMost)}（最低 {Percent(shares.Min(s => s.Share))}，最高 {Percent(shares.Max(s => s.Share))}）",
                $"base as a share of pay: {low.Length} under {Percent(month.Setting.BaseAtLeast)}, {high.Length} over {Percent(month.Setting.BaseAtMost)} (lowest {Percent(shares.Min(s => s.Share))}, highest {Percent(shares.Max(s => s.Share))})"),
            new("太低时收入没有保障，太高时考核不起作用；对照最低工资与岗位再定底薪", "too low leaves no security, too high leaves nothing to earn; look at the minimum wage and the position again"),
            [.. low.Concat(high).Select(s => new GuardNumber(s.Agent, new(s.Agent, s.Agent), s.Share, Unit.Rate))], [.. low.Concat(high).Select(s => s.Agent).Order(StringComparer.Ordinal)]);
    }

    private static GuardFinding? Told(GuardMonth month, GuardScheme scheme, IReadOnlyList<GuardPerson> people)
    {
        var last = month.Month.First.AddDays(-month.Setting.AnnounceDays);
        PlanNotice[] notices = [.. month.Notices.Where(n => n.Scheme == scheme.Pay.Id && n.Version == scheme.Pay.Version)];
        bool Knows(string agent) => notices.Any(n => (n.Agent.Length == 0 || n.Agent == agent) && (n.Kind == NoticeKind.Acknowledged && n.Agent.Length > 0 || n.Day <= last));
        string[] untold = [.. Names(people).Where(a => !Knows(a))];
        var day = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return untold.Length == 0 ? null : new(GuardRule.PlanNotTold, scheme.Pay.Id, Articles.Told,
            new($"第 {scheme.Pay.Version} 版方案：{untold.Length} 人没有签收，也没有在 {day} 以前（提前 {month.Setting.AnnounceDays} 天）公示", $"version {scheme.Pay.Version}: {untold.Length} neither acknowledged it nor were told by {day}, {month.Setting.AnnounceDays} days before"),
            new("补签收或公示记录（plan-notices）；没有告知的版本不应用来发本月工资", "bring the record of it (plan-notices); a version that nobody was told of should not pay this month"),
            [new("version", new("版本", "version"), scheme.Pay.Version, Unit.None), new("days", new("提前天数", "days before"), month.Setting.AnnounceDays, Unit.Days)], untold);
    }

    private static string[] Names(IReadOnlyList<GuardPerson> people) => [.. people.Select(p => p.Agent).Order(StringComparer.Ordinal)];

    private static string Percent(decimal share) => Shown.Number(Scaling.Round(share * 100m, 1)) + "%";
}
