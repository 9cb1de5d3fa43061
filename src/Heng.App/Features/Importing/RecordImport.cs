using Heng.App.Features.Facts;
using Heng.App.Features.Pay.Accounts;
using Heng.App.Features.Quality.Findings;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;
using Review = Heng.Engine.Records.Review;

namespace Heng.App.Features.Importing;

/// <summary>Everything but messages: small enough to hold, merged by natural key in one transaction a table.</summary>
/// <param name="accounts">Closes the numbers of bank accounts before they are kept.</param>
public sealed class RecordImport(Database database, ImportSource source, AccountSafe accounts)
{
    /// <summary>First and last day of the records of days that were merged or compared.</summary>
    public (DateOnly First, DateOnly Last)? Span { get; private set; }

    /// <summary>The file covers the days of its rows and none between.</summary>
    public bool CoversOwnDays { get; init; }

    public MergeCounts Merge(Holding holding, IReadOnlyList<object> records, Changes changes) => holding switch
    {
        Holding.Orders => ByShop(records.Cast<Order>(), o => o.Shop, DaysOf, (shop, some) => database.Orders.Merge(shop, some, source.Exported, source.Import), Source.Orders, changes),
        Holding.Ratings => ByShop(records.Cast<Rating>(), r => r.Shop, DaysOf, (shop, some) => database.Ratings.Merge(shop, some, source.Exported, source.Import), Source.Ratings, changes),
        Holding.Reviews => ByShop(records.Cast<Review>(), r => r.Shop, DaysOf, (shop, some) => database.Reviews.Merge(shop, some, source.Exported, source.Import), Source.Reviews, changes),
        Holding.People => People(records.Cast<Employment>().ToList(), changes),
        Holding.Entries => database.Entries.Merge(records.Cast<Entry>(), source.Exported, source.Import),
        Holding.Attendance => database.Attendances.Merge(records.Cast<Attendance>(), source.Exported, source.Import),
        Holding.Adjustments => database.Adjustments.Merge(records.Cast<Adjustment>(), source.Exported, source.Import),
        _ => KeptRecordImport.Of(holding).Put(this, records, changes),
    };

    /// <summary>What <see cref="Merge"/> would answer, with nothing written.</summary>
    public MergeCounts Compare(Holding holding, IReadOnlyList<object> records) => holding switch
    {
        Holding.Orders => ByShop(records.Cast<Order>(), o => o.Shop, DaysOf, (shop, some) => database.Orders.Compare(shop, some, source.Exported)),
        Holding.Ratings => ByShop(records.Cast<Rating>(), r => r.Shop, DaysOf, (shop, some) => database.Ratings.Compare(shop, some, source.Exported)),
        Holding.Reviews => ByShop(records.Cast<Review>(), r => r.Shop, DaysOf, (shop, some) => database.Reviews.Compare(shop, some, source.Exported)),
        Holding.People => database.People.Compare(records.Cast<Employment>().ToList(), source.Exported),
        Holding.Entries => database.Entries.Compare(records.Cast<Entry>(), source.Exported),
        Holding.Attendance => database.Attendances.Compare(records.Cast<Attendance>(), source.Exported),
        Holding.Adjustments => database.Adjustments.Compare(records.Cast<Adjustment>(), source.Exported),
        _ => KeptRecordImport.Of(holding).Put(this, records, null),
    };

    /// <summary>The source whose days a file of this holding covers; null where it is not of days.</summary>
    public static Source? Covers(Holding holding) => holding switch
    {
        Holding.Messages => Source.Chat,
        Holding.Orders => Source.Orders,
        Holding.Ratings => Source.Ratings,
        Holding.Reviews => Source.Reviews,
        Holding.People or Holding.Entries or Holding.Attendance or Holding.Adjustments => null,
        _ => KeptRecordImport.Of(holding).Covers,
    };

    /// <summary>Names in the records that no list of people knows, each once. They are kept: the list may come later.</summary>
    public static IReadOnlyList<string> UnknownPeople(IEnumerable<object> records, Roster roster) =>
        [.. records.Select(r => UnknownIn(r, roster)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Accounts that the records bind to a person while another has them too.</summary>
    public static IReadOnlyList<string> SharedAccounts(IEnumerable<object> records, Roster roster)
    {
        var named = records.OfType<Employment>().SelectMany(e => e.Accounts).ToHashSet(StringComparer.Ordinal);
        return named.Count == 0 ? [] : [.. roster.Conflicts.Where(c => named.Contains(c.Account)).Select(c => $"{c.Account} ({c.Stands.Name}, {c.Yields.Name})").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Who has two rows of one first day with other content: only one of them stands.</summary>
    public static IReadOnlyList<string> NamedTwice(IEnumerable<object> records) =>
        [.. records.OfType<Employment>().GroupBy(e => (e.Name, e.From)).Where(same => same.Select(e => e with { Accounts = [] }).Distinct().Count() > 1 || same.Select(e => string.Join(';', e.Accounts)).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(same => same.Key.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Those of the file whose stretches overlap, beside all that is kept of them.</summary>
    public static IReadOnlyList<string> Overlapping(Database database, IEnumerable<object> records)
    {
        var named = records.OfType<Employment>().Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        return named.Count == 0 ? [] : [.. database.People.Employments.Where(e => named.Contains(e.Name)).GroupBy(e => e.Name, StringComparer.Ordinal).Where(of => AnyOverlap([.. of.OrderBy(e => e.From)]))
            .Select(of => of.Key).Order(StringComparer.Ordinal)];
    }

    private static bool AnyOverlap(Employment[] inOrder) => inOrder.Where((e, i) => inOrder.Take(i).Any(e.Overlaps)).Any();

    /// <summary>Accounts of report rows that several people have on their days.</summary>
    public static IReadOnlyList<string> SharedReports(IEnumerable<object> records, Roster roster) =>
        [.. records.OfType<Reported>().Where(r => r.Account.Length > 0 && roster.IsShared(r.Account, r.From, r.To, r.Shop)).Select(r => r.Account).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Refunds of orders that are not kept, by order, each once.</summary>
    public static IReadOnlyList<string> UnknownOrders(Database database, IEnumerable<Refund> refunds) =>
        [.. refunds.GroupBy(r => r.Shop, StringComparer.Ordinal).SelectMany(some => UnknownOrders(database, database.Shops.Find(some.Key), [.. some])).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> UnknownOrders(Database database, Shop? shop, IReadOnlyList<Refund> refunds)
    {
        var named = (shop is null ? refunds : OrderBooks.UnderOrders(database, shop, refunds)).Select(r => r.OrderId).ToHashSet(StringComparer.Ordinal);
        return shop is null ? named : named.Except(database.Orders.Find(shop.Id, named).Select(o => o.Id), StringComparer.Ordinal);
    }

    private static string? UnknownIn(object record, Roster roster)
    {
        string? Unbound(string name, string account, DateOnly day) => roster.PersonOf(name, account, day) == 0 ? name.Length > 0 ? name : account : null;
        return record switch
        {
            Punches punches => Unbound(punches.Name, punches.Account, punches.From),
            RosterDay row => Unbound(row.Name, row.Account, row.Day),
            Leave leave => Unbound(leave.Name, leave.Account, ShopClock.Shanghai.DayOf(leave.From)),
            StatusChange change => Unbound("", change.Account, ShopClock.Shanghai.DayOf(change.At)),
            Review { Agent: { Length: > 0 } named } review => roster.PersonOf(named, ShopClock.Shanghai.DayOf(review.At)) == 0 ? named : null,
            Reported { Account.Length: > 0, Item: null } row => roster.PersonOf(row.Account, row.To, row.Shop) == 0 ? row.Account : null,
            _ when KeptRecordImport.WhoIn(record) is var (who, day) => roster.PersonOf(who, day) == 0 ? who : null,
            _ => NamedIn(record) is var (name, month) && roster.PersonOf(name, "", month.Last) == 0 ? name : null,
        };
    }

    private static (string Name, Month Month)? NamedIn(object record) => record switch
    {
        Entry entry => (entry.Agent, entry.Month),
        Attendance attendance => (attendance.Agent, attendance.Month),
        Adjustment adjustment => (adjustment.Agent, adjustment.Month),
        _ => null,
    };

    private static Instant[] DaysOf(Rating rating) => rating.RatedAt is { } rated ? [rating.SentAt, rated] : [rating.SentAt];
    private static Instant[] DaysOf(Review review) => [review.At];
    private static Instant[] DaysOf(Order order) => order.PaidAt is { } paid ? [order.Created, paid] : [order.Created];

    private MergeCounts People(List<Employment> employments, Changes changes)
    {
        var counts = database.People.Import(employments, source.Exported, source.Import);
        if (counts.Accepted + counts.Restored > 0) changes.Fold(Fold.Everything);
        return counts;
    }

    /// <summary>A roster says who sat at a shared account, also at the edges of the days beside its own.</summary>
    internal MergeCounts Shifts(IReadOnlyList<object> records, Changes? changes)
    {
        var counts = Kept(RecordKinds.Roster, records, changes);
        if (changes is not null && counts.Accepted + counts.Restored > 0 && Span is var (first, last) && database.People.Roster.Conflicts.Any())
            changes.Fold(new(null, first.AddDays(-Seating.Margin), last.AddDays(Seating.Margin)));
        return counts;
    }

    /// <summary>A quality rule may look at the remarks of a case's day.</summary>
    internal MergeCounts Cases(IReadOnlyList<object> records, Changes? changes)
    {
        var counts = Kept(RecordKinds.Cases, records, changes);
        if (changes is not null && counts.Accepted + counts.Restored > 0) RemarkedDays.Touch(database, [.. records.Cast<Case>()], changes);
        return counts;
    }

    /// <summary>An alias holds on every day that a name may come.</summary>
    internal MergeCounts Aliases(IReadOnlyList<object> records, Changes? changes)
    {
        var table = database.Records(RecordKinds.BuyerAliases);
        var counts = default(MergeCounts);
        foreach (var some in records.Cast<BuyerAlias>().GroupBy(a => a.Shop, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var merged = changes is null
                ? table.Compare(database.Shops.Find(some.Key)?.Id ?? -1, some, source.Exported)
                : table.Merge(database.Shops.GetOrAdd(some.Key).Id, some, source.Exported, source.Import);
            counts += merged;
            if (merged.Accepted + merged.Restored > 0) changes?.Fold(Fold.Everything with { Shop = some.Key });
        }
        return counts;
    }

    /// <summary>A binding changes who its account was from its first day on.</summary>
    internal MergeCounts Bindings(IReadOnlyList<object> records, Changes? changes)
    {
        var (table, bindings) = (database.Records(RecordKinds.Bindings), records.Cast<AccountBinding>().ToList());
        if (changes is null) return table.Compare(Shops.Company.Id, bindings, source.Exported);
        var counts = table.Merge(Shops.Company.Id, bindings, source.Exported, source.Import);
        if (counts.Accepted + counts.Restored > 0) changes.Fold(new(null, bindings.Min(b => b.From), DateOnly.MaxValue));
        return counts;
    }

    /// <summary>Days that are told to be covered: a row whose days all were is a duplicate. Nothing else is kept of it.</summary>
    internal MergeCounts Coverage(IReadOnlyList<object> records, Changes? changes)
    {
        var counts = default(MergeCounts);
        foreach (var row in records.Cast<Covered>())
        {
            var shop = changes is null && row.Shop.Length > 0 ? database.Shops.Find(row.Shop) : database.Shops.GetOrAdd(row.Shop);
            var known = shop is null ? 0 : database.Coverage.Between(shop.Id, row.From, row.To).Count(c => c.Source == row.Source);
            var isNew = known < row.To.DayNumber - row.From.DayNumber + 1;
            counts += new MergeCounts(isNew ? 1 : 0, 0, 0, isNew ? 0 : 1);
            if (changes is null || !isNew) continue;
            database.Coverage.Add(shop!.Id, row.Source, row.From, row.To);
            changes.Touch(row.Shop, row.From);
            changes.Touch(row.Shop, row.To);
        }
        return counts;
    }

    /// <summary>Closed before they are kept.</summary>
    internal MergeCounts BankAccounts(IReadOnlyList<object> records, Changes? changes) =>
        Kept(RecordKinds.BankAccounts, [.. records.Cast<BankAccount>().Select(accounts.Close)], changes);

    /// <summary>A correction changes what its fact adds to whom: an order's days, a message's, those of a rating or review.</summary>
    internal MergeCounts Corrections(IReadOnlyList<object> records, Changes? changes)
    {
        var counts = Kept(RecordKinds.Corrections, records, changes);
        if (changes is not null && counts.Accepted + counts.Restored > 0) CorrectionRecords.Touch(database, [.. records.Cast<Correction>()], changes);
        return counts;
    }

    /// <summary>Merges, or without changes only compares, records of one kind.</summary>
    internal MergeCounts Kept<T>(RecordKind<T> kind, IReadOnlyList<object> records, Changes? changes) where T : class
    {
        var table = database.Records(kind);
        var counts = ByShop(records.Cast<T>(), kind.ShopOf, (record, _) => kind.Undated ? [] : [kind.DaysOf(record).First, kind.DaysOf(record).Last],
            (shop, some) => changes is null ? table.Compare(shop, some, source.Exported) : table.Merge(shop, some, source.Exported, source.Import), kind.Covers, changes);
        if (changes is not null && kind.OrderOf is { } orderOf && counts.Accepted + counts.Restored > 0) TouchOrders(records.Cast<T>(), kind.ShopOf, orderOf, changes);
        return counts;
    }

    /// <summary>What is told of an order changes what it adds to its own days.</summary>
    private void TouchOrders<T>(IEnumerable<T> records, Func<T, string> shopOf, Func<T, string> orderOf, Changes changes)
    {
        foreach (var some in records.GroupBy(shopOf, StringComparer.Ordinal))
        {
            var shop = database.Shops.GetOrAdd(some.Key);
            var clock = database.RuleSets.Current(shop.Id, DateOnly.MaxValue).Clock;
            var orders = some is IEnumerable<Refund> refunds ? OrderBooks.UnderOrders(database, shop, [.. refunds]).Select(r => r.OrderId) : some.Select(orderOf);
            foreach (var day in database.Orders.Find(shop.Id, orders.Distinct(StringComparer.Ordinal)).SelectMany(DaysOf).Select(clock.DayOf)) changes.Touch(some.Key, day);
        }
    }

    private MergeCounts ByShop<T>(
        IEnumerable<T> records, Func<T, string> shopOf, Func<T, Instant[]> instantsOf, Func<int, List<T>, MergeCounts> merge, Source? kept = null, Changes? changes = null) =>
        ByShop(records, shopOf, (record, clock) => [.. instantsOf(record).Select(clock.DayOf)], merge, kept, changes);

    private void Cover(int shop, Source of, IEnumerable<(DateOnly First, DateOnly Last)> spans)
    {
        foreach (var (first, last) in spans) database.Coverage.Add(shop, of, first, last);
    }

    private static (DateOnly First, DateOnly Last) SpanOf(DateOnly[] days) => (days.Min(), days.Max());

    // A file covers every day from its first to its last, also the days on which nothing happened.
    private MergeCounts ByShop<T>(
        IEnumerable<T> records, Func<T, string> shopOf, Func<T, ShopClock, DateOnly[]> daysOf, Func<int, List<T>, MergeCounts> merge, Source? kept, Changes? changes)
    {
        var counts = default(MergeCounts);
        foreach (var some in records.GroupBy(shopOf, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var shop = changes is null && some.Key.Length > 0 ? database.Shops.Find(some.Key) : database.Shops.GetOrAdd(some.Key);
            var clock = (shop is null ? RuleSet.Default : database.RuleSets.Current(shop.Id, DateOnly.MaxValue)).Clock;
            var list = some.ToList();
            var days = list.SelectMany(record => daysOf(record, clock)).ToList();
            // A shop that is not known has no number, and nothing is kept of it.
            var merged = merge(shop?.Id ?? -1, list);
            counts += merged;
            if (days.Count == 0) continue;
            var (first, last) = (days.Min(), days.Max());
            Span = Span is { } span ? (first < span.First ? first : span.First, last > span.Last ? last : span.Last) : (first, last);
            if (changes is null) continue;
            if (kept is { } of and not Source.None) Cover(shop!.Id, of, CoversOwnDays ? list.Select(record => SpanOf(daysOf(record, clock))).Distinct() : [(first, last)]);
            if (merged.Accepted + merged.Restored == 0) continue;
            changes.Touch(some.Key, first);
            changes.Touch(some.Key, last);
        }
        return counts;
    }
}
