using System.Runtime.InteropServices;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Checking;

/// <summary>What one thread needs to check one talk after the other: the phrases found, a slot a chain, and room to work in. Nothing of a talk outlives <see cref="Close"/>.</summary>
internal sealed class Scene
{
    private readonly IReadOnlyList<Slot> slots;
    private readonly int[] head, tail;
    private readonly bool[] awake;
    private readonly List<int> touched = [];
    private readonly List<Occurrence> occurrences = [];
    private readonly TalkRounds rounds = new();
    private PhraseUse[][] uses = [];
    private bool[] applies = [];
    private int line;

    public Scene(IReadOnlyList<Slot> slots, int rules)
    {
        (this.slots, head, tail, awake) = (slots, new int[slots.Count], new int[slots.Count], new bool[rules]);
        head.AsSpan().Fill(-1);
    }

    public Talk Talk { get; private set; } = new();
    public FoldedText Folded { get; } = new();
    public List<Span> Spans { get; } = [];
    public List<Span> Shown { get; } = [];
    public List<List<Hit>> Hits { get; } = [];
    public List<int> Lines { get; } = [];
    public List<Occurrence> Kept { get; } = [];
    public TextRoom Texts { get; } = new();

    public bool IsAwake(int rule) => awake[rule];

    public void Open(Talk talk, ReadOnlySpan<bool> asked)
    {
        if (applies.Length != asked.Length) applies = new bool[asked.Length];
        asked.CopyTo(applies);
        Talk = talk;
        rounds.Forget();
    }

    public void Read(int at, PhraseReading reading, PhraseUse[][] used)
    {
        if (reading.IsEmpty) return;
        (line, uses) = (at, used);
        reading.Read(Talk.TextOf(at), this);
    }

    public void Found(int phrase, int start, int length)
    {
        foreach (var (slot, number) in uses[phrase])
        {
            var of = slots[slot];
            if (!applies[of.Rule] || !IsOf(of.Role, Talk[line].From)) continue;
            if (head[slot] < 0) touched.Add(slot);
            if (head[slot] < 0) head[slot] = occurrences.Count;
            else CollectionsMarshal.AsSpan(occurrences)[tail[slot]].Next = occurrences.Count;
            tail[slot] = occurrences.Count;
            occurrences.Add(new(line, start, length, number, -1));
            if (of.Wakes) awake[of.Rule] = true;
        }
    }

    public void Close()
    {
        foreach (var slot in touched)
        {
            head[slot] = -1;
            awake[slots[slot].Rule] = false;
        }
        touched.Clear();
        occurrences.Clear();
    }

    public int FirstOf(int slot) => slot < 0 ? -1 : head[slot];
    public Occurrence this[int occurrence] => occurrences[occurrence];

    /// <summary>Messages that people wrote and did not take back.</summary>
    public static bool IsLookedAt(in Line line) => line.From is Speaker.Buyer or Speaker.Agent && line.Kind != MessageKind.Recalled;

    public static bool IsOf(Role role, Speaker from) => from switch
    {
        Speaker.Agent => role != Role.Buyer,
        Speaker.Buyer => role != Role.Agent,
        _ => false,
    };

    public TalkRounds Rounds => rounds.Of(Talk);

    public int UnitOf(Stretch stretch, int at) => stretch switch { Stretch.Message => at, Stretch.Round => Rounds.RoundOf(at), _ => 0 };

    /// <summary>The last line of the stretch that a line is in.</summary>
    public int EndOf(Stretch stretch, int at) => stretch switch { Stretch.Message => at, Stretch.Round => Rounds.LastLineOf(Rounds.RoundOf(at)), _ => Talk.Count - 1 };
}
