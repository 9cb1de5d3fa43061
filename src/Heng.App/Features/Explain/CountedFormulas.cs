using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Explain;

/// <summary>The methods that count, step and take off, and what combines items into cards and cards into longer ones.</summary>
internal sealed partial class FormulaWriter
{
    private string Counted(Method method, Explained value, Explained full, decimal share) => method switch
    {
        PerStep steps => InSteps(steps, value, share),
        ByCount count => Reached(count, value, full, share),
        Deduct => $"{Full(full)} − {Operand(value)}{T("，不低于 0", ", never below 0")}",
        OfWhole => $"{Full(full)} × {Operand(value)}",
        ByGoal goal when figures => value.Value >= 1m ? T("达成", "met") : value.Value > 0m ? T($"部分达成（{Operand(value)}）", $"partly met ({Operand(value)})") : T("未达成", "not met"),
        ByGoal goal => T($"达成 {Show.Trimmed(goal.Met)} 分，部分 {Show.Trimmed(goal.Partly)} 分，未达成 {Show.Trimmed(goal.NotMet)} 分",
            $"met {Show.Trimmed(goal.Met)} pts, partly {Show.Trimmed(goal.Partly)}, not {Show.Trimmed(goal.NotMet)}"),
        ZeroToFull line => $"{Full(full)} × ({Actual(value)} − {Goal(line.ZeroAt, value.Unit)}) ÷ ({Goal(line.FullAt, value.Unit)} − {Goal(line.ZeroAt, value.Unit)}){T("，0 至满分", ", between 0 and full")}",
        AsGiven => Operand(value),
        _ => throw new InvalidOperationException($"no way to write {method.GetType().Name}"),
    };

    private string InSteps(PerStep by, Explained value, decimal share)
    {
        var start = Goal(Scaling.Of(by.Start, share), value.Unit);
        var (more, less) = by.Better == Better.Lower ? (start, Actual(value)) : (Actual(value), start);
        var held = T($"，{Show.Trimmed(by.Least)} 至 {Show.Trimmed(by.Most)} 分", $", held between {Show.Trimmed(by.Least)} and {Show.Trimmed(by.Most)} pts");
        if (!figures)
            return $"{Show.Trimmed(by.Base)} + {Show.Trimmed(by.Each)} × ({more} − {less}) ÷ {Goal(by.Step, value.Unit)}{T("，步数向零取整", ", steps cut toward zero")}{held}";
        var steps = by.Steps(value.Value!.Value, share);
        return $"{Show.Trimmed(by.Base)} {(steps < 0 ? "−" : "+")} {Show.Trimmed(by.Each)} × {Show.Trimmed(Math.Abs(steps))}{T($"（({more} − {less}) ÷ {Goal(by.Step, value.Unit)}）", $" (({more} − {less}) ÷ {Goal(by.Step, value.Unit)})")}{held}";
    }

    private string Reached(ByCount by, Explained value, Explained full, decimal share)
    {
        if (!figures) return language.T(by.Formula);
        var (actual, from) = (value.Value!.Value, Scaling.Of(by.From, share));
        if (actual < from && by.InProportion) return $"{Full(full)} × {Operand(value)} ÷ {Goal(from, value.Unit)}";
        if (actual < from) return T($"{Operand(value)} 未达到 {Goal(from, value.Unit)}", $"{Operand(value)} does not reach {Goal(from, value.Unit)}");
        if (!by.FullAbove && by.To is { } to && actual > Scaling.Of(to, share))
            return T($"{Operand(value)} 超过 {Goal(Scaling.Of(to, share), value.Unit)}", $"{Operand(value)} is above {Goal(Scaling.Of(to, share), value.Unit)}");
        return T($"{Operand(value)} 达到 {Goal(from, value.Unit)}，满分 {Full(full)}", $"{Operand(value)} reaches {Goal(from, value.Unit)}, full {Full(full)}");
    }

    private string Combined(Explained of) => of.How switch
    {
        SumOfAll => Added(of.Inputs),
        WeightedMean mean => Weighing(mean, of.Inputs),
        Progress => figures && of.Inputs.Any(i => i.Value is null) ? T("没有值", "no value")
            : $"({Bracketed(of.Inputs[2])} − {Bracketed(of.Inputs[0])}) ÷ ({Bracketed(of.Inputs[1])} − {Bracketed(of.Inputs[0])}){T("，0 至 1", ", between 0 and 1")}",
        Growth => figures ? Grown(of.Inputs) : T("(末期 − 首期) ÷ 间隔期数", "(last − first) ÷ periods between"),
        Apart => figures && of.Inputs.Count(i => i.Value is not null) > 1 ? $"{Extreme(of.Inputs, most: true)} − {Extreme(of.Inputs, most: false)}" : T("最大 − 最小", "largest − smallest"),
        Held held => $"{Operand(of.Inputs[0])}{T($"，限于 {Show.Trimmed(held.Low)} 至 {Show.Trimmed(held.High)}", $", held between {Show.Trimmed(held.Low)} and {Show.Trimmed(held.High)}")}",
        Voids veto => Vetoed(veto, of.Inputs[0], of.Inputs[1]),
        OnTop top => $"{Operand(of.Inputs[0])} + {Bracketed(of.Inputs[1])}{(top.Cap is { } cap ? T($"（最多 +{Show.Trimmed(cap)}）", $" (at most +{Show.Trimmed(cap)})") : "")}{T("，不低于 0", ", never below 0")}",
        _ => Told(of),
    };

    /// <summary>What an operation says of itself; with the numbers that it took, where they are asked for.</summary>
    private string Told(Explained of) => !figures ? language.T(of.How.Formula)
        : $"{language.T(of.How.Formula)}{T("：", ": ")}{string.Join(T("，", ", "), of.Inputs.Select(i => $"{language.T(i.Label)} {Bracketed(i)}"))}";

    private string Weighing(WeightedMean mean, IReadOnlyList<Explained> inputs)
    {
        var counted = inputs.Select((input, i) => (input, weight: mean.Weights[i])).Where(r => !figures || r.input.Value is not null).ToArray();
        if (counted.Length == 0) return T("没有值", "no value");
        if (counted is [var (only, _)]) return Operand(only);
        return $"({string.Join(" + ", counted.Select(r => $"{Operand(r.input)} × {Show.Trimmed(r.weight)}"))}) ÷ {Show.Trimmed(counted.Sum(r => r.weight))}";
    }

    private string Grown(IReadOnlyList<Explained> inputs)
    {
        var known = Enumerable.Range(0, inputs.Count).Where(i => inputs[i].Value is not null).ToArray();
        return known.Length < 2 ? T("不足两期", "fewer than two periods") : $"({Bracketed(inputs[known[^1]])} − {Bracketed(inputs[known[0]])}) ÷ {known[^1] - known[0]}";
    }

    private string Extreme(IReadOnlyList<Explained> inputs, bool most)
    {
        var known = inputs.Where(i => i.Value is not null);
        return Bracketed((most ? known.MaxBy(i => i.Value) : known.MinBy(i => i.Value))!);
    }

    private string Vetoed(Voids veto, Explained points, Explained subject)
    {
        var stretch = Stretch(veto.When, subject.Unit, 1m);
        return figures ? T($"0（{language.T(subject.Label)} {Operand(subject)}，{stretch}）", $"0 ({language.T(subject.Label)} {Operand(subject)}, {stretch})")
            : T($"{language.T(subject.Label)} 在 {stretch} 时为 0，否则 {Operand(points)}", $"0 while {language.T(subject.Label)} is {stretch}, else {Operand(points)}");
    }
}
