namespace Heng.Engine.Quality.Checking.Looks;

/// <summary>Any, all or so many different ones of some phrases. Of hits that overlap the first is shown, and of those that begin together the longest.</summary>
internal sealed class WordsLook(int slot, int needed) : Look
{
    public override bool Sleeps => true;

    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        if (scene.FirstOf(slot) < 0 || needed == int.MaxValue) return;
        var kept = of.Rule.Standing(scene, slot, of);
        kept.Sort(Occurrence.Compare);
        for (int from = 0, to; from < kept.Count; from = to)
        {
            for (to = from + 1; to < kept.Count && scene.UnitOf(of.Of.Stretch, kept[to].Line) == scene.UnitOf(of.Of.Stretch, kept[from].Line);) to++;
            if (needed == 1 || Different(kept, from, to) >= needed) Show(kept, from, to, ref hits);
        }
    }

    private static int Different(List<Occurrence> kept, int from, int to)
    {
        var seen = new HashSet<int>();
        for (var i = from; i < to; i++) seen.Add(kept[i].Number);
        return seen.Count;
    }

    private static void Show(List<Occurrence> kept, int from, int to, ref HitWriter hits)
    {
        var (line, end) = (-1, 0);
        for (var i = from; i < to; i++)
        {
            if (kept[i].Line == line && kept[i].Start < end) continue;
            (line, end) = (kept[i].Line, kept[i].End);
            hits.Add(kept[i].Line, kept[i].Start, kept[i].Length);
        }
    }
}

/// <summary>None of some phrases in the messages looked at of a stretch, of which there must be one: the last of them.</summary>
internal sealed class NoWordsLook(int slot) : Look
{
    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        var standing = of.Rule.Standing(scene, slot, of);
        var lines = of.Lines(scene);
        var next = 0;
        for (int from = 0, to; from < lines.Count; from = to)
        {
            for (to = from + 1; to < lines.Count && scene.UnitOf(of.Of.Stretch, lines[to]) == scene.UnitOf(of.Of.Stretch, lines[from]);) to++;
            while (next < standing.Count && standing[next].Line < lines[from]) next++;
            if (next == standing.Count || standing[next].Line > lines[to - 1]) hits.Add(lines[to - 1]);
        }
    }
}
