using Heng.Engine.Quality.Text;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Checking.Looks;

/// <summary>
/// A question that stays open: until the reception ends, or until the buyer asks again although a holding phrase was said. Questions in a row are one, open at the first.
/// A message with a holding phrase and more than twelve letters beside it says something, so it answers. What passes the buyer on passes the question on.
/// </summary>
internal sealed class QuestionLook(int asking, int holding) : Look
{
    private const int Beside = 12;

    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        var lines = of.Lines(scene);
        var (asks, holds, next, open, held) = (new SlotWalk(scene, asking), new SlotWalk(scene, holding), 0, -1, false);
        for (var line = 0; line < scene.Talk.Count; line++)
        {
            var at = scene.Talk[line];
            while (next < lines.Count && lines[next] < line) next++;
            if (at is { From: Speaker.Notice, Kind: MessageKind.Transfer }) open = -1;
            if (!Scene.IsLookedAt(at)) continue;
            if (at.From == Speaker.Agent)
            {
                if (!OnlyHolds(scene, line, holds.In(line))) open = -1;
                else held = true;
            }
            else if (next < lines.Count && lines[next] == line && (asks.In(line) >= 0 || scene.Talk.TextOf(line).ContainsAny('?', '？')))
            {
                if (open >= 0 && held) hits.Add(open);
                if (open < 0 || held) (open, held) = (line, false);
            }
        }
        if (open >= 0) hits.Add(open);
    }

    private static bool OnlyHolds(Scene scene, int line, int first)
    {
        if (first < 0) return false;
        var text = scene.Talk.TextOf(line);
        var more = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var covered = Evening.Separates(text[i]);
            for (var o = first; !covered && o >= 0 && scene[o].Line == line; o = scene[o].Next) covered = scene[o].Start <= i && i < scene[o].End;
            if (!covered && ++more > Beside) return false;
        }
        return true;
    }
}
