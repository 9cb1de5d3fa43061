using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads the components that pay by a metric, by attendance or by what was entered; what a card pays by stands in <see cref="PayReader"/>.</summary>
internal sealed class ComponentReader(PlanErrors errors, Func<string, Metric?> metrics)
{
    public PayComponent Read(string kind, YamlNode node)
    {
        var fields = new YamlFields(node, errors, kind switch
        {
            "commission" => PayKeys.Commission, "per-point" => PayKeys.PerPoint, "rank-awards" => PayKeys.RankAwards, "allowance" => PayKeys.Allowance,
            "full-attendance" => PayKeys.FullAttendance, "overtime" => PayKeys.Overtime, "year-end-bonus" => PayKeys.YearEndBonus,
            "social-insurance" => PayKeys.SocialInsurance, "income-tax" => PayKeys.IncomeTax, _ => PayKeys.Deduction,
        });
        PayComponent read = kind switch
        {
            "commission" => Commission(fields), "per-point" => PerPoint(fields), "rank-awards" => Awards(fields), "allowance" => Allowance(fields),
            "full-attendance" => FullAttendance(fields), "overtime" => Overtime(fields), "social-insurance" => TaxReader.Insurance(fields), "income-tax" => TaxReader.Tax(fields),
            "year-end-bonus" => new YearEndBonus(fields.Id("id"), fields.Words("label")), _ => new Deduction(fields.Id("id"), fields.Words("label")),
        };
        return read with { Round = PayReader.RoundOf(fields), Ours = fields.Texts("ours", required: false) };
    }

    private Commission Commission(YamlFields c)
    {
        var (low, high) = Ends(c);
        return new(c.Id("id"), c.Words("label"), Source(c).Source, c.Choice<CommissionWay>("way", PayKeys.Ways), BandReader.Read(c, c.List("slabs"), PayKeys.Slab)) { Low = low, High = high };
    }

    private PerPoint PerPoint(YamlFields p)
    {
        var (source, metric) = Source(p);
        var (low, high) = Ends(p);
        var (start, by) = AimReader.Read(p, "start", source.Metric, (_, _) => { });
        var step = p.OptionalNumber("step") ?? 0.01m;
        if (p.Find("step") is { } at && step <= 0m) errors.Add(at, "step 应大于 0", "a step is above 0");
        return new(p.Id("id"), p.Words("label"), source, p.Choice("better", ItemKeys.Directions, metric?.Better ?? Better.Higher), start, step == 0m ? 0.01m : step, PayReader.NotNegative(p, "amount"))
        {
            StartBy = by, Whole = p.Flag("whole", true), Low = low ?? 0m, High = high,
        };
    }

    private RankAward Awards(YamlFields a)
    {
        var byScore = a.Find("source") is YamlScalarNode { Value: "score" };
        var (source, metric) = byScore ? (null, null) : Source(a);
        var awards = a.List("awards").Select(n => (Node: n, Yuan: a.NumberOf(n))).ToArray();
        foreach (var award in awards.Where(w => w.Yuan < 0m)) errors.Add(award.Node, "奖金不应为负", "an award is not negative");
        return new(a.Id("id"), a.Words("label"), source, a.Choice("better", ItemKeys.Directions, metric?.Better ?? Better.Higher), [.. awards.Select(w => w.Yuan)], a.Choice<AwardTies>("ties", PayKeys.Ties))
        {
            Within = a.Choice<AwardWithin>("within", PayKeys.Within),
        };
    }

    private Allowance Allowance(YamlFields a)
    {
        var per = a.Choice<AllowancePer>("per", PayKeys.Pers);
        foreach (var (key, owner) in new[] { ("shift", AllowancePer.Shift), ("prorated", AllowancePer.Month) })
            if (per != owner && a.Find(key) is { } stray) errors.Add(stray, $"{key} 只用于 per: {Written(owner)}", $"{key} belongs to per: {Written(owner)}");
        if (per == AllowancePer.Month && a.Find("at-most") is { } most) errors.Add(most, "at-most 只用于按天、按班、按年", "at-most belongs to days, shifts and years");
        return new(a.Id("id"), a.Words("label"), PayReader.NotNegative(a, "amount"), per)
        {
            For = a.Choice("for", PayKeys.Fors, AllowanceFor.Ordinary), Prorated = a.Flag("prorated", false), AtMost = a.OptionalNumber("at-most"),
            Shift = per == AllowancePer.Shift ? a.Text("shift") : null,
        };
    }

    private static string Written(AllowancePer per) => PayKeys.Pers.First(p => p.Value == per).Key;

    private FullAttendancePay FullAttendance(YamlFields f)
    {
        if (f.Has("share") == f.Has("amount")) errors.Add(f.Node, "应写 share（底薪的比例）或 amount（金额）之一", "one of share (of the base) and amount belongs here");
        foreach (var key in new[] { "share", "amount" })
            if (f.Has(key)) PayReader.NotNegative(f, key);
        return new(f.Id("id"), f.Words("label"), f.OptionalNumber("share"), f.OptionalNumber("amount"));
    }

    private Overtime Overtime(YamlFields o)
    {
        var amount = o.Find("base") is YamlScalarNode { Value: "person" } ? null : (decimal?)PayReader.NotNegative(o, "base");
        var overtime = new Overtime(o.Id("id"), o.Words("label"), amount);
        if (o.Find("rates") is not { } node) return overtime;
        var rates = new YamlFields(node, errors, PayKeys.OvertimeRates);
        decimal Rate(string key, decimal otherwise) => rates.Has(key) ? PayReader.NotNegative(rates, key) : otherwise;
        return overtime with { Workday = Rate("workday", overtime.Workday), RestDay = Rate("rest-day", overtime.RestDay), Holiday = Rate("holiday", overtime.Holiday) };
    }

    private (decimal? Low, decimal? High) Ends(YamlFields fields)
    {
        var (low, high) = (fields.OptionalNumber("low"), fields.OptionalNumber("high"));
        if (high < low) errors.Add(fields.Find("high")!, "high 不应低于 low", "high is not below low");
        return (low, high);
    }

    private (FromMetric Source, Metric? Metric) Source(YamlFields owner)
    {
        if (owner.Required("source") is not { } node) return (new(""), null);
        var source = new YamlFields(node, errors, PayKeys.MetricSource);
        return source.Find("metric") is { } id ? (SourceReader.Metric(source, id), metrics(source.TextOf(id))) : (new(""), null);
    }
}
