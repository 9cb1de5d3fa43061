using System.Runtime.InteropServices;

namespace Heng.Engine.Quality.Checking;

/// <summary>Goes through a talk in stretches of a rule: those with a hit in them, or all in which it looks at a message where it can hold without one.</summary>
internal sealed class StretchWalk
{
    private readonly Scene scene;
    private readonly CheckedRule rule;
    private readonly int[] at;
    private readonly List<int>? lines;
    private int end = -1, line = -1, next;

    public StretchWalk(Scene scene, CheckedRule rule)
    {
        (this.scene, this.rule, at) = (scene, rule, new int[rule.Conditions.Count]);
        // The lines of one condition are in order already.
        if (rule.HoldsOfNothing) lines = rule.Conditions is [var only] ? [.. only.Lines(scene)] : [.. rule.Conditions.SelectMany(c => c.Lines(scene)).Distinct().Order()];
    }

    public bool Next()
    {
        var first = int.MaxValue;
        for (var i = 0; i < at.Length; i++)
        {
            var hits = scene.Hits[i];
            while (at[i] < hits.Count && hits[at[i]].Line <= end) at[i]++;
            if (at[i] < hits.Count) first = Math.Min(first, hits[at[i]].Line);
        }
        if (lines is not null && next < lines.Count) first = Math.Min(first, lines[next]);
        if (first == int.MaxValue) return false;
        end = scene.EndOf(rule.Stretch, first);
        for (line = -1; lines is not null && next < lines.Count && lines[next] <= end; next++) line = lines[next];
        return true;
    }

    public bool Has(int condition) => at[condition] < scene.Hits[condition].Count && scene.Hits[condition][at[condition]].Line <= end;

    /// <summary>What is shown of this stretch: the hits of the conditions that hold, or, where it holds for want of any, its last message that was looked at.</summary>
    public Span[] Shown()
    {
        var shown = scene.Shown;
        shown.Clear();
        foreach (var condition in rule.Conditions)
        {
            if (!condition.IsPositive) continue;
            var hits = scene.Hits[condition.Number];
            for (var i = at[condition.Number]; i < hits.Count && hits[i].Line <= end; i++)
                shown.AddRange(CollectionsMarshal.AsSpan(scene.Spans).Slice(hits[i].First, hits[i].Count));
        }
        if (shown.Count == 0 && line >= 0) shown.Add(new(line, 0, 0));
        return shown.Count < 2 ? [.. shown] : InOrder(shown);
    }

    private static Span[] InOrder(List<Span> shown)
    {
        shown.Sort(static (a, b) => (a.Line, a.Start, a.Length).CompareTo((b.Line, b.Start, b.Length)));
        var kept = 1;
        for (var i = 1; i < shown.Count; i++)
            if (shown[i] != shown[kept - 1]) shown[kept++] = shown[i];
        return [.. shown.Take(kept)];
    }
}
