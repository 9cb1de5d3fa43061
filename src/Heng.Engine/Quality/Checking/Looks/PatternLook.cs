using System.Text.RegularExpressions;

namespace Heng.Engine.Quality.Checking.Looks;

/// <summary>A regular expression, tried on the lines in which one of its fixed parts stands, or on all where it has none (slot -1).</summary>
internal sealed class PatternLook(Regex regex, Regex? except, int slot, bool hasParts) : Look
{
    public override bool Sleeps => hasParts;

    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        if (hasParts && scene.FirstOf(slot) < 0) return;
        var parts = new SlotWalk(scene, slot);
        foreach (var line in of.Lines(scene))
        {
            if (hasParts && parts.In(line) < 0) continue;
            var text = scene.Texts.InPlace(scene.Talk.TextOf(line), of.Rule.Reading);
            foreach (var match in regex.EnumerateMatches(text))
                if (match.Length > 0 && !IsExcepted(text, match) && of.Rule.Stands(scene, line, match.Index, match.Length)) hits.Add(line, match.Index, match.Length);
        }
    }

    private bool IsExcepted(ReadOnlySpan<char> text, ValueMatch match)
    {
        if (except is null) return false;
        foreach (var outer in except.EnumerateMatches(text))
            if (outer.Index <= match.Index && outer.Index + outer.Length >= match.Index + match.Length) return true;
        return false;
    }
}
