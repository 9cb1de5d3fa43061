using System.Collections.Concurrent;

namespace Heng.Engine.Quality.Checking;

/// <summary>
/// Rules made ready once, to be asked of any number of receptions, on any number of threads. All their phrases are looked for in one pass over a text for each reading, so the time
/// grows with what is said and found and hardly with the number of rules.
/// </summary>
public sealed class Checker
{
    private readonly CheckedRule[] rules;
    private readonly PhraseReading raw, normalised;
    private readonly PhraseUse[][] ofRaw, ofNormalised;
    private readonly IReadOnlyList<Slot> slots;
    private readonly ConcurrentBag<Scene> idle = [];

    /// <exception cref="ArgumentException">A rule that its reader should have refused: a pattern that is none, or a condition beside one that is not there.</exception>
    public Checker(IReadOnlyList<QualityRule> rules)
    {
        var slots = new Slots();
        this.rules = [.. rules.Select((rule, i) => new Compilation(slots).Of(rule, i))];
        (raw, normalised) = (slots.ReadingOf(Reading.Raw), slots.ReadingOf(Reading.Normalised));
        (ofRaw, ofNormalised) = (slots.UsesOf(Reading.Raw), slots.UsesOf(Reading.Normalised));
        this.slots = slots.All;
    }

    /// <summary>Appends what the rules find in a reception, by rule and then by place.</summary>
    /// <param name="applies">Whether each rule is asked at all.</param>
    public void Check(Talk talk, ReadOnlySpan<bool> applies, List<Finding> into)
    {
        if (applies.Length != rules.Length) throw new ArgumentException("One answer a rule says whether it applies.");
        var scene = idle.TryTake(out var last) ? last : new(slots, rules.Length);
        scene.Open(talk, applies);
        for (var line = 0; line < talk.Count; line++)
        {
            if (!Scene.IsLookedAt(talk[line])) continue;
            scene.Read(line, raw, ofRaw);
            scene.Read(line, normalised, ofNormalised);
        }
        for (var i = 0; i < rules.Length; i++)
            if (applies[i] && (!rules[i].Sleeps || scene.IsAwake(i))) rules[i].Check(scene, into);
        scene.Close();
        idle.Add(scene);
    }
}
