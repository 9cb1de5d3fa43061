using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.Engine.Work;

/// <summary>
/// Which receptions were settled in one contact (一次解决), on the reception's day. Judged is every consulted one, save what was passed on (as for inquiries) and what a case was opened of on
/// that day: there the case stands for it. It is settled when somebody replied and the buyer does not return (回访): begins no other reception of the shop and has no case opened, from its start
/// until 72 hours after its last message (exactly 72 hours is a return). A reception that the agent began is no return; what only the business day's cut divided is one contact.
/// </summary>
public static class BuyerReturns
{
    /// <summary>Business days after a reception's on which its buyer can still return.</summary>
    public const int Days = CaseCredits.ReturnSeconds / 86_400;

    /// <param name="receptions">All of one shop on the days, and on the <see cref="Days"/> after them.</param>
    /// <param name="cases">Cases opened on those days whose buyer is known by number.</param>
    /// <param name="covered">Days whose chats are there. A reception without a return stays open (provisional) while one of its 72 hours' days is not.</param>
    public static IEnumerable<Contribution> Of(
        RuleTimeline rules, IReadOnlyList<Reception> receptions, IReadOnlyList<(int Buyer, Instant OpenedAt)> cases, IReadOnlySet<DateOnly> covered)
    {
        var begun = receptions.Where(r => r.Measures[Primitive.BuyerInitiated] > 0).ToLookup(r => r.Buyer);
        var opened = cases.ToLookup(c => c.Buyer, c => c.OpenedAt);
        foreach (var one in receptions)
        {
            var own = rules.On(one.Day);
            if (!IsJudged(one, own) || opened[one.Buyer].Any(at => own.Clock.DayOf(at) == one.Day)) continue;
            var over = one.Last.Plus(CaseCredits.ReturnSeconds);
            var returned = begun[one.Buyer].Any(other => other.Id != one.Id && Within(other.First) && !Continues(one, other, own)) || opened[one.Buyer].Any(Within);
            var once = !returned && one.Measures[Primitive.Unreplied] == 0;
            var open = once && !IsCovered(one.Day, own.Clock.DayOf(over));
            var sum = new Measures().Add(Primitive.ReceptionsJudgedOnce, 1).Add(Primitive.ReceptionsOnce, once ? 1 : 0).Add(Primitive.OnceOpen, open ? 1 : 0);
            yield return new(
                FactKind.Reception, one.Id.ToString(CultureInfo.InvariantCulture), one.Agent, one.Day, sum, open ? ValueState.Provisional : ValueState.Final);

            bool Within(Instant at) => at >= one.First && at <= over;
        }

        bool IsCovered(DateOnly day, DateOnly last)
        {
            while (day < last)
                if (!covered.Contains(day = day.AddDays(1))) return false;
            return true;
        }
    }

    private static bool IsJudged(Reception one, RuleSet rules) =>
        one.Measures[Primitive.Consulted] > 0 && !one.Filtered && (!one.TransferredOut || rules.TransferredOutIsInquiry);

    private static bool Continues(Reception before, Reception after, RuleSet rules) =>
        before.Agent == after.Agent && before.Day.AddDays(1) == after.Day && after.First.SecondsSince(before.Last) <= rules.SessionGapSeconds;
}
