using Heng.Engine.Records;

namespace Heng.Engine.Voice;

/// <summary>What somebody's suggestions of a period came to. Place is shared by equals; the next counts on.</summary>
public sealed record SuggestionRank(int Place, string Author, int Written, int Adopted, int Done, int Votes);

/// <summary>
/// Who suggested what was worth adopting (建议榜), by the days the suggestions were made, as the metric counts: adopted first, then votes, then those written. Duplicates and unnamed
/// ones count for nobody; their votes stand with what they were merged into.
/// </summary>
public static class SuggestionRanking
{
    public static IReadOnlyList<SuggestionRank> Of(IReadOnlyDictionary<long, SuggestionState> all, ShopClock clock, DateOnly from, DateOnly to)
    {
        var sums = all.Where(s => s.Value is { Author: not null, Stage: not SuggestionStage.Merged } && clock.DayOf(s.Value.Written.At) is var day && day >= from && day <= to)
            .GroupBy(s => s.Value.Author!, StringComparer.Ordinal)
            .Select(g => new SuggestionRank(0, g.Key, g.Count(), g.Count(s => IsAdopted(s.Value)), g.Count(s => s.Value.Stage == SuggestionStage.Done), g.Sum(s => SuggestionVotes.For(s.Key, all).Count)))
            .ToList();
        return [.. sums.Select(s => s with { Place = 1 + sums.Count(o => Better(o, s)) }).OrderBy(s => s.Place).ThenBy(s => s.Author, StringComparer.Ordinal)];
    }

    public static bool IsAdopted(SuggestionState state) => state.Stage is SuggestionStage.Adopted or SuggestionStage.Done;

    private static bool Better(SuggestionRank one, SuggestionRank other) => (one.Adopted, one.Votes, one.Written).CompareTo((other.Adopted, other.Votes, other.Written)) > 0;
}
