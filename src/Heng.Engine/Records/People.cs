namespace Heng.Engine.Records;

/// <summary>
/// One stretch of a person's time in a position (任职). A person is known by name; several stretches make the history.
/// <paramref name="To"/> is the last day, included; null is "still here". Natural key: name, from.
/// </summary>
public sealed record Employment(
    string Name, IReadOnlyList<string> Accounts, string Group, string Position, decimal BasePay, DateOnly From, DateOnly? To)
{
    /// <summary>The town whose minimum wage and insurance hold for them (工作地); null is the company's usual one.</summary>
    public string? Place { get; init; }

    /// <summary>How their hours are counted (工时制); null is standard.</summary>
    public HoursRegime? Hours { get; init; }

    public bool Covers(DateOnly day) => From <= day && (To is not { } last || day <= last);

    public bool Overlaps(Employment other) => Covers(other.From) || other.Covers(From);

    /// <summary>What is left of the stretch beside another: what lies before it, and what lies behind it.</summary>
    public IEnumerable<Employment> Without(Employment other)
    {
        if (!Overlaps(other)) yield return this;
        else
        {
            if (From < other.From) yield return this with { To = other.From.AddDays(-1) };
            if (other.To is { } end && (To is not { } last || last > end)) yield return this with { From = end.AddDays(1) };
        }
    }
}

/// <summary>
/// How hours are counted (工时制): standard hours a day and a week; comprehensive (综合计算工时), over a period; flexible (不定时), not at all. The second and third need the approval of
/// the labour office. Stored by number: append, never renumber.
/// </summary>
public enum HoursRegime : byte { Standard, Comprehensive, Flexible }

/// <summary>
/// Who an account is, as somebody bound it by hand (账号绑定); an empty person is nobody's. Of those with the same account, person and first day the one written last stands,
/// and one that ends before it begins stands for nothing: so it is undone. Never edited. Natural key: account, person, from, at.
/// </summary>
public sealed record AccountBinding(string Account, string Person, DateOnly From, DateOnly? To, string By, Instant At)
{
    public bool Covers(DateOnly day) => From <= day && (To is not { } last || day <= last);

    /// <summary>Those that stand, by account, first day and person.</summary>
    public static IReadOnlyList<AccountBinding> Standing(IEnumerable<AccountBinding> bindings) =>
    [
        .. bindings.GroupBy(b => (b.Account, b.Person, b.From)).Select(same => same.MaxBy(b => b.At.UnixSeconds)!).Where(b => b.To is not { } last || last >= b.From)
            .OrderBy(b => b.Account, StringComparer.Ordinal).ThenBy(b => b.From).ThenBy(b => b.Person, StringComparer.Ordinal),
    ];
}

/// <summary>Points a rater gave one item of one month's card (评分). Rater is self, peer, leader, manager, subordinate or hr. Natural key: month, agent, item, rater, by.</summary>
public sealed record Entry(Month Month, string Agent, string Item, string Rater, decimal Points, string? Comment, string? By);

/// <summary>Due and paid days of a month (出勤). Natural key: month, agent.</summary>
public sealed record Attendance(Month Month, string Agent, decimal DueDays, decimal PaidDays);

/// <summary>A deduction (扣款) makes good a loss that the person caused; it is no penalty. Stored by number: append, never renumber.</summary>
public enum AdjustmentKind : byte { Reward, Penalty, Deduction, YearEnd }

/// <summary>A reward, penalty (奖惩), deduction or year-end bonus with its reason; it counts only once a second person approved it. Amount is positive yuan.</summary>
public sealed record Adjustment(Month Month, string Agent, AdjustmentKind Kind, decimal Amount, string Reason, string EnteredBy, string? ApprovedBy);
