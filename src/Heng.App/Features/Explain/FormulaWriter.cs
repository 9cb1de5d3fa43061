using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Explain;

/// <summary>Writes a number's operation over its inputs: in words, or with their numbers and units. A part month's target or edge stands there as it was shrunk.</summary>
internal sealed partial class FormulaWriter(Language language, bool figures)
{
    private const int MostTerms = 12;

    public string Write(Explained of) => of.How switch
    {
        Sum => Added(of.Inputs),
        Difference or Uplift => string.Join(" − ", of.Inputs.Select(Operand)),
        Quotient => $"{InPlace(of.Inputs[0])} ÷ {Operand(of.Inputs[1])}",
        Product => string.Join(" × ", of.Inputs.Select(InPlace)),
        Times times => Scaled(times.Factor, of.Inputs[0]),
        Largest => Most(of.Inputs),
        Smallest => $"min({string.Join(", ", of.Inputs.Select(Operand))})",
        QuantileOfCounts quantile => Rank(quantile, of),
        Mean => Average(of.Inputs),
        RaterMean mean => Weighted(mean, of.Inputs),
        AllPresent => $"{Operand(of.Inputs[0])}{T("（须有", " (needs ")}{string.Join(T("、", ", "), of.Inputs.Skip(1).Select(i => language.T(i.Label)))}{T("）", ")")}",
        PlaceAfter => $"{Operand(of.Inputs[1])} + 1",
        Method method => Points(method, of),
        CoefficientOnLine line => OnLine(line.Through, of.Inputs[0]),
        CoefficientOfBand band => InBand(band.Among.Bands, of.Inputs[0], 1m, Unit.Ratio),
        PaidPart => Paid(of.Inputs),
        PartBy part => $"{Operand(of.Inputs[0])} × {Show.Trimmed(part.Weights[part.Index].Weight)} ÷ {Show.Trimmed(part.TotalWeight)}{T("，各份分到 0.01，合计不差", ", split to 0.01 so that the parts add up")}",
        WholeSteps steps => Steps(steps, of.Inputs[0], of.Inputs[1]),
        Calculated own => own.Text(input => Bracketed(of.Inputs[input])),
        PaidBySteps paid => BySteps(paid, of.Inputs[0], of.Inputs[1]),
        _ => Combined(of),
    };

    private string T(string zh, string en) => language.T(zh, en);
    private string Amount(decimal? value, Unit unit) => Show.ExactWithUnit(value, unit, language);
    private string Goal(decimal value, Unit unit) => Show.GoalWithUnit(value, unit, language);
    private string Operand(Explained input) => figures ? Amount(input.Value, input.Unit) : language.T(input.Label);
    /// <summary>A number below 0 stands in brackets, so that its sign is none of the formula's.</summary>
    private string Bracketed(Explained input) => figures && input.Value < 0 ? $"({Operand(input)})" : Operand(input);
    private string InPlace(Explained input) => WrittenFormula.StandsInPlace(input) ? Write(input) : Operand(input);

    /// <summary>What has no value adds nothing; what is taken away stands with its minus.</summary>
    private string Added(IReadOnlyList<Explained> inputs)
    {
        var terms = inputs.Where(i => i.Value is not null).ToArray() is { Length: > 0 } known ? known : [.. inputs];
        var written = terms.Select((term, i) => Term(term, i == 0)).ToArray();
        return terms.Length <= MostTerms
            ? string.Concat(written)
            : $"{written[0]}{written[1]} + …{written[^1]}{T($"（共 {terms.Length} 项）", $" ({terms.Length} terms)")}";
    }

    private string Term(Explained term, bool first)
    {
        var less = figures ? term.Value < 0 : term.How is Times { Factor: < 0 };
        var sign = (first, less) switch { (true, false) => "", (true, true) => "−", (false, true) => " − ", _ => " + " };
        return sign + (figures && term.Value is { } value ? Amount(Math.Abs(value), term.Unit) : Operand(term));
    }

    private string Scaled(decimal factor, Explained input) => factor switch
    {
        0.01m => $"{Operand(input)} ÷ 100{T("（分换成元）", " (fen to yuan)")}",
        -1m => $"−1 × {Operand(input)}",
        _ => $"{Operand(input)} × {Show.Trimmed(factor)}",
    };

    private string Most(IReadOnlyList<Explained> inputs)
    {
        const int shown = 4;
        if (!figures) return T($"{inputs.Count} 个值中的最大者", $"the largest of {inputs.Count}");
        return $"max({string.Join(", ", inputs.OrderByDescending(i => i.Value).Take(shown).Select(Operand))}{(inputs.Count > shown ? ", …" : "")})";
    }

    private string Rank(QuantileOfCounts quantile, Explained of)
    {
        if (!figures) return language.T(quantile.Formula);
        var count = (long)of.Inputs.Sum(i => i.Value ?? 0m);
        if (count == 0 || of.Value is null) return T("没有等待", "no waits");
        var rank = quantile.Percent == 50 ? (count + 1) / 2 : (count * quantile.Percent + 99) / 100;
        return quantile.Percent == 50 && count % 2 == 0
            ? T($"{Show.Count(count)} 次等待由短到长，第 {Show.Count(rank)} 与第 {Show.Count(rank + 1)} 次的平均", $"of {Show.Count(count)} waits, shortest first, the mean of numbers {Show.Count(rank)} and {Show.Count(rank + 1)}")
            : T($"{Show.Count(count)} 次等待由短到长，第 {Show.Count(rank)} 次", $"of {Show.Count(count)} waits, shortest first, number {Show.Count(rank)}");
    }

    private string Average(IReadOnlyList<Explained> inputs) => inputs.Count == 1 ? Operand(inputs[0]) : $"({Added(inputs)}) ÷ {inputs.Count}";

    private string Weighted(RaterMean mean, IReadOnlyList<Explained> inputs)
    {
        var all = !figures || mean.Missing == MissingRater.Zero;
        var counted = inputs.Select((input, i) => (input, weight: mean.Weights[i])).Where(r => all || r.input.Value is not null).ToArray();
        if (counted.Length == 0) return T("没有评分", "no mark");
        var absent = figures || inputs.Count == 1 ? "" : mean.Missing switch
        {
            MissingRater.Zero => T("，缺评按 0", ", an absent rater counts 0"),
            MissingRater.Block => T("，缺一人则无", ", none if a rater is absent"),
            _ => T("，缺评的权重分给其他人", ", absent weights go to the others"),
        };
        if (counted is [var (only, _)]) return Operand(only) + absent;
        var sum = string.Join(" + ", counted.Select(r => $"{(figures ? Amount(r.input.Value ?? 0m, Unit.Points) : Operand(r.input))} × {Show.Trimmed(r.weight)}"));
        return $"({sum}) ÷ {Show.Trimmed(counted.Sum(r => r.weight))}{absent}";
    }

    private string Points(Method method, Explained of)
    {
        var (value, full) = (of.Inputs[0], of.Inputs[1]);
        if (figures && value.Value is null) return T("没有值", "no value");
        var share = figures && of.Inputs.Count > 2 ? of.Inputs[2].Value ?? 1m : 1m;
        var written = method switch
        {
            Proportional proportional => InProportion(proportional, value, full, share),
            Bands bands => InBand(bands.Steps, value, share, Unit.Points),
            Linear linear => Between(linear, value, share),
            OnScale { Low: 0m } scale => $"{Full(full)} × {Rating(value)} ÷ {Goal(scale.High, Unit.Points)}",
            OnScale scale => $"{Full(full)} × ({Rating(value)} − {Goal(scale.Low, Unit.Points)}) ÷ {Goal(scale.High - scale.Low, Unit.Points)}",
            ByRank rank when figures => T($"第 {Show.Trimmed(value.Value)} 名", $"place {Show.Trimmed(value.Value)}"),
            ByRank rank => T($"第 1 名起依次 {Places(rank)} 分，其余 {Show.Trimmed(rank.Rest)} 分", $"from the 1st place on {Places(rank)} pts, the rest {Show.Trimmed(rank.Rest)} pts"),
            _ => Counted(method, value, full, share),
        };
        return of.Inputs.Count <= 2 ? written : figures
            ? written + T($"（按出勤比例 {Amount(share, Unit.Ratio)} 折算）", $" (shrunk to the share {Amount(share, Unit.Ratio)} of the month)")
            : written + T("（目标按出勤比例折算）", " (the target shrinks with the days worked)");
    }

    private static string Places(ByRank rank) => string.Join("/", rank.Places.Select(p => Show.Trimmed(p)));
    private string Full(Explained full) => figures ? Operand(full) : T("满分", "full points");
    private string Rating(Explained value) => figures ? Operand(value) : T("评分", "rating");
    private string Actual(Explained value) => figures ? Operand(value) : T("实际", "actual");

    private string InProportion(Proportional by, Explained value, Explained full, decimal share)
    {
        var goal = Goal(Scaling.Of(by.Target, share), value.Unit);
        var lower = by.Better == Better.Lower;
        if (!figures)
            return lower ? T($"实际 ≤ {goal} 得满分，否则 满分 × {goal} ÷ 实际", $"full points at or under {goal}, else full points × {goal} ÷ actual")
                : $"{Full(full)} × {Actual(value)} ÷ {goal}{(by.Cap == 1m ? T("，不超过满分", ", at most full") : T($"，不超过 {Show.Trimmed(by.Cap)} 倍满分", $", at most {Show.Trimmed(by.Cap)} × full"))}";
        var (actual, target) = (value.Value!.Value, Scaling.Of(by.Target, share));
        if (target <= 0 && !lower) return T("目标为 0，无从比较", "the target is 0, nothing to compare with");
        var reached = lower ? actual <= target ? 1m : target / actual : actual / target;
        var held = Math.Clamp(reached, by.Floor, by.Cap);
        if (held == 1m && reached >= 1m) return T($"满分 {Full(full)}（{Actual(value)} {(lower ? "≤" : "≥")} {goal}）", $"full {Full(full)} ({Actual(value)} {(lower ? "≤" : "≥")} {goal})");
        if (held != reached) return $"{Full(full)} × {Show.Trimmed(held)}{(reached > held ? T("（封顶）", " (capped)") : T("（保底）", " (the floor)"))}";
        return lower ? $"{Full(full)} × {goal} ÷ {Actual(value)}" : $"{Full(full)} × {Actual(value)} ÷ {goal}";
    }

    private string InBand(IReadOnlyList<Band> bands, Explained value, decimal share, Unit unit)
    {
        if (!figures) return string.Join(T("；", "; "), bands.Select(b => $"{Stretch(b.Values, value.Unit, 1m)} → {Goal(b.Points, unit)}"));
        return bands.FirstOrDefault(b => value.Value is { } v && b.Values.Contains(v, share)) is { } band
            ? T($"{Operand(value)} 落在 {Stretch(band.Values, value.Unit, share)}", $"{Operand(value)} lies in {Stretch(band.Values, value.Unit, share)}")
            : T($"{Operand(value)} 不在任何区间", $"{Operand(value)} lies in no band");
    }

    private string Stretch(Interval values, Unit unit, decimal share)
    {
        string Edge(decimal at) => Goal(Scaling.Of(at, share), unit);
        return values switch
        {
            { From: { } from, To: { } to } => $"{Edge(from)} {(values.OwnsFrom ? '≤' : '<')} x {(values.OwnsTo ? '≤' : '<')} {Edge(to)}",
            { From: { } from } => $"x {(values.OwnsFrom ? '≥' : '>')} {Edge(from)}",
            { To: { } to } => $"x {(values.OwnsTo ? '≤' : '<')} {Edge(to)}",
            _ => "x",
        };
    }

    private string Between(Linear linear, Explained value, decimal share)
    {
        if (!figures) return T("折线 ", "straight lines ") + string.Join(T("，", ", "), linear.Knots.Select(k => $"{Goal(k.At, value.Unit)} → {Goal(k.Points, Unit.Points)}"));
        var (from, to) = linear.Ends(value.Value!.Value, share);
        return from == to ? T($"{Operand(value)} 在端点之外", $"{Operand(value)} lies beyond the end") : Line(from, to, value, Unit.Points);
    }

    private string OnLine(LinearCoefficient through, Explained score)
    {
        if (!figures) return T("直线 ", "the line ") + string.Join(T("，", ", "), through.Knots.Select(k => $"{Goal(k.At, score.Unit)} → {Goal(k.Points, Unit.Ratio)}"));
        if (score.Value is not { } at) return T("没有值", "no value");
        var (from, to) = through.Ends(at);
        var line = Line(from, to, score, Unit.Ratio);
        var value = Linear.Between(from, to, at);
        return value < through.Floor ? line + T($"，最低 {Goal(through.Floor, Unit.Ratio)}", $", at least {Goal(through.Floor, Unit.Ratio)}")
            : through.Cap is { } cap && value > cap ? line + T($"，最高 {Goal(cap, Unit.Ratio)}", $", at most {Goal(cap, Unit.Ratio)}")
            : line;
    }

    private string Line(Knot from, Knot to, Explained value, Unit unit) =>
        $"{Goal(from.Points, unit)} + ({Goal(to.Points, unit)} − {Goal(from.Points, unit)}) × ({Operand(value)} − {Goal(from.At, value.Unit)}) ÷ ({Goal(to.At, value.Unit)} − {Goal(from.At, value.Unit)})";

    private string Paid(IReadOnlyList<Explained> inputs) =>
        $"{Operand(inputs[0])} × {Operand(inputs[1])} ÷ {Operand(inputs[2])}{(figures && inputs[1].Value > inputs[2].Value ? T("，最多全额", ", at most all of it") : "")}";

    private string Steps(WholeSteps steps, Explained actual, Explained balance)
    {
        if (figures && actual.Value is null) return T("没有值", "no value");
        var (more, less) = steps.Better == Better.Lower ? (balance, actual) : (actual, balance);
        return $"({Operand(more)} − {Operand(less)}) ÷ {Goal(steps.Step, actual.Unit)}{T("，向零取整", ", cut toward zero")}";
    }

    private string BySteps(PaidBySteps paid, Explained part, Explained steps)
    {
        if (!figures)
            return T($"{Operand(part)} + {Operand(steps)} × {Amount(paid.PerStep, Unit.Yuan)}，不低于 {Amount(paid.Low ?? 0m, Unit.Yuan)}，不高于 {(paid.High is { } top ? Amount(top, Unit.Yuan) : "平衡点金额的两倍")}",
                $"{Operand(part)} + {Operand(steps)} × {Amount(paid.PerStep, Unit.Yuan)}, at least {Amount(paid.Low ?? 0m, Unit.Yuan)}, at most {(paid.High is { } most ? Amount(most, Unit.Yuan) : "twice the part")}");
        if (steps.Value is not { } count) return Operand(part) + T("（没有数据，按平衡点发放）", " (no data, paid as at the balance point)");
        var worked = $"{Operand(part)} {(count < 0 ? "−" : "+")} {Show.Trimmed(Math.Abs(count))} × {Amount(paid.PerStep, Unit.Yuan)}";
        var (sum, low, high) = ((part.Value ?? 0m) + count * paid.PerStep, paid.Low ?? 0m, paid.High ?? 2m * (part.Value ?? 0m));
        return sum < low ? worked + T($"，最低 {Amount(low, Unit.Yuan)}", $", at least {Amount(low, Unit.Yuan)}")
            : sum > high ? worked + T($"，最高 {Amount(high, Unit.Yuan)}", $", at most {Amount(high, Unit.Yuan)}")
            : worked;
    }
}
