using Heng.Engine.Records;

namespace Heng.Engine.Pay.Guard;

/// <summary>What the shop set for the guard (提示规则): its usual place of work, how many days before a month a scheme must be announced, and between which shares of pay the base should lie.</summary>
public sealed record GuardSetting(string? Place, int AnnounceDays, decimal BaseAtLeast, decimal BaseAtMost)
{
    public static readonly GuardSetting Default = new(null, 7, 0.3m, 0.8m);
}

/// <summary>A line of pay as it was paid.</summary>
public sealed record GuardLine(string Id, PayKind Kind, decimal Amount);

/// <summary>
/// Somebody's paid month. Overtime is null where nobody knows; Worked is the part of the month that they were there for, 1 for all of it. Reasons are those of penalties and deductions.
/// </summary>
public sealed record GuardPerson(string Agent, string Scheme, string? Place, IReadOnlyList<GuardLine> Lines, decimal Worked, decimal? OvertimeHours, IReadOnlyList<string> Reasons)
{
    public decimal Sum(Func<PayKind, bool> of) => Lines.Where(l => of(l.Kind)).Sum(l => l.Amount);
}

/// <summary>A scheme that paid in the month, and everything in it that has a name.</summary>
public sealed record GuardScheme(PayScheme Pay, IReadOnlyList<string> Names);

/// <summary>A month as the guard looks at it.</summary>
public sealed record GuardMonth(Month Month, IReadOnlyList<GuardPerson> People, IReadOnlyList<GuardScheme> Schemes, IReadOnlyList<MinimumWage> Minimums, IReadOnlyList<PlanNotice> Notices, GuardSetting Setting)
{
    /// <summary>The minimum wage of a place on the month's first day; null where none is known.</summary>
    public MinimumWage? MinimumOf(string? place) => place is null ? null : Minimums.Where(m => m.Place == place && m.From <= Month.First).MaxBy(m => m.From);
}
