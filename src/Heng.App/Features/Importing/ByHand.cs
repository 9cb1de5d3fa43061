using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Quality.Findings;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>A record that comes true with a step on a page: the same that an import of it would bring.</summary>
public sealed class HandRecord
{
    private readonly Func<Database, ImportSource, KeptWith> keep;
    private readonly Action<Database, Changes> touch;

    private HandRecord(Func<Database, ImportSource, KeptWith> keep, Action<Database, Changes> touch) => (this.keep, this.touch) = (keep, touch);

    public static HandRecord Of<TRecord>(RecordKind<TRecord> kind, TRecord record) where TRecord : class => new(
        (database, source) => KeptWith.Of(kind, ShopOf(database, kind, record).Id, record, source), (database, changes) => Touch(database, kind, record, changes));

    internal static IReadOnlyList<KeptWith> Keep(IEnumerable<HandRecord> records, Database database, ImportSource source) => [.. records.Select(r => r.keep(database, source))];

    internal static void Touch(IEnumerable<HandRecord> records, Database database, Changes changes)
    {
        foreach (var record in records) record.touch(database, changes);
    }

    private static void Touch<TRecord>(Database database, RecordKind<TRecord> kind, TRecord record, Changes changes) where TRecord : class
    {
        var (first, last) = kind.DaysOf(record);
        if (kind.Covers is not Source.None) database.Coverage.Add(ShopOf(database, kind, record).Id, kind.Covers, first, last);
        changes.Touch(kind.ShopOf(record), first);
        changes.Touch(kind.ShopOf(record), last);
        if (record is Case one) RemarkedDays.Touch(database, [one], changes);
        // A roster says who sat at a shared account.
        if (record is RosterDay && database.People.Roster.Conflicts.Any()) changes.Fold(new(null, first.AddDays(-Facts.Seating.Margin), last.AddDays(Facts.Seating.Margin)));
    }

    private static Shop ShopOf<TRecord>(Database database, RecordKind<TRecord> kind, TRecord record) where TRecord : class => kind.ShopOf(record) is { Length: > 0 } shop ? database.Shops.GetOrAdd(shop) : Shops.Company;
}

/// <summary>Keeps a step and the records that come true with it in one breath, and settles what they change, as an import would; the history of imports shows it.</summary>
public sealed class ByHand(Database database, string folder, TimeProvider time)
{
    /// <summary>The next step of a matter. Of two at once the second is told.</summary>
    /// <param name="format">The format that an import of the records would have, such as <c>incidents</c>.</param>
    public Refusal? Keep<T>(MatterKind<T> kind, KeptMatter<T> seen, T happens, string format, params IReadOnlyList<HandRecord> records) where T : MatterStep =>
        Keep(seen.Subject, format, happens.Who, records, source => database.Matters(kind).Append(seen, happens, HandRecord.Keep(records, database, source)));

    /// <summary>The first step of a new one; null where there is one of its key, or a refusal.</summary>
    public (KeptMatter<T>? Begun, Refusal? Refused) Begin<T>(MatterKind<T> kind, MatterOf of, T first, string format, params IReadOnlyList<HandRecord> records) where T : MatterStep
    {
        KeptMatter<T>? begun = null;
        var refused = Keep(kind.Name, format, first.Who, records, source => (begun = database.Matters(kind).Begin(of, first, HandRecord.Keep(records, database, source))) is not null);
        return (begun, refused);
    }

    private Refusal? Keep(string name, string format, string by, IReadOnlyList<HandRecord> records, Func<ImportSource, bool> put)
    {
        if (ImportRun.WhenFree(database, folder, time) is not { } run) return DoingWords.Busy;
        using (run)
        {
            var first = true;
            run.Keep(name, format, by, (source, changes) =>
            {
                first = put(source);
                if (first) HandRecord.Touch(records, database, changes);
            });
            return first ? null : DoingWords.ChangedMeanwhile;
        }
    }
}
