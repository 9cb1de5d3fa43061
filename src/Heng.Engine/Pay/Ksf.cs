using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>
/// KSF 薪酬全绩效: the standard's share at stake is laid on the indicators by weight, to the fen; at its balance point each pays exactly its part,
/// each whole step above adds and below takes its amount, within caps; what is not at stake is a line of its own.
/// </summary>
public sealed record Ksf(string Id, Wording Label, decimal Standard, decimal AtStake, bool Prorated, IReadOnlyList<KsfIndicator> Indicators)
    : PayComponent(Id, Label)
{
    public override IReadOnlyList<FromMetric> Metrics => [.. Indicators.Select(i => i.Source.Metric).OfType<FromMetric>()];

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        var (standard, atStake, notes) = Stake(payee);
        var lines = Indicators.Select((indicator, i) => indicator.Line(this, payee, Part(i, atStake))).ToList();
        if (AtStake != 1m)
        {
            var rest = Explained.By("rest", new("不参与考核的部分", "the part not at stake"), Unit.Yuan, Difference.Instance, standard, atStake);
            lines.Insert(0, Line($"{Id}.fixed", new($"{Label.Zh}·固定部分", $"{Label.En}, not at stake"), rest, notes));
        }
        else if (lines.Count > 0) lines[0] = lines[0] with { Notes = [.. notes, .. lines[0].Notes] };
        return lines;
    }

    /// <summary>The line of one indicator alone, with another balance point.</summary>
    internal PayLine LineOf(KsfIndicator indicator, Payee payee, Aim balance) =>
        (indicator with { BalanceBy = balance }).Line(this, payee, Part(Indicators.ToList().IndexOf(indicator), Stake(payee).AtStake));

    private (Explained Standard, Explained AtStake, IReadOnlyList<Wording> Notes) Stake(Payee payee)
    {
        var (whole, notes) = (Explained.Leaf("standard", new("绩效标准", "performance standard"), Standard, Unit.Yuan), (IReadOnlyList<Wording>)[]);
        if (Prorated) (whole, notes) = Proration.Of(whole, payee);
        var standard = Explained.By("standard", new("绩效标准", "performance standard"), Unit.Yuan, new Rounded(2), whole);
        var atStake = Explained.By("at-stake", new("参与考核的部分", "the part at stake"), Unit.Yuan, new Rounded(2),
            Explained.By("share", new("绩效标准 × 考核比例", "standard × share at stake"), Unit.Yuan, Product.Instance,
                standard, Explained.Leaf("share", new("考核比例", "share at stake"), AtStake, Unit.Rate)));
        return (standard, atStake, notes);
    }

    private Explained Part(int indicator, Explained atStake) =>
        Explained.By("part", new("平衡点金额", "part at the balance point"), Unit.Yuan, new PartBy([.. Indicators.Select(i => (i.Id, i.Weight))], indicator), atStake);
}

/// <summary>The n-th part of a sum split by weights, largest remainder.</summary>
public sealed record PartBy(IReadOnlyList<(string Id, decimal Weight)> Weights, int Index) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is { } total ? Split.Of(total, Weights)[Index] : null;
    public override decimal? Unrounded(IReadOnlyList<decimal?> inputs) => inputs[0] * Weights[Index].Weight / TotalWeight;
    public decimal TotalWeight => Weights.Sum(w => w.Weight);
    public override Wording Formula => new($"按权重 {Shown.Number(Weights[Index].Weight)} 分", $"split by weight, {Shown.Number(Weights[Index].Weight)}");
}

/// <summary>Where an indicator's value comes from: a metric, counted or reported, or the value of an item on the card, such as a leader's rating.</summary>
public sealed record IndicatorSource(FromMetric? Metric, string? Item);

/// <summary>
/// One success factor (关键指标). Steps of rates are in percentage points: a step of 0.01 is one point. Low and High bound the line; by default 0 and twice the
/// part.
/// No data pays the part as at the balance point, and the line says so.
/// </summary>
public sealed record KsfIndicator(
    string Id, Wording Name, decimal Weight, IndicatorSource Source, Better Better, decimal Balance, decimal Step, decimal PerStep, decimal? Low, decimal? High)
{
    /// <summary>In a part month the balance point shrinks with paid ÷ due days; on by default where the metric is a sum.</summary>
    public bool ScaledByDays { get; init; }
    /// <summary>The balance point where it differs from person to person, month to month or by promotion days; the written one where nothing fits.</summary>
    public Aim? BalanceBy { get; init; }
    /// <summary>Where the balance point comes from; null where nobody wrote it down.</summary>
    public Basis? Basis { get; init; }
    public IReadOnlyList<string> Ours { get; init; } = [];

    internal PayLine Line(Ksf ksf, Payee payee, Explained part)
    {
        var actual = Actual(payee);
        List<Wording> notes = [];
        if (actual.Value is null) notes.Add(new("暂无数据，按平衡点发放", "no data, paid as at the balance point"));
        var share = ScaledByDays ? Scaling.PartMonth(payee.Attendance?.PaidDays, payee.Attendance?.DueDays) : null;
        var written = Explained.Leaf("balance", new("平衡点", "balance point"), BalanceBy is { } by ? payee.AimOf(by) ?? Balance : Balance, actual.Unit);
        var balance = share is null ? written
            : Explained.By("balance", new("平衡点（按出勤折算）", "balance point for the days paid"), actual.Unit, new Rounded(Scaling.Digits(actual.Unit)),
                Explained.By("balance", written.Label, actual.Unit, Product.Instance, written, share));
        var steps = Explained.By("steps", new("步数", "whole steps"), Unit.Times, new WholeSteps(Better, Step), actual, balance);
        var amount = Explained.By("amount", Name, Unit.Yuan, new PaidBySteps(PerStep, Low, High), part, steps);
        return PayLine.Of($"{ksf.Id}.{Id}", Name, amount, notes, ksf.Round);
    }

    private Explained Actual(Payee payee)
    {
        if (Source.Metric is { } metric) return Scaling.Scoring(payee.Metric(metric.Asked));
        return payee.Card?.Items.FirstOrDefault(i => i.Item == Source.Item)?.Value ?? Explained.Leaf("value", Name, null, Unit.Points);
    }
}

/// <summary>Whole steps from the balance point, truncated toward zero, positive on the better side.</summary>
public sealed record WholeSteps(Better Better, decimal Step) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => Unrounded(inputs) is { } steps ? decimal.Truncate(steps) : null;
    public override decimal? Unrounded(IReadOnlyList<decimal?> inputs) =>
        inputs is [{ } actual, { } balance] ? (Better == Better.Lower ? balance - actual : actual - balance) / Step : null;
    public override Wording Formula =>
        new($"（实际 − 平衡点）÷ {Shown.Number(Step)}，向零取整，越好越多", $"(actual − balance) ÷ {Shown.Number(Step)}, cut toward zero, positive when better");
}

/// <summary>Part + steps × amount, within the caps; without steps the part itself.</summary>
public sealed record PaidBySteps(decimal PerStep, decimal? Low, decimal? High) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs)
    {
        if (inputs[0] is not { } part || inputs[1] is not { } steps) return inputs[0];
        // A part month can bring the part, and twice it, under a cap's other end; then the high end holds.
        return Math.Min(Math.Max(part + steps * PerStep, Low ?? 0m), High ?? 2m * part);
    }
    public override Wording Formula => new($"平衡点金额 + 步数 × {Shown.Number(PerStep)}（{Shown.Number(Low ?? 0m)} 至 {(High is { } h ? Shown.Number(h) : "两倍")}）",
        $"part + steps × {Shown.Number(PerStep)}, held between {Shown.Number(Low ?? 0m)} and {(High is { } e ? Shown.Number(e) : "twice the part")}");
}
