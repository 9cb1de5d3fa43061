using Heng.Engine.Records;

namespace Heng.Engine.Quality.Checking.Looks;

/// <summary>The agent's own passing on, where what they wrote in the last round in which they wrote says no reason, or they wrote nothing. First and last do not count notices.</summary>
internal sealed class TransferLook(int reasons) : Look
{
    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        var (talk, given, reasoned, round) = (scene.Talk, new SlotWalk(scene, reasons), false, -1);
        for (var line = 0; line < talk.Count; line++)
        {
            if (talk[line] is { From: Speaker.Agent } && Scene.IsLookedAt(talk[line]))
            {
                if (scene.UnitOf(Stretch.Round, line) != round) (reasoned, round) = (false, scene.UnitOf(Stretch.Round, line));
                reasoned |= given.In(line) >= 0;
            }
            if (talk[line] is not { From: Speaker.Notice, Kind: MessageKind.Transfer }) continue;
            if (!reasoned && (of.Near < 0 || Proximity.Holds(talk, scene.Hits[of.Near], of.Of.Near!, line))) hits.Add(line);
            reasoned = false;
        }
    }
}
