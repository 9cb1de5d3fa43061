using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Pay.Guard;

/// <summary>What the guard looks for. Kept by name: never rename.</summary>
public enum GuardRule : byte { MinimumWage, DeductionShare, DeductionFloor, OvertimeHours, OvertimeRate, BaseShare, FineWord, WithheldWithoutRule, PlanNotTold, TaxUnknown, OvertimeUnpaid, BelowZero }

/// <summary>A number that a finding rests on.</summary>
public sealed record GuardNumber(string Id, Wording Label, decimal Value, Unit Unit);

/// <summary>
/// Something in a month's pay that the law, or good sense, is against (合规提示): which article, with which numbers, and what may be done. It changes no pay. Subject is a person or a
/// scheme; People are those whom it concerns.
/// </summary>
public sealed record GuardFinding(GuardRule Rule, string Subject, Wording Article, Wording What, Wording Mend, IReadOnlyList<GuardNumber> Numbers, IReadOnlyList<string> People)
{
    /// <summary>Words that the finding rests on, such as the name of an item.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>A stamp of all that it rests on: where one of them changes it is another finding, to be acknowledged anew.</summary>
    public string Stamp => StableHash.Of(
        [Rule.ToString(), Subject, .. Numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Id}={n.Value / 1.0000000000000000000000000000m}")), "words", .. Words, "people", .. People]).ToString("x16", CultureInfo.InvariantCulture);
}

/// <summary>What could not be looked at, and why: no finding is then no clean bill.</summary>
public sealed record GuardGap(GuardRule Rule, string Subject, Wording Why);

public sealed record GuardReport(IReadOnlyList<GuardFinding> Findings, IReadOnlyList<GuardGap> Gaps);
