using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Quality.Phrases;
using Heng.Store;

namespace Heng.App.Features.Phrases;

/// <summary>A use of a phrase as the day's facts keep it.</summary>
public sealed record CountedUse(string Code, int Version, string Reception, int Agent, DateOnly Day, long Uses, long Expired);

/// <summary>What the days' facts say of phrases, over all shops. Counted says whether any of the days was held against a library: without one there is no number, and not 0.</summary>
public sealed record PhraseFigures(DateOnly From, DateOnly To, bool Counted, IReadOnlyList<CountedUse> Uses, long Messages)
{
    public static PhraseFigures Of(Database database, DateOnly from, DateOnly to)
    {
        var (uses, messages, counted) = (new List<CountedUse>(), 0L, false);
        foreach (var shop in database.Shops.All)
        {
            counted |= database.Coverage.Between(shop.Id, from, to).Any(c => c.Source == Source.Phrases);
            foreach (var one in database.Ledger.Contributions(shop.Id, from, to, part: FactPart.Phrases))
            {
                messages += one.Measures[Primitive.PhraseMessages];
                if (one.Kind == FactKind.Phrase && PhraseFact.In(one.Fact) is var (reception, version, code))
                    uses.Add(new(code, version, reception, one.Agent, one.Day, one.Measures[Primitive.PhraseUses], one.Measures[Primitive.ExpiredPhraseUses]));
            }
        }
        return new(from, to, counted, uses, messages);
    }

    /// <summary>The sixty days up to the last one of which chats are there, or up to today.</summary>
    public static PhraseFigures Latest(Database database, DateOnly today)
    {
        var last = database.Shops.All.Select(s => database.Coverage.Span(s.Id, Source.Chat)?.Last).Max() ?? today;
        if (last > today) last = today;
        return Of(database, last.AddDays(1 - PhraseExpiry.UnusedDays), last);
    }
}
