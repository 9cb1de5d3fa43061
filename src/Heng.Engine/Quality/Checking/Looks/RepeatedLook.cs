using Heng.Engine.Records;

namespace Heng.Engine.Quality.Checking.Looks;

/// <summary>Messages of one side with the same text again and again in a stretch. Pictures and cards have no text to repeat.</summary>
internal sealed class RepeatedLook(int times, int characters) : Look
{
    private readonly record struct Said(int Unit, Speaker From, ulong Text);

    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        var lines = of.Lines(scene);
        if (lines.Count < times) return;
        var (texts, counts) = (new Said[lines.Count], new Dictionary<Said, int>());
        for (var i = 0; i < lines.Count; i++)
        {
            if (scene.Talk[lines[i]].Kind is not (MessageKind.Text or MessageKind.Offline)) continue;
            var text = scene.Texts.Letters(scene.Talk.TextOf(lines[i]), of.Rule.Reading);
            if (text.Length < characters) continue;
            texts[i] = new(scene.UnitOf(of.Of.Stretch, lines[i]), scene.Talk[lines[i]].From, Hash(text));
            counts[texts[i]] = counts.GetValueOrDefault(texts[i]) + 1;
        }
        for (var i = 0; i < lines.Count; i++)
            if (counts.GetValueOrDefault(texts[i]) >= times) hits.Add(lines[i]);
    }

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        ulong hash = 14695981039346656037;
        foreach (var c in text) hash = unchecked((hash ^ c) * 1099511628211);
        return StableHash.Mix(hash | 1);
    }
}
