namespace Heng.Engine.Quality.Checking;

/// <summary>A condition made ready: whose messages it looks at, beside which earlier condition of its rule (-1: none), and what of them it finds. Positive ones show their hits.</summary>
internal sealed record CheckedCondition(Condition Of, CheckedRule Rule, int Number, int Near, bool IsPositive, Look Look)
{
    public bool IsWhole => Of.First is null && Of.Last is null && Near < 0;

    public void Find(Scene scene)
    {
        while (scene.Hits.Count <= Number) scene.Hits.Add([]);
        scene.Hits[Number].Clear();
        Look.Find(scene, this, new HitWriter(scene, Of.Stretch, scene.Hits[Number]));
    }

    /// <summary>The lines that are looked at, in order: the role's, of those the ones near enough, of those the first and last of their round or reception.</summary>
    public List<int> Lines(Scene scene)
    {
        var (talk, lines) = (scene.Talk, scene.Lines);
        lines.Clear();
        for (var line = 0; line < talk.Count; line++)
            if (Scene.IsLookedAt(talk[line]) && Scene.IsOf(Of.Role, talk[line].From) && (Near < 0 || Proximity.Holds(talk, scene.Hits[Near], Of.Near!, line))) lines.Add(line);
        if (Of.First is not null || Of.Last is not null) KeepEnds(scene, lines);
        return lines;
    }

    private void KeepEnds(Scene scene, List<int> lines)
    {
        var within = Of.Stretch == Stretch.Round ? Stretch.Round : Stretch.Reception;
        var kept = 0;
        for (int from = 0, to; from < lines.Count; from = to)
        {
            for (to = from + 1; to < lines.Count && scene.UnitOf(within, lines[to]) == scene.UnitOf(within, lines[from]);) to++;
            for (var at = from; at < to; at++)
                if (at - from < (Of.First ?? 0) || to - at <= (Of.Last ?? 0)) lines[kept++] = lines[at];
        }
        lines.RemoveRange(kept, lines.Count - kept);
    }
}
