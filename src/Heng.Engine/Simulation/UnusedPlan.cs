using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>
/// A plan that nobody is on (无人适用), or that names somebody who is not there: Positions are those that nobody is in, People those who are not on the roster. Other
/// names for a position that somebody is in are no matter.
/// </summary>
public sealed record UnusedPlan(string Plan, bool Nobody, IReadOnlyList<string> Positions, IReadOnlyList<string> People)
{
    /// <param name="roster">Who is in which position on a day.</param>
    /// <param name="day">Today; of a plan that begins later, its first day.</param>
    public static IReadOnlyList<UnusedPlan> Of(SchemeVersion draft, Regime after, Func<DateOnly, IReadOnlyList<(string Person, string Position)>> roster, DateOnly day) =>
        [.. draft.Plans.Where(p => !(p.Effective.To < day)).Select(p => Of(p, after, roster, p.Effective.From > day ? p.Effective.From.Value : day)).OfType<UnusedPlan>()];

    private static UnusedPlan? Of(Plan plan, Regime after, Func<DateOnly, IReadOnlyList<(string Person, string Position)>> roster, DateOnly day)
    {
        var there = roster(day);
        var nobody = !there.Any(r => after.PlanFor(r.Person, r.Position, day, plan.Cycle)?.Id == plan.Id);
        string[] strangers = [.. plan.People.Where(p => there.All(r => r.Person != p))];
        return nobody || strangers.Length > 0 ? new(plan.Id, nobody, [.. plan.Positions.Where(p => there.All(r => r.Position != p))], strangers) : null;
    }

    public Wording Words
    {
        get
        {
            List<Wording> why = [];
            if (Nobody && Positions.Count > 0) why.Add(new($"岗位 {string.Join("、", Positions)} 无人在岗", $"nobody is in {string.Join(", ", Positions)}"));
            if (People.Count > 0) why.Add(new($"{string.Join("、", People)} 不在花名册上", $"{string.Join(", ", People)} not on the roster"));
            if (why.Count == 0) why.Add(new("这些人都在别的方案里", "other plans are for all of them"));
            var (zh, en) = (string.Join("，", why.Select(w => w.Zh)), string.Join("; ", why.Select(w => w.En)));
            return Nobody ? new($"今天没有人适用方案 {Plan}：{zh}", $"today nobody is on the plan {Plan}: {en}") : new($"方案 {Plan} 点名的 {zh}", $"named by the plan {Plan}: {en}");
        }
    }
}
