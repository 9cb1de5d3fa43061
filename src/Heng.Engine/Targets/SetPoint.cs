using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;

namespace Heng.Engine.Targets;

/// <summary>
/// A number that somebody sets and people are measured by (定标): the target of an item, or the balance point of a KSF indicator. Place is where it stands in the scheme's file,
/// Number the one for everybody, By who has another.
/// </summary>
public abstract record SetPoint(SchemeVersion Scheme, string Place, string Id, Wording Name, decimal Number, Aim? By, Basis? Basis)
{
    /// <summary>In a part month it shrinks with the days.</summary>
    public bool Scaled { get; init; }
    /// <summary>What is measured adds up over days.</summary>
    public bool Sums { get; init; }
    public Better Better { get; init; }

    /// <summary>What a change of it is counted in: an item's points, or yuan.</summary>
    public abstract Unit WorthUnit { get; }
    /// <summary>The metric that is measured, as Heng counts it; null where it is something else.</summary>
    public abstract string? Metric { get; }

    public Aim Aim => By ?? new(Number, [], null);

    /// <summary>Why this number cannot stand here; null where it can.</summary>
    internal virtual Wording? Refuses(decimal number) => null;

    internal abstract bool Concerns(Subject person, Month month);
    internal abstract Explained ValueOf(Subject person, Month month);
    /// <summary>What the person's month is worth under these numbers; null without a value or a number.</summary>
    internal abstract decimal? WorthOf(Subject person, Month month, Aim aim);

    /// <summary>When a plan begins says nothing about whom it would have been for.</summary>
    private protected Regime Always => new([Scheme with { Plans = [.. Scheme.Plans.Select(p => p with { Effective = EffectiveDays.Always })] }]);

    private protected Plan? PlanOf(Subject person, Month month) => Always.PlanFor(person.Agent, person.Position, month.Last);
}

/// <summary>The target of an item: what a proportion is of, where steps start, or the quantity that is asked for.</summary>
public sealed record ItemTarget(SchemeVersion Scheme, string Place, Plan Plan, Item Item)
    : SetPoint(Scheme, Place, Item.Id, Item.Name, Item.Method.Standard!.Value.At, Item.Method.Aim, Item.Method.Basis)
{
    public override Unit WorthUnit => Unit.Points;
    public override string? Metric => Item.Source is FromMetric { Reported: false } metric ? metric.Metric : null;

    internal override Wording? Refuses(decimal number) => Item.Method switch
    {
        Proportional { Better: not Better.Lower } or ByCount when number <= 0m => new("算出来是 0，不能作目标", "it comes to 0, which nothing can be divided by"),
        ByCount { To: { } most } when number > most => new($"高于上限 {Shown.Number(most)}", $"above the most that counts, {Shown.Number(most)}"),
        _ => null,
    };

    internal override bool Concerns(Subject person, Month month) => PlanOf(person, month)?.Id == Plan.Id;
    internal override Explained ValueOf(Subject person, Month month) => ItemValue.Of(Item, person.Scored, new(month, month)).Explained;

    internal override decimal? WorthOf(Subject person, Month month, Aim aim)
    {
        if (ValueOf(person, month).Value is not { } value) return null;
        var own = OwnAim.Of(Plan, Item with { Method = Item.Method with { Aim = aim } }, person.Scored, new(month, month));
        if (own.Lacking is not null) return null;
        var share = Item.ScaledByDays ? Scaling.PartMonth(person.Scored.WorkedDays, person.Scored.DueDays)?.Value : null;
        return own.Item.Method.Points(value, Item.Weight, share ?? 1m);
    }
}

/// <summary>The balance point of a KSF indicator; what it is worth is the indicator's line.</summary>
public sealed record BalancePoint(SchemeVersion Scheme, string Place, Ksf Ksf, KsfIndicator Indicator)
    : SetPoint(Scheme, Place, Indicator.Id, Indicator.Name, Indicator.Balance, Indicator.BalanceBy, Indicator.Basis)
{
    public override Unit WorthUnit => Unit.Yuan;
    public override string? Metric => Indicator.Source.Metric is { Reported: false } metric ? metric.Metric : null;

    internal override bool Concerns(Subject person, Month month) => Always.PayFor(person.Agent, person.Position, month.Last) is not null;

    internal override Explained ValueOf(Subject person, Month month) =>
        Indicator.Source.Metric is { } metric ? Scaling.Scoring(person.Paid.Metric(metric.Asked))
        : ItemOf(person, month) is { } item ? ItemValue.Of(item, person.Scored, new(month, month)).Explained
        : Explained.Leaf("value", Name, null, Unit.None);

    internal override decimal? WorthOf(Subject person, Month month, Aim aim)
    {
        var value = ValueOf(person, month);
        if (value.Value is null) return null;
        // All that the line reads of a card is the item's value.
        ItemResult[] items = Indicator.Source.Item is { } item ? [new(item, Name, "", 0m, value, null, null, null, value, [])] : [];
        var card = new Scorecard(person.Agent, "", 0, null, null, null, items, value);
        return Ksf.LineOf(Indicator, person.Paid with { Card = card, Asker = person.AskerFor(month, Scheme) }, aim).Amount;
    }

    private Item? ItemOf(Subject person, Month month) => PlanOf(person, month)?.Items.FirstOrDefault(i => i.Id == Indicator.Source.Item);
}

/// <summary>All numbers of a scheme that can be set from history, in the order of its file. Cards of longer cycles are left out.</summary>
public static class SetPoints
{
    public static IReadOnlyList<SetPoint> Of(SchemeVersion scheme, Func<string, Metric?> metrics) => [.. Items(scheme, metrics), .. Balances(scheme, metrics)];

    private static IEnumerable<SetPoint> Items(SchemeVersion scheme, Func<string, Metric?> metrics) =>
        from plan in scheme.Plans
        where plan.Cycle == Cycle.Month
        from dimension in plan.Dimensions
        from item in dimension.Items
        where item.Method.Standard is not null && item.Source is not NoneYet
        let place = $"plans/{plan.Id[(plan.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]}/dimensions/{dimension.Id}/items/{item.Id}/method/{item.Method.Thresholds[0].Place}"
        select new ItemTarget(scheme, place, plan, item) { Scaled = item.ScaledByDays, Sums = AddsUp(item.Source, metrics), Better = item.Method.Standard!.Value.Better };

    private static IEnumerable<SetPoint> Balances(SchemeVersion scheme, Func<string, Metric?> metrics) =>
        from ksf in scheme.Pay?.Components.OfType<Ksf>() ?? []
        from indicator in ksf.Indicators
        select new BalancePoint(scheme, $"pay/components/{ksf.Id}/indicators/{indicator.Id}/balance", ksf, indicator)
        {
            Scaled = indicator.ScaledByDays, Sums = indicator.Source.Metric is { } metric && AddsUp(metric, metrics), Better = indicator.Better,
        };

    private static bool AddsUp(ItemSource source, Func<string, Metric?> metrics) => source switch
    {
        FromMetric metric => metrics(metric.Metric)?.Formula is Total,
        FromCounter counter => counter.Unit is Unit.Times or Unit.People or Unit.Pieces or Unit.Orders or Unit.Days or Unit.Yuan,
        _ => false,
    };
}
