using Heng.App.Features.Facts;
using Heng.App.Features.Importing;
using Heng.App.Features.Months;
using Heng.Engine.Appraisal;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>Who would move by a correction (更正试算): the months' results as they are beside what they come to with it. Nothing is written.</summary>
public static class CorrectionTrial
{
    public static IReadOnlyList<Moved> Of(Database database, Correction one, IReadOnlyList<Month> months, Func<Month, KeptMonth> kept)
    {
        var changes = new Changes();
        CorrectionRecords.Touch(database, [one], changes);
        var shop = Correction.IsOfCompany(one.Kind) ? null : database.Shops.Find(one.Shop);
        var tried = shop is null ? null : TriedDays.Of(database, shop, one, changes);
        var company = shop is null ? CorrectionRecords.Of(database, Shops.Company).With(one) : null;
        return [.. months.SelectMany(month => Of(database, kept(month), company, place => place == shop ? tried!.AgentDays(month.First, month.Last) : null, (place, day) => place == shop ? tried!.Findings.GetValueOrDefault(day) : null))];
    }

    private static IReadOnlyList<Moved> Of(Database database, KeptMonth kept, Corrections? company, Func<Shop, IReadOnlyList<Engine.Facts.AgentDay>?> days,
        Func<Shop, DateOnly, IReadOnlyList<KeptFinding>?> findings)
    {
        var after = kept.Book.Under(database, kept.Book.Facts.Corrected(company, days, findings), kept.Book.Files);
        return MonthMoves.Between(kept.Month, Standings(kept.Book, kept.Sealed is not null), Standings(after, kept.Sealed is not null));
    }

    /// <summary>Of a sealed month scores, grades and ranks stay for ever; what its pay would be now becomes a difference.</summary>
    public static IReadOnlyDictionary<string, MonthStanding> Standings(MonthBook book, bool isSealed) => book.People.ToDictionary(p => p.Person.Name,
        p => isSealed ? new MonthStanding(null, null, null, p.Pay?.Net) : new(p.Card?.Score, p.Card?.Grade, p.Card?.Rank, p.Pay?.Net), StringComparer.Ordinal);
}
