using Heng.App.Features.Facts;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>Looks up what may be appealed against: orders, ratings, reviews, attendance, raters' points, messages and findings, as they stand now.</summary>
public sealed partial class AppealFacts(Database database)
{
    private readonly Roster roster = database.People.Roster;

    /// <summary>Null for what is not in the records. The shop may be left open.</summary>
    public KnownFact? Find(CorrectedFact kind, string fact, DateOnly? day, string? shop = null)
    {
        if (fact.Length == 0) return null;
        if (Correction.IsOfCompany(kind)) return day is { } month ? OfPeople(kind, fact, Month.Of(month)) : null;
        foreach (var place in database.Shops.All.Where(s => string.IsNullOrEmpty(shop) || s.Name == shop))
            if (OfShop(place, kind, fact, day) is { } found) return found;
        return null;
    }

    public KnownFact? Find(KeptAppeal appeal) => Find(appeal.Kind, appeal.Fact, appeal.Day, appeal.Shop);

    private KnownFact? OfShop(Shop shop, CorrectedFact kind, string fact, DateOnly? day) => kind switch
    {
        CorrectedFact.Order => Order(shop, fact),
        CorrectedFact.Rating when day is { } on => Rating(shop, fact, on),
        CorrectedFact.Review when day is { } on => Review(shop, fact, on),
        CorrectedFact.Finding when day is { } on => Finding(shop, fact, on),
        CorrectedFact.Message when day is { } on => Message(shop, fact, on),
        _ => null,
    };

    private Correction? CorrectionOf(Shop shop, CorrectedFact kind, string fact) => CorrectionRecords.Of(database, shop).Of(kind, fact);

    private RuleSet RulesOf(Shop shop, DateOnly day) => database.RuleSets.Current(shop.Id, day);

    private static HashSet<string> Names(params IEnumerable<string?> names) => names.Where(n => !string.IsNullOrEmpty(n)).Select(n => n!).ToHashSet(StringComparer.Ordinal);
}
