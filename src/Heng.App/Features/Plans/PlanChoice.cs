using Heng.Engine.Scoring;

namespace Heng.App.Features.Plans;

/// <summary>
/// Which plan and which pay a person comes under, of files of which the one published last is first: a plan that names the person stands before one for the position, and
/// only what is in force on the day counts, the last day of what is worked out.
/// </summary>
public static class PlanChoice
{
    public static Plan? Of(IEnumerable<PlanFileContent> files, string? person, string position, DateOnly day, Cycle cycle = Cycle.Month)
    {
        Plan[] plans = [.. files.SelectMany(f => f.Plans).Where(p => p.Cycle == cycle && p.Effective.Holds(day))];
        return plans.FirstOrDefault(p => Names(p, person)) ?? plans.FirstOrDefault(p => p.Fits(position));
    }

    public static PlanFileContent? PayOf(IEnumerable<PlanFileContent> files, string? person, string position, DateOnly day)
    {
        PlanFileContent[] paying = [.. files.Where(f => f.Pay is not null)];
        return paying.FirstOrDefault(f => f.Plans.Any(p => p.Effective.Holds(day) && Names(p, person))) ?? paying.FirstOrDefault(f => f.Plans.Any(p => p.Effective.Holds(day) && p.Fits(position)));
    }

    private static bool Names(Plan plan, string? person) => person is not null && plan.People.Contains(person, StringComparer.Ordinal);
}
