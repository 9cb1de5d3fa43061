using System.Globalization;
using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Simulation;

namespace Heng.App.Features.Simulation;

/// <summary>A rehearsal for people: a row for each person's month, and what stands out under it.</summary>
public static class SimulationWords
{
    public static Sheet Sheet(SimulationResult result) => new(["month", "agent", "scoreBefore", "scoreAfter", "gradeBefore", "gradeAfter", "payBefore", "payAfter", "difference"],
        [.. result.People.SelectMany(p => p.Months.Select(m => (p.Agent, m))).OrderBy(r => r.m.Month).ThenBy(r => r.Agent, StringComparer.Ordinal).Select(r => (IReadOnlyList<string>)
        [
            r.m.Month.ToString(), r.Agent, Number(r.m.Before.Score), Number(r.m.After.Score), r.m.Before.Grade ?? "–", r.m.After.Grade ?? "–",
            Number(r.m.Before.Net), Number(r.m.After.Net), Number(r.m.After.Net - r.m.Before.Net),
        ])]);

    public static IEnumerable<Wording> Summary(SimulationResult? result)
    {
        if (result is null) return [new("没有可预演的月份：还没有数据", "no month to rehearse on: no data came yet")];
        var (months, cost) = (string.Join("、", result.Months), (Before: Number(result.CostBefore), After: Number(result.CostAfter)));
        List<Wording> lines =
        [
            new($"预演 {months}：工资合计 {cost.Before} → {cost.After} 元", $"rehearsed on {months.Replace("、", ", ", StringComparison.Ordinal)}: pay in all {cost.Before} → {cost.After} yuan"),
            Moved(result),
        ];
        if (result.NewlyPaid.Count() is > 0 and var newly) lines.Add(new($"新增发放 {newly} 人，+{Number(result.Added)} 元", $"newly paid: {newly}, +{Number(result.Added)} yuan"));
        if (result.NoLongerPaid.Count() is > 0 and var gone) lines.Add(new($"不再发放 {gone} 人，−{Number(result.Dropped)} 元", $"no longer paid: {gone}, −{Number(result.Dropped)} yuan"));
        if (result.OverBudget is { } over)
            lines.Add(over > 0m ? new($"超出预算 {Number(over)} 元", $"{Number(over)} yuan over the budget") : new($"在预算内，余 {Number(-over)} 元", $"within the budget, {Number(-over)} yuan left"));
        lines.AddRange(result.Cliffs.Take(5).Select(c => new Wording(
            $"悬崖：{c.Name.Zh} 在 {At(c)} 处，再差一步 {Step(c).Zh} 即差 {Number(c.Jump)} 元（{Number(c.Share * 100m)}%），附近 {c.Near} 人次",
            $"cliff: {c.Name.En} at {At(c)}, where one step of {Step(c).En} is worth {Number(c.Jump)} yuan ({Number(c.Share * 100m)}%); {c.Near} stand near")));
        lines.AddRange(result.Undistinguishing.Select(u => new Wording($"分不出高下：{u.Name.Zh}，{u.Cards} 张卡都是 {Number(u.Points)} 分", $"distinguishes nobody: {u.Name.En}, {Number(u.Points)} points on all {u.Cards} cards")));
        return lines;
    }

    private static Wording Moved(SimulationResult result)
    {
        var (up, down) = (result.Winners.ToArray(), result.Losers.ToArray());
        var (gained, lost) = (Number(result.Gained), Number(-result.Lost));
        return new($"多得 {up.Length} 人共 {gained} 元，少得 {down.Length} 人共 {lost} 元", $"{up.Length} gain {gained} yuan together, {down.Length} lose {lost}");
    }

    private static string At(Cliff cliff) => cliff.Unit == Unit.Rate ? $"{Number(cliff.At * 100m)}%" : Number(cliff.At);

    private static Wording Step(Cliff cliff) => cliff.Unit == Unit.Rate && Number(cliff.Step * 100m) is var points
        ? new($"{points} 个百分点", points == "1" ? "1 percentage point" : $"{points} percentage points") : new(Number(cliff.Step), Number(cliff.Step));

    private static string Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "–";
}
