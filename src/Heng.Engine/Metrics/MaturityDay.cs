using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Work;

namespace Heng.Engine.Metrics;

/// <summary>The day at whose end a day's value stops moving (成熟日).</summary>
public static class MaturityDay
{
    public static DateOnly Of(Maturity maturity, DateOnly day, RuleSet rules) => maturity switch
    {
        Maturity.Inquiry => rules.LastInquiryDay(day),
        Maturity.InquiryAndPayment => rules.LastPayDay(rules.LastInquiryDay(day)),
        Maturity.PaymentWindow => Later(rules.LastPayDay(day), rules.LastLandingDay(day)),
        Maturity.LandingAndPayment => rules.LastPayDay(rules.LastLandingDay(day)),
        Maturity.Return => day.AddDays(BuyerReturns.Days),
        _ => day,
    };

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
