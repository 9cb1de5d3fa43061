using Heng.Engine.Records;

namespace Heng.Engine.Pay.Guard;

/// <summary>What the shop set for the guard (提示规则): its usual place of work, how many days before a month a scheme must be announced, and between which shares of pay the base should lie.</summary>
public sealed record GuardSetting(string? Place, int AnnounceDays, decimal BaseAtLeast, decimal BaseAtMost)
{
    private static readonly char[] Between = ['、', ',', '，', ';', '；', ' '];

    public static readonly GuardSetting Default = new(null, 7, 0.3m, 0.8m);

    /// <summary>Places, such as 上海、深圳, whose own rule pays statutory holidays under flexible hours too; null for none.</summary>
    public string? FlexibleHolidays { get; init; }

    public bool PaysFlexibleHolidays(string? place) => place is not null && Places(FlexibleHolidays).Contains(place, StringComparer.Ordinal);

    /// <summary>The places of a text, each once, as they are kept; null for none.</summary>
    public static string? Written(string? places) => Places(places) is { Length: > 0 } some ? string.Join('、', some) : null;

    private static string[] Places(string? text) => [.. (text ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}

/// <summary>Hours of overtime that punches show, by the kind of their days; null where nobody knows.</summary>
public sealed record OvertimeWorked(decimal? Workday, decimal? RestDay, decimal? Holiday)
{
    public static readonly OvertimeWorked Unknown = new(null, null, null);

    /// <summary>Null where nothing is known of any kind.</summary>
    public decimal? All => Workday is null && RestDay is null && Holiday is null ? null : (Workday ?? 0m) + (RestDay ?? 0m) + (Holiday ?? 0m);
}

/// <summary>A line of pay as it was paid.</summary>
public sealed record GuardLine(string Id, PayKind Kind, decimal Amount);

/// <summary>
/// Somebody's paid month. Worked is the part of the month that they were there for, 1 for all of it. Reasons are those of penalties and deductions.
/// </summary>
public sealed record GuardPerson(string Agent, string Scheme, string? Place, IReadOnlyList<GuardLine> Lines, decimal Worked, OvertimeWorked Overtime, IReadOnlyList<string> Reasons)
{
    public HoursRegime Hours { get; init; }
    public decimal? OvertimeHours => Overtime.All;

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
