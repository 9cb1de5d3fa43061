using Heng.Engine.Quality.Text;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Checking.Looks;

/// <summary>A good-bye, and what the buyer wrote after it in so many seconds that is more than thanks: a picture or card, or two letters and more beside the thanks.</summary>
internal sealed class GoodbyeLook(int goodbyes, int thanks, int seconds) : Look
{
    private const int More = 2;

    public override bool Sleeps => true;

    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        if (scene.FirstOf(goodbyes) < 0) return;
        var said = new SlotWalk(scene, goodbyes);
        foreach (var line in of.Lines(scene))
        {
            var goodbye = scene.Talk[line].From == Speaker.Agent ? said.In(line) : -1;
            if (goodbye < 0 || !WentOn(scene, line)) continue;
            hits.Add(line, scene[goodbye].Start, scene[goodbye].Length);
        }
    }

    private bool WentOn(Scene scene, int goodbye)
    {
        var thanked = new SlotWalk(scene, thanks);
        for (var line = goodbye + 1; line < scene.Talk.Count && scene.Talk[line].Second - scene.Talk[goodbye].Second <= seconds; line++)
            if (scene.Talk[line].From == Speaker.Buyer && Scene.IsLookedAt(scene.Talk[line]) && IsMore(scene, line, thanked.In(line))) return true;
        return false;
    }

    private static bool IsMore(Scene scene, int line, int firstThanks)
    {
        if (scene.Talk[line].Kind is not (MessageKind.Text or MessageKind.Offline)) return true;
        var text = scene.Talk.TextOf(line);
        var more = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var covered = Evening.Separates(text[i]);
            for (var o = firstThanks; !covered && o >= 0 && scene[o].Line == line; o = scene[o].Next) covered = scene[o].Start <= i && i < scene[o].End;
            if (!covered && ++more == More) return true;
        }
        return false;
    }
}
