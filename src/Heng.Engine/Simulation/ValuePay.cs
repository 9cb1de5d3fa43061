using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>
/// Net pay in numbers alone where it follows the card; what reads no card, and what is between people, is added up from its lines. Each is rounded as in <see cref="PayRun"/>.
/// </summary>
internal sealed class ValuePay(SchemeVersion version, MonthColumns month, NumberRun run)
{
    private readonly PayScheme scheme = version.Pay!;
    private readonly (decimal AtStake, IReadOnlyList<decimal> Parts)[] parts = new (decimal, IReadOnlyList<decimal>)[version.Pay!.Components.Count];
    private readonly Dictionary<KsfIndicator, Column> ofMetrics = new(version.Pay!.Components.OfType<Ksf>().SelectMany(k => k.Indicators).Where(i => i.Source.Metric is not null).Distinct<KsfIndicator>(ReferenceEqualityComparer.Instance)
        .Select(i => KeyValuePair.Create(i, month.Of(i.Source.Metric!))), ReferenceEqualityComparer.Instance);

    private (Contest All, Dictionary<int, Payee> Own)? between;

    /// <summary>Insurance and tax read the lines above them, which needs the explained way.</summary>
    public static bool Can(PayScheme scheme) => scheme.Components.All(c => !c.ReadsLines);

    /// <param name="card">Their cards and their place among them; null without a plan.</param>
    public decimal Net(int person, (ValueCards Cards, int Place)? card)
    {
        var net = 0m;
        for (var c = 0; c < scheme.Components.Count; c++)
            net += scheme.Components[c] switch
            {
                PerformancePay pay => Performance(pay, person, card),
                Ksf pay => OfKsf(pay, c, person, card),
                RankAward or Pool or CycleAward => scheme.Components[c].Lines(Among(person)).Sum(l => l.Amount),
                var other => month.Paid(other, person, version),
            };
        return net;
    }

    /// <summary>The person as awards and pools see them: beside everybody whom the scheme pays, with the card's score alone.</summary>
    private Payee Among(int person)
    {
        if (between is null)
        {
            var own = Enumerable.Range(0, month.People.Length).Where(p => ReferenceEquals(run.Pays[p], this)).ToDictionary(p => p, Bare);
            between = (new([.. own.Values]), own);
        }
        return between.Value.Own[person] with { Contest = between.Value.All };
    }

    private Payee Bare(int person)
    {
        var own = month.Payees[person];
        Explained Number(string asked) => scheme.Components.SelectMany(c => c.Metrics).FirstOrDefault(m => m.Asked == asked) is { } metric && month.Of(metric) is var column
            ? Explained.Leaf(asked, default, column.Values[person], column.Unit) : own.Metric(asked);
        return own with { Metric = Number, Card = CardOf(person), Asker = month.People[person].AskerFor(month.Month, version), Moves = [.. own.Moves.Where(m => m.Scheme == scheme.Id)] };
    }

    private Scorecard? CardOf(int person) => run.Cards[person] is not { } own ? null
        : new(month.People[person].Agent, run.Plans[person]!.Id, 1, own.Cards.Scores[own.Place], null, null, [], Explained.Leaf("score", default, own.Cards.Scores[own.Place], Unit.Points));

    private decimal Prorated(decimal amount, int person) => month.Attendances[person] is Attendance { DueDays: > 0 } a
        ? amount * Math.Clamp(Math.Min(a.PaidDays, a.DueDays), 0m, a.DueDays) / a.DueDays : amount;

    private decimal Performance(PerformancePay pay, int person, (ValueCards Cards, int Place)? card)
    {
        if (card is not { } own || own.Cards.Scores[own.Place] is not { } score) return 0m;
        var whole = pay.Prorated ? Prorated(pay.Base, person) : pay.Base;
        return pay.Coefficient.At(score, own.Cards.Grades[own.Place]) is { } coefficient ? pay.Round.Of(whole * coefficient) : 0m;
    }

    private decimal OfKsf(Ksf pay, int component, int person, (ValueCards Cards, int Place)? card)
    {
        var (fixedPart, shares) = Divided(pay, component, person);
        var net = fixedPart;
        for (var i = 0; i < pay.Indicators.Count; i++) net += pay.Round.Of(Paid(pay.Indicators[i], shares[i], person, card));
        return net;
    }

    private (decimal Fixed, IReadOnlyList<decimal> Parts) Divided(Ksf pay, int component, int person)
    {
        var standard = Scaling.Round(pay.Prorated ? Prorated(pay.Standard, person) : pay.Standard);
        var atStake = Scaling.Round(standard * pay.AtStake);
        // Most people of a month work all of it, so the split of the one before is mostly theirs too.
        if (parts[component].Parts is null || parts[component].AtStake != atStake)
            parts[component] = (atStake, Split.Of(atStake, [.. pay.Indicators.Select(i => (i.Id, i.Weight))]));
        return (pay.AtStake != 1m ? pay.Round.Of(standard - atStake) : 0m, parts[component].Parts);
    }

    /// <summary>Whether one more or one less step of the indicator would change the person's pay: on the floor and beyond the cap neither does, nor without a value.</summary>
    public bool IsNearAStep(KsfIndicator indicator, int person, (ValueCards Cards, int Place)? card)
    {
        for (var c = 0; c < scheme.Components.Count; c++)
        {
            if (scheme.Components[c] is not Ksf pay || pay.Indicators.ToList().IndexOf(indicator) is var at && at < 0) continue;
            var part = Divided(pay, c, person).Parts[at];
            var now = Paid(indicator, part, person, card);
            return Paid(indicator, part, person, card, indicator.Step) != now || Paid(indicator, part, person, card, -indicator.Step) != now;
        }
        return false;
    }

    private decimal Paid(KsfIndicator indicator, decimal part, int person, (ValueCards Cards, int Place)? card, decimal moved = 0m)
    {
        if (Actual(indicator, person, card) is not { } column || column.Values[person] is not { } value) return part;
        var actual = value + moved;
        var share = month.PaidShares[person];
        var written = indicator.BalanceBy is { } by ? OwnBalance(by, person) ?? indicator.Balance : indicator.Balance;
        var balance = indicator.ScaledByDays && share != 1m ? Scaling.Round(written * share, Scaling.Digits(column.Unit)) : written;
        var steps = decimal.Truncate((indicator.Better == Better.Lower ? balance - actual : actual - balance) / indicator.Step);
        return Math.Min(Math.Max(part + steps * indicator.PerStep, indicator.Low ?? 0m), indicator.High ?? 2m * part);
    }

    private decimal? OwnBalance(Aim by, int person)
    {
        var who = month.People[person];
        return (who.Paid with { Asker = who.AskerFor(month.Month, version) }).AimOf(by);
    }

    private Column? Actual(KsfIndicator indicator, int person, (ValueCards Cards, int Place)? card)
    {
        if (indicator.Source.Metric is not null) return ofMetrics[indicator];
        return card is { } own && Array.Find(own.Cards.Items, i => i.Id == indicator.Source.Item) is { } item && !own.Cards.Lacks(item, person) ? month.Of(item) : null;
    }
}
