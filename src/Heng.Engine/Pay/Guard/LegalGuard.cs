using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay.Guard;

/// <summary>
/// The legal guard (合规提示): looks at a month's pay as it was worked out and names what the law is against, with the article and the numbers. Pure; it warns and changes nothing.
/// </summary>
public static class LegalGuard
{
    public const decimal MostDeducted = 0.2m, MostOvertime = 36m;

    public static GuardReport Of(GuardMonth month)
    {
        var people = month.People.OrderBy(p => p.Agent, StringComparer.Ordinal).ToArray();
        GuardFinding?[] found =
        [
            .. people.SelectMany(p => new[] { BelowZero(p), Minimum(month, p), Share(p), Floor(month, p), Hours(p), OvertimeGuard.Of(month, p), Untaxed(p), Reasons(p) }),
            .. month.Schemes.OrderBy(s => s.Pay.Id, StringComparer.Ordinal).SelectMany(s => SchemeGuard.Of(month, s, [.. people.Where(p => p.Scheme == s.Pay.Id)])),
        ];
        return new([.. found.OfType<GuardFinding>()], [.. people.SelectMany(p => Gaps(month, p))]);
    }

    /// <summary>What the month's normal work must come to: the place's minimum wage for the part of the month that was worked.</summary>
    public static decimal? MinimumOf(GuardMonth month, GuardPerson person) => MinimumOf(month, person.Place, person.Worked);

    public static decimal? MinimumOf(GuardMonth month, string? place, decimal worked) => month.MinimumOf(place) is { } minimum ? Scaling.Round(minimum.Monthly * worked) : null;

    /// <summary>Pay for normal work; where the place's minimum has no insurance in it, without the person's own part.</summary>
    public static decimal NormalWork(GuardMonth month, GuardPerson person) =>
        person.Sum(k => k.IsNormalWork()) + (month.MinimumOf(person.Place)?.NetOfInsurance == true ? person.Sum(k => k == PayKind.Insurance) : 0m);

    private static GuardFinding? Minimum(GuardMonth month, GuardPerson person)
    {
        if (MinimumOf(month, person) is not { } least || NormalWork(month, person) is var normal && normal >= least) return null;
        var minimum = month.MinimumOf(person.Place)!;
        return new(GuardRule.MinimumWage, person.Agent, Articles.MinimumWage,
            new($"{minimum.Place}最低工资 {Yuan(least)} 元，正常劳动的工资 {Yuan(normal)} 元，差 {Yuan(least - normal)} 元", $"minimum wage of {minimum.Place} ¥{Yuan(least)}, pay for normal work ¥{Yuan(normal)}: ¥{Yuan(least - normal)} too little"),
            new("补足到最低工资；加班费、夜班高温等津贴与法定福利不计在内", "make it up to the minimum; overtime, allowances for nights and heat, and statutory welfare do not count"),
            [Amount("minimum", "最低工资", "minimum wage", least), Amount("normal-work", "正常劳动工资", "pay for normal work", normal), Part(person)], [person.Agent]);
    }

    /// <summary>Wherever somebody works: what is under 0 is not paid, and nothing carries it on.</summary>
    private static GuardFinding? BelowZero(GuardPerson person) => person.Sum(_ => true) is var net && net >= 0m ? null : new(GuardRule.BelowZero, person.Agent, Articles.MinimumWage,
        new($"实发 {Yuan(net)} 元，低于 0", $"net pay of ¥{Yuan(net)}, below 0"), new("核对扣罚；负数不发，也不结转到以后的月份", "check what was taken off; what is below 0 is not paid, and no later month makes it good"),
        [Amount("net", "实发", "net pay", net)], [person.Agent]);

    private static GuardFinding? Share(GuardPerson person)
    {
        var (wage, deducted) = (person.Sum(k => k.IsWage()), -person.Sum(k => k == PayKind.Deduction));
        var most = Scaling.Round(Math.Max(0m, wage) * MostDeducted);
        return deducted <= most ? null : new(GuardRule.DeductionShare, person.Agent, Articles.Deduction,
            new($"损失扣款 {Yuan(deducted)} 元，超过当月工资 {Yuan(wage)} 元的 20%（{Yuan(most)} 元）", $"¥{Yuan(deducted)} deducted for loss, more than 20 % of the month's wage of ¥{Yuan(wage)} (¥{Yuan(most)})"),
            new("本月至多扣 20%，其余以后月份再扣", "deduct 20 % this month at most and the rest in later months"),
            [Amount("wage", "当月工资", "the month's wage", wage), Amount("deducted", "损失扣款", "deducted", deducted), Amount("most", "至多可扣", "the most", most)], [person.Agent]);
    }

    private static GuardFinding? Floor(GuardMonth month, GuardPerson person)
    {
        var deducted = -person.Sum(k => k == PayKind.Deduction);
        if (deducted <= 0m || MinimumOf(month, person) is not { } least || NormalWork(month, person) is var normal && (normal < least || normal - deducted >= least)) return null;
        return new(GuardRule.DeductionFloor, person.Agent, Articles.Deduction,
            new($"扣款 {Yuan(deducted)} 元后剩余 {Yuan(normal - deducted)} 元，低于最低工资 {Yuan(least)} 元", $"¥{Yuan(normal - deducted)} left after deducting ¥{Yuan(deducted)}, under the minimum wage of ¥{Yuan(least)}"),
            new($"本月至多扣 {Yuan(normal - least)} 元", $"deduct ¥{Yuan(normal - least)} this month at most"),
            [Amount("minimum", "最低工资", "minimum wage", least), Amount("normal-work", "正常劳动工资", "pay for normal work", normal), Amount("deducted", "损失扣款", "deducted", deducted), Part(person)], [person.Agent]);
    }

    /// <summary>Of flexible hours none are overtime.</summary>
    private static GuardFinding? Hours(GuardPerson person) => person.OvertimeHours is not { } hours || hours <= MostOvertime || person.Hours == HoursRegime.Flexible ? null : new(GuardRule.OvertimeHours, person.Agent, Articles.OvertimeHours,
        new($"加班 {Shown.Number(Scaling.Round(hours))} 小时，超过每月 36 小时", $"{Shown.Number(Scaling.Round(hours))} hours of overtime, more than 36 a month"), new("减少排班，或核对打卡", "plan fewer hours, or check the punches"),
        [new("hours", new("加班小时", "hours of overtime"), Scaling.Round(hours), Unit.None)], [person.Agent]);

    private static GuardFinding? Untaxed(GuardPerson person) => person.Lines.All(l => l.Kind != PayKind.TaxUnknown) ? null : new(GuardRule.TaxUnknown, person.Agent, Articles.Tax,
        new("当年累计不全，本月没有算出个税", "the year so far is not known, so no tax was worked out"), new("导入个税期初（tax-openings）", "import the opening balance (tax-openings)"), [], [person.Agent]);

    private static GuardFinding? Reasons(GuardPerson person)
    {
        string[] words = [.. person.Reasons.Where(GuardWords.IsFine).Order(StringComparer.Ordinal)];
        return words.Length == 0 ? null : GuardWords.Fine(person.Agent, words, [person.Agent]);
    }

    private static IEnumerable<GuardGap> Gaps(GuardMonth month, GuardPerson person)
    {
        if (person.Place is null) yield return new(GuardRule.MinimumWage, person.Agent, new("不知道工作地，没有与最低工资比较", "nobody knows the place of work, so nothing was compared with a minimum wage"));
        else if (month.MinimumOf(person.Place) is null)
            yield return new(GuardRule.MinimumWage, person.Agent, new($"没有{person.Place}当月的最低工资，没有比较", $"no minimum wage of {person.Place} is known for the month, so nothing was compared"));
        if (person.OvertimeHours is null && person.Hours != HoursRegime.Flexible) yield return new(GuardRule.OvertimeHours, person.Agent, new("没有打卡数据，不知道加班多少", "no punches, so nobody knows how much overtime there was"));
    }

    internal static GuardNumber Amount(string id, string zh, string en, decimal value) => new(id, new(zh, en), value, Unit.Yuan);

    private static GuardNumber Part(GuardPerson person) => new("worked", new("出勤部分", "part of the month"), person.Worked, Unit.Rate);

    internal static string Yuan(decimal value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
