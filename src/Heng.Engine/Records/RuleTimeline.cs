namespace Heng.Engine.Records;

/// <summary>
/// A shop's rule sets in the order in which they came into force. A reception goes by the rules of its own day, an order, with all its windows, by those of the day it was created.
/// The clock is one for all days: business days that were cut differently would overlap.
/// </summary>
public sealed class RuleTimeline
{
    private readonly (DateOnly From, RuleSet Rules)[] versions;

    /// <param name="versions">By first day, then version; the first of them stands for all days before it, too.</param>
    public RuleTimeline(IReadOnlyList<(DateOnly From, RuleSet Rules)> versions)
    {
        this.versions = [.. versions];
        if (versions.Count == 0) throw new ArgumentException("a shop has rules from its first day on", nameof(versions));
        Widest = Latest with
        {
            AttributionSeconds = versions.Max(v => v.Rules.AttributionSeconds), InquiryDays = versions.Max(v => v.Rules.InquiryDays),
            PaymentDays = versions.Max(v => v.Rules.PaymentDays), AfterSalesDays = versions.Max(v => v.Rules.AfterSalesDays),
        };
    }

    public IReadOnlyList<(DateOnly From, RuleSet Rules)> Versions => versions;
    public RuleSet Latest => versions[^1].Rules;
    public ShopClock Clock => Latest.Clock;
    /// <summary>With the longest window of each kind that any version has: how far one must look.</summary>
    public RuleSet Widest { get; }

    public RuleSet On(DateOnly day) => versions[PlaceOf(day)].Rules;

    /// <summary>The place of the version that stands on the day.</summary>
    public int PlaceOf(DateOnly day)
    {
        var place = versions.Length - 1;
        while (place > 0 && versions[place].From > day) place--;
        return place;
    }

    public static RuleTimeline FromRuleSet(RuleSet rules) => new([(DateOnly.MinValue, rules)]);
    public static implicit operator RuleTimeline(RuleSet rules) => FromRuleSet(rules);
}
