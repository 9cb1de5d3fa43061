using Heng.Engine.Facts;

namespace Heng.Engine.Quality.Phrases;

/// <summary>A message that uses a phrase (话术使用): the talk's line, which version, and whether that version was past its last day (过期).</summary>
public readonly record struct PhraseUse(int Line, PhraseVersion Version, bool Expired);

/// <summary>Which phrases an agent's messages use. Holds the room that it works in, so that a thread has one of its own; without a candidate a message costs no allocation.</summary>
public sealed class PhraseUses(PhraseIndex index)
{
    private readonly int[] asked = new int[index.Entries.Length];
    private char[] even = new char[256];
    private int[] pairs = new int[256];
    private int turn;

    /// <summary>The uses of a reception, by line.</summary>
    public static IReadOnlyList<PhraseUse> Of(PhraseIndex index, Talk talk, DateOnly day)
    {
        var found = new List<PhraseUse>();
        new PhraseUses(index).Of(talk, day, found);
        return found;
    }

    /// <summary>Adds a reception's uses, and gives how many messages were looked at: what the agent wrote; pictures and cards have no text.</summary>
    public int Of(Talk talk, DateOnly day, List<PhraseUse> into)
    {
        var looked = 0;
        for (var line = 0; line < talk.Count; line++)
        {
            if (!IsLookedAt(talk[line])) continue;
            looked++;
            if (In(talk.TextOf(line), day) is { } use) into.Add(use with { Line = line });
        }
        return looked;
    }

    public static bool IsLookedAt(Line line) => line.From == Speaker.Agent && Acts.HasCharacters(line.Kind);

    /// <summary>The phrase that a text is, or null. Word for word comes before in other words, then a valid version before an expired one, then the more alike, then the newer.</summary>
    public PhraseUse? In(ReadOnlySpan<char> text, DateOnly day)
    {
        if (text.Length > even.Length) even = new char[Math.Max(even.Length * 2, text.Length)];
        var length = EvenText.Into(text, even);
        if (length == 0 || length > index.LongestMessage) return null;
        var message = even.AsSpan(0, length);
        var best = new Match();
        foreach (var entry in index.Whole(message)) best = best.Or(Judged(index.Entries[entry], 1, 1, true, day));
        if (best.Class == Class.Exact) return best.Use;
        return Candidates(message, day, best).Use;
    }

    private Match Candidates(ReadOnlySpan<char> message, DateOnly day, Match best)
    {
        if (turn == int.MaxValue) Array.Clear(asked, 0, asked.Length);
        turn = turn == int.MaxValue ? 1 : turn + 1;
        var sorted = 0;
        for (var i = 1; i < message.Length; i++)
            foreach (var entry in index.Under(Pairs.Of(message[i - 1], message[i])))
            {
                if (asked[entry] == turn) continue;
                asked[entry] = turn;
                var of = index.Entries[entry];
                if (of.Version.Begun(day)) best = best.Or(of.Pattern.HasPlaceholders ? Filled(of, message, day, ref sorted) : Plain(of, message, day, ref sorted));
            }
        return best;
    }

    private Match Plain(IndexedPhrase of, ReadOnlySpan<char> message, DateOnly day, ref int sorted)
    {
        int mine = message.Length - 1, own = of.Pairs.Length;
        if (!Pairs.Alike(Math.Min(mine, own), own, mine, PhraseIndex.AlikePercent)) return default;
        if (sorted == 0) sorted = Sort(message, default);
        var shared = Pairs.Shared(pairs.AsSpan(0, sorted), of.Pairs);
        return Pairs.Alike(shared, own, mine, PhraseIndex.AlikePercent) ? Judged(of, shared, own + mine, false, day) : default;
    }

    /// <summary>
    /// What fills the placeholders is taken out first: before the first and behind the last of them the message has as many characters as the phrase, and what stands between two is there word
    /// for word.
    /// </summary>
    private Match Filled(IndexedPhrase of, ReadOnlySpan<char> message, DateOnly day, ref int sorted)
    {
        if (of.Pattern.Equals(message)) return Judged(of, 1, 1, true, day);
        var (head, tail) = (of.Pattern.Parts[0].Length, of.Pattern.Parts[^1].Length);
        if (!of.IsFuzzy || message.Length < head + tail || !Between(of.Pattern.Parts, message[head..^tail])) return default;
        sorted = 0;
        var count = Sort(message[..head], message[^tail..]);
        var shared = Pairs.Shared(pairs.AsSpan(0, count), of.OuterPairs) + of.InnerPairs;
        return Pairs.Alike(shared, of.Pairs.Length, count + of.InnerPairs, PhraseIndex.AlikePercent) ? Judged(of, shared, of.Pairs.Length + count + of.InnerPairs, false, day) : default;
    }

    private static bool Between(IReadOnlyList<string> parts, ReadOnlySpan<char> middle)
    {
        for (var part = 1; part < parts.Count - 1; part++)
        {
            var at = middle.IndexOf(parts[part], StringComparison.Ordinal);
            if (at is < 0 or > PhrasePattern.LongestFilling) return false;
            middle = middle[(at + parts[part].Length)..];
        }
        return middle.Length <= PhrasePattern.LongestFilling;
    }

    private int Sort(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var room = one.Length + other.Length;
        if (room > pairs.Length) pairs = new int[room * 2];
        var count = Pairs.Add(other, pairs, Pairs.Add(one, pairs, 0));
        pairs.AsSpan(0, count).Sort();
        return count;
    }

    private static Match Judged(IndexedPhrase of, int shared, int of2, bool exact, DateOnly day)
    {
        if (!of.Version.Begun(day)) return default;
        var holds = of.Version.Holds(day);
        return new((exact, holds) switch { (true, true) => Class.Exact, (true, false) => Class.ExactExpired, (false, true) => Class.Alike, _ => Class.AlikeExpired }, shared, of2, new(0, of.Version, !holds));
    }

    private enum Class : byte { None, AlikeExpired, Alike, ExactExpired, Exact }

    private readonly record struct Match(Class Class, int Shared, int Of, PhraseUse? Use)
    {
        public Match Or(Match other)
        {
            if (other.Class != Class) return other.Class > Class ? other : this;
            if (Class == Class.None) return this;
            var more = ((long)other.Shared * Of).CompareTo((long)Shared * other.Of);
            if (more == 0) more = other.Use!.Value.Version.From.CompareTo(Use!.Value.Version.From);
            if (more == 0) more = string.CompareOrdinal(Use!.Value.Version.Code, other.Use!.Value.Version.Code);
            return more > 0 ? other : this;
        }
    }
}
