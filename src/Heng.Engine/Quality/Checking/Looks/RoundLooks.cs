namespace Heng.Engine.Quality.Checking.Looks;

/// <summary>The reply of each round that waited longer than so many seconds; at the edge it came in time.</summary>
internal sealed class SlowReplyLook(int seconds) : Look
{
    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        var rounds = scene.Talk.Rounds;
        List<int>? lines = null;
        for (var round = 0; round < rounds.Count; round++)
        {
            if (!(rounds[round].Wait > seconds)) continue;
            lines ??= of.Lines(scene);
            if (round < scene.Rounds.Count && scene.Rounds.AnsweredAt(round) is >= 0 and var line && lines.BinarySearch(line) >= 0) hits.Add(line);
        }
    }
}

/// <summary>What asked in each round that nobody answered on that business day.</summary>
internal sealed class NoReplyLook : Look
{
    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        var rounds = scene.Talk.Rounds;
        List<int>? lines = null;
        for (var round = 0; round < rounds.Count; round++)
        {
            if (rounds[round].Answered is not null) continue;
            lines ??= of.Lines(scene);
            if (round < scene.Rounds.Count && lines.BinarySearch(scene.Rounds.AskedAt(round)) >= 0) hits.Add(scene.Rounds.AskedAt(round));
        }
    }
}
