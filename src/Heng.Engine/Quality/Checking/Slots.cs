namespace Heng.Engine.Quality.Checking;

/// <summary>A list of phrases that one part of a rule asks for. One that wakes its rule is worth asking the rule for; <paramref name="Phrases"/> counts different ones as they are read.</summary>
internal sealed record Slot(int Rule, Role Role, bool Wakes, int Phrases);

/// <summary>That a phrase stands in a slot, and as which of its phrases.</summary>
internal readonly record struct PhraseUse(int Slot, int Number);

/// <summary>Gathers the phrases of all rules, a reading at a time, each once however many rules ask for it.</summary>
internal sealed class Slots
{
    private readonly Dictionary<Phrase, int>[] numbers = [[], []];
    private readonly List<List<PhraseUse>>[] uses = [[], []];
    private readonly List<Slot> all = [];

    public IReadOnlyList<Slot> All => all;

    public int Add(int rule, Reading reading, Role role, bool wakes, IEnumerable<string> texts, bool loose = false)
    {
        var (slot, known) = (all.Count, new HashSet<Phrase>());
        foreach (var text in texts)
        {
            if (Phrase.Of(text, reading, loose) is not { } phrase || !known.Add(phrase)) continue;
            if (!numbers[(int)reading].TryGetValue(phrase, out var number))
            {
                numbers[(int)reading].Add(phrase, number = uses[(int)reading].Count);
                uses[(int)reading].Add([]);
            }
            uses[(int)reading][number].Add(new(slot, known.Count - 1));
        }
        all.Add(new(rule, role, wakes, known.Count));
        return slot;
    }

    public PhraseReading ReadingOf(Reading reading) => new(reading, [.. numbers[(int)reading].OrderBy(n => n.Value).Select(n => n.Key)]);

    public PhraseUse[][] UsesOf(Reading reading) => [.. uses[(int)reading].Select(u => u.ToArray())];
}
