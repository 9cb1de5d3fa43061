using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>A month's cards and pay in numbers alone: of each person the plan, the cards with their place among them, and what pays them; null where there is none.</summary>
internal sealed class NumberRun
{
    public NumberRun(MonthColumns month, Regime regime)
    {
        var days = new Dictionary<DateOnly, RegimeOn>();
        RegimeOn On(DateOnly day) => days.TryGetValue(day, out var known) ? known : days[day] = regime.On(day);
        Plans = [.. month.People.Select(p => On(p.LastDay(month.Month)).PlanFor(p.Agent, p.Position))];
        Cards = new (ValueCards Cards, int Place)?[month.People.Length];
        foreach (var plan in Plans.OfType<Plan>().Distinct<Plan>(ReferenceEqualityComparer.Instance))
        {
            int[] people = [.. Enumerable.Range(0, Plans.Length).Where(p => ReferenceEquals(Plans[p], plan))];
            var made = new ValueCards(plan, month, people);
            for (var i = 0; i < people.Length; i++) Cards[people[i]] = (made, i);
        }
        var paying = new Dictionary<SchemeVersion, ValuePay>(ReferenceEqualityComparer.Instance);
        ValuePay? Paying(SchemeVersion? scheme)
        {
            if (scheme is null) return null;
            if (!paying.TryGetValue(scheme, out var pay)) paying.Add(scheme, pay = new(scheme, month));
            return pay;
        }
        Pays = [.. month.People.Select(p => Paying(month.Pays ? On(month.Month.Last).PayFor(p.Agent, p.Position) : null))];
    }

    public Plan?[] Plans { get; }
    public (ValueCards Cards, int Place)?[] Cards { get; }
    public ValuePay?[] Pays { get; }
}
