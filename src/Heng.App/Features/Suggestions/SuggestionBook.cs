using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Suggestions;

/// <summary>All suggestions as somebody sees them, each read once.</summary>
internal sealed record SuggestionBook(IReadOnlyDictionary<long, SuggestionState> States, IReadOnlyList<SuggestionRow> Rows)
{
    public SuggestionRow Row(long id) => Rows.First(r => r.Id == id);

    public static SuggestionBook Load(Database database, string name, DateOnly today)
    {
        var states = SuggestionTelling.Loaded(database);
        return new(states, [.. states.Select(s =>
        {
            var (late, day) = (s.Value.DaysLate(ShopClock.Shanghai, today), ShopClock.Shanghai.DayOf(s.Value.Written.At));
            var votes = SuggestionVotes.For(s.Key, states);
            return new SuggestionRow(s.Key, s.Value.Written.Title!, s.Value.Author, day, s.Value.Written.Category ?? SuggestionCategory.Other, s.Value.Stage, votes.Count, s.Value.Author == name, s.Value.Voters.Contains(name),
                late, late > 0 ? SuggestionTelling.AnswersFor(database, s.Value, Month.Of(day)) : []);
        })]);
    }
}
