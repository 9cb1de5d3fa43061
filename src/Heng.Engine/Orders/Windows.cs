using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// The windows that are counted in business days, and the days on which they close.
/// The inquiry window counts the reception's day (2: today and tomorrow); the payment window runs for that many days after the day of ordering
/// (7: the day of ordering and the seven that follow), which is what the maturity D + inquiry − 1 + payment says.
/// </summary>
public static class Windows
{
    public static DateOnly LastPayDay(this RuleSet rules, DateOnly createdDay) => createdDay.AddDays(rules.PaymentDays);
    public static DateOnly LastInquiryDay(this RuleSet rules, DateOnly receptionDay) => receptionDay.AddDays(rules.InquiryDays - 1);
    /// <summary>The last day on which an order can still land on a session of this day: the window runs from its last message, at the latest the day's last second.</summary>
    public static DateOnly LastLandingDay(this RuleSet rules, DateOnly sessionDay) => sessionDay.AddDays((rules.AttributionSeconds + 86_399) / 86_400);
}
