using Heng.App.Features.Months;
using Heng.App.Features.Pay.Tables;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;

namespace Heng.App.Features.PayRuns;

/// <summary>Which sum of a run is opened: a group's, or a component's.</summary>
public sealed record RunOpened(bool Group, string Id)
{
    public static RunOpened? In(IQueryCollection asked) =>
        asked.TryGetValue("group", out var group) ? new(true, group.ToString()) : asked.TryGetValue("component", out var component) ? new(false, component.ToString()) : null;
}

/// <summary>A line behind a sum, and where its amount is explained; null where today's records make no such line.</summary>
public sealed record RunLine(Wording Label, decimal Amount, string? Href);

/// <summary>Somebody's part of a sum, this month and the month before, and of a component the lines that make it.</summary>
public sealed record RunShare(RunPart Part, IReadOnlyList<RunLine> Lines);

/// <summary>The people and lines behind a sum of a run; together they are the sum.</summary>
public sealed record RunBehind(RunOpened Of, IReadOnlyList<RunShare> People)
{
    public static RunBehind? Find(KeptMonth now, KeptMonth before, RunOpened? opened)
    {
        if (opened is null) return null;
        var (own, earlier) = (Slips(now, opened), Slips(before, opened));
        decimal? Sum(Dictionary<string, SlipLine[]> slips, string agent) => slips.TryGetValue(agent, out var lines) ? lines.Sum(l => l.Amount) : null;
        return new(opened, [.. own.Keys.Union(earlier.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(agent => new RunShare(
            new(agent, new(agent, agent), Sum(own, agent), Sum(earlier, agent)), opened.Group ? [] : [.. own.GetValueOrDefault(agent, []).Select(l => LineOf(now, agent, l))]))]);
    }

    private static RunLine LineOf(KeptMonth now, string agent, SlipLine line) =>
        new(line.Label, line.Amount, now.Find(agent)?.Live?.Pay?.Lines.Any(l => l.Id == line.Id) == true ? Links.ExplainLine(now.Month, agent, line.Id) : null);

    private static Dictionary<string, SlipLine[]> Slips(KeptMonth month, RunOpened opened) => SlipContent.All(month, _ => true)
        .Where(s => opened.Group ? s.Group == opened.Id : s.Lines.Any(l => PayTableRow.ComponentOf(l.Id) == opened.Id))
        .ToDictionary(s => s.Agent, s => s.Lines.Where(l => opened.Group || PayTableRow.ComponentOf(l.Id) == opened.Id).ToArray(), StringComparer.Ordinal);
}
