using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>
/// How far a person's goals came, from 0 to 1: of each the weighted mean of time, quality and attainment, of several the plain mean. Attainment is the mark given, else the
/// progress from start to target, else 1 for met, a half for partly, 0 for not.
/// </summary>
internal static class GoalValue
{
    private const decimal HalfWay = 0.5m;

    public static ItemValue Of(Item item, FromGoals source, IReadOnlyList<Goal> all)
    {
        var own = all.Where(g => (source.Kind is not { } kind || g.Kind == kind) && (source.Name is not { } name || g.Name == name))
            .OrderBy(g => g.Due).ThenBy(g => g.Name, StringComparer.Ordinal).ToArray();
        var agreed = own.Where(g => g.AgreedOn is not null).ToArray();
        List<Wording> notes = [];
        if (agreed.Length < own.Length) notes.Add(new($"{own.Length - agreed.Length} 个目标未经本人约定，不计", $"not agreed with the person and not counted: {own.Length - agreed.Length}"));
        if (agreed.Length == 0) return ItemValue.Without(item, new("没有约定的目标", "no agreed goal"), Unit.Rate) with { Notes = [.. notes, new("没有约定的目标", "no agreed goal")] };
        var judged = agreed.Select(g => Judged(source, g)).ToArray();
        if (judged.Count(j => j.Value is null) is > 0 and var open) notes.Add(new($"{open} 个目标还没有评判", $"goals not judged yet: {open}"));
        return ItemValue.From(Explained.By("goals", item.Name, Unit.Rate, Mean.Instance, judged), notes);
    }

    private static Explained Judged(FromGoals source, Goal goal)
    {
        (Explained Facet, decimal Weight)[] facets =
        [
            (Leaf(goal, "time", new("时间", "time"), goal.Time), source.Time), (Leaf(goal, "quality", new("质量", "quality"), goal.Quality), source.Quality),
            (Attained(goal), source.Attainment),
        ];
        var used = facets.Where(f => f.Weight > 0).ToArray();
        return Explained.By(goal.Name, new(goal.Name, goal.Name), Unit.Rate, new WeightedMean([.. used.Select(f => f.Weight)]), [.. used.Select(f => f.Facet)]);
    }

    private static Explained Attained(Goal goal)
    {
        var label = new Wording("达成", "attainment");
        if (goal.Attainment is not null) return Leaf(goal, "attainment", label, goal.Attainment);
        if (goal is { Start: { } start, Target: { } target, Now: { } now })
            return Explained.By("attainment", label, Unit.Rate, Progress.Instance,
                Explained.Leaf("start", new("起点", "start"), start, Unit.None), Explained.Leaf("target", new("目标", "target"), target, Unit.None),
                Explained.Leaf("now", new("现在", "now"), now, Unit.None, [FactOf(goal, now)]));
        return Leaf(goal, "attainment", label, goal.State switch { GoalState.Met => 1m, GoalState.Partly => HalfWay, GoalState.NotMet => 0m, _ => null });
    }

    private static Explained Leaf(Goal goal, string id, Wording label, decimal? value) =>
        Explained.Leaf(id, label, value, Unit.Rate, value is { } v ? [FactOf(goal, v)] : null);

    private static Evidence FactOf(Goal goal, decimal value) =>
        new(FactKind.Record, RecordFact.Of("goal", goal.Due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), goal.Agent, goal.Name), value, goal.Due);
}
