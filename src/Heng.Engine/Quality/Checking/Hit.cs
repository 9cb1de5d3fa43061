namespace Heng.Engine.Quality.Checking;

/// <summary>Where a phrase of a slot was found; the next one of the same slot, or -1.</summary>
internal record struct Occurrence(int Line, int Start, int Length, int Number, int Next)
{
    public readonly int End => Start + Length;

    /// <summary>In the order of the talk, the longer first.</summary>
    public static int Compare(Occurrence a, Occurrence b) =>
        a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length);
}

/// <summary>That a condition holds in a stretch: the lines of its first and last span, and which of the scene's spans are its own.</summary>
internal record struct Hit(int Line, int LastLine, int First, int Count);

/// <summary>Puts what a condition finds, in the order of the talk, into hits, one a stretch.</summary>
internal struct HitWriter(Scene scene, Stretch stretch, List<Hit> into)
{
    private int unit = -1;

    public void Add(int line, int start = 0, int length = 0)
    {
        var now = scene.UnitOf(stretch, line);
        if (now == unit) into[^1] = into[^1] with { LastLine = line, Count = into[^1].Count + 1 };
        else into.Add(new(line, line, scene.Spans.Count, 1));
        unit = now;
        scene.Spans.Add(new(line, start, length));
    }
}
