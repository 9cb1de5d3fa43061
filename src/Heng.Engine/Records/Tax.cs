namespace Heng.Engine.Records;

/// <summary>
/// What was earned, deducted and withheld of a tax year up to and with a month, before Heng knew it (个税期初). Deductions are all but the 5000 a month: insurance, housing fund
/// and what was declared. Natural key: through, agent.
/// </summary>
public sealed record TaxOpening(Month Through, string Agent, int Months, decimal Income, decimal Deductions, decimal Withheld);

/// <summary>What somebody declared to be deducted each month (专项附加扣除), such as for children or rent; To is the last month, null is without end. Natural key: agent, kind, from.</summary>
public sealed record SpecialDeduction(string Agent, string Kind, Month From, Month? To, decimal Monthly)
{
    public bool Covers(Month month) => From <= month && (To is not { } last || month <= last);
}

/// <summary>
/// A minimum wage (最低工资) of a town from a day on, with what says so. NetOfInsurance: the person's own part of social insurance and housing fund is not in it, so pay is compared
/// without it. Natural key: place, from.
/// </summary>
public sealed record MinimumWage(string Place, DateOnly From, decimal Monthly, bool NetOfInsurance, string Source);

/// <summary>How somebody came to know a version of a scheme. Stored by number: append, never renumber.</summary>
public enum NoticeKind : byte { Announced, Acknowledged }

/// <summary>That a version of a scheme was announced (公示) or acknowledged (签收) on a day; an empty agent is everybody. Natural key: scheme, version, agent, kind.</summary>
public sealed record PlanNotice(string Scheme, int Version, string Agent, NoticeKind Kind, DateOnly Day, string How);
