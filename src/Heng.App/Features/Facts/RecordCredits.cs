using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>What the small records of a shop, or of the company, add to whom. Its facts are named by <see cref="RecordFact"/>.</summary>
internal sealed class RecordCredits(Database database, Shop shop, Roster roster, RuleSet rules, DateOnly first, DateOnly last)
{
    /// <summary>Days before and after a changed one that its records can reach: a shift that ends after midnight.</summary>
    public const int Margin = 2;

    public static IReadOnlyList<Contribution> Of(Database database, Shop shop, Roster roster, RuleSet rules, DateOnly first, DateOnly last) =>
        new RecordCredits(database, shop, roster, rules, first, last).All();

    private IReadOnlyList<Contribution> All() => [.. shop == Shops.Company ? new DutyRecords(database, roster, first, last).Credits() : []];

    private IReadOnlyList<T> Kept<T>(RecordKind<T> kind) where T : class => database.Records(kind).Between(shop.Id, first.AddDays(-Margin), last.AddDays(Margin));

    private int Named(string person) => roster.Find(person)?.Id ?? AgentDay.Unbound;

    private int Bound(string account, Instant at) => roster.AgentOf(account, rules.Clock.DayOf(at));
}
