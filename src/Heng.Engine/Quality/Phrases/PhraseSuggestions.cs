using System.Globalization;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Phrases;

/// <summary>An answer that an agent wrote, masked (<see cref="PhraseMask"/>), and the reception it stands in.</summary>
public sealed record WrittenAnswer(string Agent, string Text, string Reception, DateOnly Day);

/// <summary>A text that good agents write again and again and that no valid phrase covers (建议话术). <paramref name="VariantOf"/>: the phrase that it looks like another wording of.</summary>
public sealed record PhraseSuggestion(string Key, string Text, int Times, IReadOnlyList<string> Agents, IReadOnlyList<WrittenAnswer> Examples, PhraseVersion? VariantOf);

/// <summary>
/// Gathers near-identical answers (建议) into texts worth a phrase: of eight characters and more, by three agents or ten times. Deterministic: texts are taken by how often they were written,
/// then ordinally; each joins the text before it that it is most alike, or stands for others itself. The order of the answers does not matter.
/// </summary>
public sealed class PhraseSuggestions
{
    public const int LeastAgents = 3, LeastTimes = 10, VariantPercent = 50, Most = 50, Examples = 3;
    private const int Longest = 300;

    private readonly Dictionary<int, List<Cluster>> byPair = [];
    private readonly List<Cluster> clusters = [];
    private readonly Dictionary<int, int> often;

    private PhraseSuggestions(Dictionary<int, int> often) => this.often = often;

    public static IReadOnlyList<PhraseSuggestion> Of(IEnumerable<WrittenAnswer> answers, PhraseIndex library, DateOnly day)
    {
        var texts = answers.Select(a => (Answer: a, Even: EvenText.Of(a.Text))).Where(a => a.Even.Length is >= PhraseIndex.FuzzyFrom and <= Longest)
            .GroupBy(a => a.Even, StringComparer.Ordinal).Select(g => new Same(g.Key, Pairs.Sorted(g.Key), [.. g.Select(a => a.Answer)]))
            .OrderByDescending(s => s.Answers.Count).ThenBy(s => s.Even, StringComparer.Ordinal).ToList();
        var found = new PhraseSuggestions(texts.SelectMany(t => t.Pairs.Distinct()).GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count()));
        foreach (var text in texts) found.Take(text);
        var uses = new PhraseUses(library);
        return [.. found.clusters.Select(c => c.Answers).Where(a => a.Count >= LeastTimes || a.Select(w => w.Agent).Distinct(StringComparer.Ordinal).Count() >= LeastAgents)
            .Select(a => Suggestion(a, library, day)).Where(s => uses.In(s.Text, day) is not { Expired: false })
            .OrderByDescending(s => s.Times).ThenByDescending(s => s.Agents.Count).ThenBy(s => s.Key, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>How a suggestion is remembered: by its evened text, so that it is the same next month.</summary>
    public static string KeyOf(string text) => StableHash.Of("phrase-suggestion", EvenText.Of(text)).ToString("x16", CultureInfo.InvariantCulture);

    private void Take(Same text)
    {
        Cluster? best = null;
        foreach (var one in text.Pairs.Distinct().SelectMany(p => byPair.GetValueOrDefault(p) ?? []).Distinct())
        {
            var shared = Pairs.Shared(one.Pairs, text.Pairs);
            if (Pairs.Alike(shared, one.Pairs.Length, text.Pairs.Length, PhraseIndex.AlikePercent) && (best is null || Nearer(text.Pairs, one, best))) best = one;
        }
        if (best is null) Add(best = new(clusters.Count, text.Pairs, []));
        best.Answers.AddRange(text.Answers);
    }

    /// <summary>Of two as near the one that stood first.</summary>
    private static bool Nearer(int[] pairs, Cluster one, Cluster other)
    {
        var more = ((long)Pairs.Shared(one.Pairs, pairs) * (other.Pairs.Length + pairs.Length)).CompareTo((long)Pairs.Shared(other.Pairs, pairs) * (one.Pairs.Length + pairs.Length));
        return more > 0 || more == 0 && one.Place < other.Place;
    }

    private void Add(Cluster one)
    {
        clusters.Add(one);
        // As in PhraseIndex: whatever is alike enough has one of so many of the rarest pairs.
        foreach (var pair in one.Pairs.OrderBy(p => often[p]).ThenBy(p => p).Take(PhraseIndex.Prefix(one.Pairs.Length, 200 - PhraseIndex.AlikePercent)).Distinct())
        {
            if (!byPair.TryGetValue(pair, out var under)) byPair.Add(pair, under = []);
            under.Add(one);
        }
    }

    private static PhraseSuggestion Suggestion(List<WrittenAnswer> answers, PhraseIndex library, DateOnly day)
    {
        var text = answers.GroupBy(a => a.Text.Trim(), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        var examples = answers.OrderByDescending(a => a.Day).ThenBy(a => a.Reception, StringComparer.Ordinal).DistinctBy(a => a.Agent).Take(Examples);
        return new(KeyOf(text), text, answers.Count, [.. answers.Select(a => a.Agent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. examples], VariantOf(text, library, day));
    }

    /// <summary>The phrase that shares most pairs with it, half of them at least; of one phrase the version in force, else the newest.</summary>
    private static PhraseVersion? VariantOf(string text, PhraseIndex library, DateOnly day)
    {
        var pairs = Pairs.Sorted(EvenText.Of(text));
        return library.Entries.GroupBy(e => e.Version.Code, StringComparer.Ordinal).Select(g => g.LastOrDefault(e => e.Version.Holds(day)) ?? g.Last())
            .Select(e => (e.Version, Shared: Pairs.Shared(e.Pairs, pairs), All: e.Pairs.Length + pairs.Length)).Where(e => 200 * e.Shared >= VariantPercent * e.All && e.Shared > 0)
            .OrderByDescending(e => 2m * e.Shared / e.All).ThenBy(e => e.Version.Code, StringComparer.Ordinal).Select(e => e.Version).FirstOrDefault();
    }

    private sealed record Same(string Even, int[] Pairs, IReadOnlyList<WrittenAnswer> Answers);
    private sealed record Cluster(int Place, int[] Pairs, List<WrittenAnswer> Answers);
}
