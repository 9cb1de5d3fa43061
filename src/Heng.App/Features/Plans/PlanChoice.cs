using Heng.Engine.Scoring;
using Heng.Engine.Simulation;

namespace Heng.App.Features.Plans;

/// <summary>Which plan and which pay a person comes under, of files of which the one published last is first: the same choice as in a rehearsal.</summary>
public static class PlanChoice
{
    public static Regime RegimeOf(IEnumerable<PlanFileContent> files) => new([.. files.Select(f => f.Counting)]);

    public static Plan? Of(IEnumerable<PlanFileContent> files, string? person, string position, DateOnly day, Cycle cycle = Cycle.Month) =>
        RegimeOf(files).PlanFor(person ?? "", position, day, cycle);

    public static PlanFileContent? PayOf(IEnumerable<PlanFileContent> files, string? person, string position, DateOnly day) =>
        RegimeOf(files).PayFor(person ?? "", position, day) is { } paying ? files.First(f => ReferenceEquals(f.Pay, paying.Pay)) : null;
}
