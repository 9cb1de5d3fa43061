namespace Heng.Engine.Quality.Checking;

/// <summary>A rule made ready: its conditions in the order in which they are written, how they are joined, and the phrases that take a hit back.</summary>
internal sealed class CheckedRule(QualityRule rule, int number, int exceptions)
{
    public int Number => number;
    public Reading Reading => rule.Reading;
    public Stretch Stretch { get; set; }
    public List<CheckedCondition> Conditions { get; } = [];
    public Joined When { get; set; } = new([], Joining.Every);
    /// <summary>Needs no look unless one of its phrases stands somewhere.</summary>
    public bool Sleeps { get; set; }
    /// <summary>Holds where none of its conditions does.</summary>
    public bool HoldsOfNothing { get; set; }

    /// <summary>The hits of a slot that count: in a line that the condition looks at, and not taken back.</summary>
    public List<Occurrence> Standing(Scene scene, int slot, CheckedCondition of)
    {
        var (kept, lines, next) = (scene.Kept, of.IsWhole || scene.FirstOf(slot) < 0 ? null : of.Lines(scene), 0);
        kept.Clear();
        for (var o = scene.FirstOf(slot); o >= 0; o = scene[o].Next)
        {
            var at = scene[o];
            while (lines is not null && next < lines.Count && lines[next] < at.Line) next++;
            if ((lines is null || next < lines.Count && lines[next] == at.Line) && Stands(scene, at.Line, at.Start, at.Length)) kept.Add(at);
        }
        return kept;
    }

    public bool Stands(Scene scene, int line, int start, int length)
    {
        for (var o = scene.FirstOf(exceptions); o >= 0; o = scene[o].Next)
            if (scene[o].Line == line && scene[o].Start <= start && scene[o].End >= start + length) return false;
        return !rule.ExceptQuotes || !Quotes.Repeats(scene.Talk, Reading, line, start, length);
    }

    public void Check(Scene scene, List<Finding> into)
    {
        scene.Spans.Clear();
        var found = HoldsOfNothing;
        foreach (var condition in Conditions)
        {
            condition.Find(scene);
            found |= scene.Hits[condition.Number].Count > 0;
        }
        if (!found) return;
        var walk = new StretchWalk(scene, this);
        while (walk.Next())
        {
            if (!When.Holds(walk) || walk.Shown() is not { Length: > 0 } spans) continue;
            into.Add(new(number, spans));
            if (!rule.EachTime) return;
        }
    }
}
