using System.Data.Common;
using Dapper;
using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store.Packing;

namespace Heng.Store;

/// <summary>What is known of a kept day without opening it.</summary>
public sealed record DayInfo(DateOnly Day, long Revision, int Messages, int RuleSetVersion, int Folded, int Filtered);

/// <summary>Another import wrote the day between its loading and its saving; load it again and merge again.</summary>
public sealed class DayChangedException(DateOnly day) : Exception(FormattableString.Invariant($"{day:yyyy-MM-dd} was changed by another import"));

/// <summary>A merged day as it is written: its columns, its transcript in blocks, and the versions that lost, each with the import of the one that stands.</summary>
public sealed record PackedDay(
    DateOnly Day, long Revision, int Messages, byte[] Columns, IReadOnlyList<byte[]> Blocks, IReadOnlyList<SupersededMessage> Superseded, IReadOnlyDictionary<UInt128, long> Standing);

/// <summary>
/// A shop's business days of messages, with the facts that follow. A day is written whole in one transaction:
/// whoever is interrupted leaves the old day or the new one.
/// </summary>
public sealed class Days
{
    private readonly Database database;
    private readonly Transcripts transcripts;

    internal Days(Database database) => (this.database, transcripts) = (database, new(database));

    public IReadOnlyList<DayInfo> All(int shop) => Between(shop, DateOnly.MinValue, DateOnly.MaxValue);

    public IReadOnlyList<DayInfo> Between(int shop, DateOnly from, DateOnly to) => database.Read(c => c
        .Query<(long Day, long Revision, long Messages, long Rules, long Folded, long Filtered)>(
            "SELECT day, revision, messages, rule_set_version, folded, filtered FROM message_day WHERE shop_id = @shop AND day BETWEEN @from AND @to ORDER BY day",
            new { shop, from = Stored.Day(from), to = Stored.Day(to) })
        .Select(d => new DayInfo(Stored.Day(d.Day), d.Revision, (int)d.Messages, (int)d.Rules, (int)d.Folded, (int)d.Filtered)).ToList());

    /// <summary>The day, or null when nothing was kept of it. With text come ids, keys and content hashes too, as a merge needs them.</summary>
    public DayRecords? Load(int shop, DateOnly day, bool withText) => database.Snapshot(c =>
    {
        var records = Columns(c, shop, day);
        return records is null || !withText ? records : transcripts.WithText(c, shop, records);
    });

    private static DayRecords? Columns(DbConnection c, int shop, DateOnly day)
    {
        var row = c.QueryFirstOrDefault<(long Revision, byte[]? Columns)>(
            "SELECT revision, columns FROM message_day WHERE shop_id = @shop AND day = @day", new { shop, day = Stored.Day(day) });
        return row.Columns is { } packed ? DayPacking.Unpack(day, row.Revision, packed) : null;
    }

    /// <summary>The day as <see cref="Load"/> gives it, or an empty one to merge into.</summary>
    public DayRecords LoadOrEmpty(int shop, DateOnly day, ShopClock clock) => Load(shop, day, withText: true) ?? DayRecords.Empty(day, clock.StartOf(day));

    /// <summary>An empty day that takes the place of what is kept: <c>import --replace</c> merges into it and saves.</summary>
    public DayRecords Cleared(int shop, DateOnly day, ShopClock clock) =>
        DayRecords.Empty(day, clock.StartOf(day), Between(shop, day, day) is [var kept] ? kept.Revision : 0);

    /// <summary>What one buyer and the given accounts (all when none is given) wrote to each other, in the order of the fold. Opens only their blocks.</summary>
    public IReadOnlyList<Message> LoadConversation(int shop, DateOnly day, int buyer, params IReadOnlyList<int> accounts) =>
        database.Snapshot(c => Columns(c, shop, day) is { } records ? transcripts.Of(c, shop, records, buyer, accounts) : []);

    /// <summary>All messages of the day, in the order of the fold.</summary>
    public IReadOnlyList<Message> LoadMessages(int shop, DateOnly day) => Load(shop, day, withText: true) is { } records ? transcripts.All(shop, records) : [];

    public IReadOnlyList<SupersededMessage> LoadSuperseded(int shop, DateOnly day) => database.Read(c => c
        .Query<string>("SELECT payload FROM superseded WHERE shop_id = @shop AND kind = 'message' AND day = @day ORDER BY natural_key, content_hash", new { shop, day = Stored.Day(day) })
        .Select(Stored.Record<SupersededText>).Select(s => s.Message).ToList());

    /// <summary>What <see cref="Save(int, PackedDay, DayFacts, int, DayQuality)"/> will write. Touches no database, so that it can go on beside other work. <paramref name="records"/> carries its text.</summary>
    public static PackedDay Pack(DayRecords records, IReadOnlyList<SupersededMessage> superseded)
    {
        var rows = DayPacking.Order(records);
        var starts = DayPacking.Conversations(records, rows);
        return new(records.Day, records.Revision, records.Count, DayPacking.Pack(records, rows, starts), TranscriptPacking.Pack(records, rows, starts), superseded, Standing(records, superseded));
    }

    /// <inheritdoc cref="Save(int, PackedDay, DayFacts, int, DayQuality)"/>
    public void Save(int shop, DayRecords records, IReadOnlyList<SupersededMessage> superseded, DayFacts facts, int ruleSetVersion, DayQuality? quality = null) =>
        Save(shop, Pack(records, superseded), facts, ruleSetVersion, quality);

    /// <summary>
    /// Keeps the merged day, its superseded versions, its facts and what rules found in place of what was there, in one transaction. The day carries the revision it was loaded with.
    /// </summary>
    /// <exception cref="DayChangedException">The day was written since it was loaded.</exception>
    public void Save(int shop, PackedDay day, DayFacts facts, int ruleSetVersion, DayQuality? quality = null)
    {
        var key = new { shop, day = Stored.Day(day.Day) };
        database.Write(Durability.Bulk, t =>
        {
            t.Alone("day" + Stored.Text(shop));
            if (t.Scalar<long>("SELECT COALESCE(MAX(revision), 0) FROM message_day WHERE shop_id = @shop AND day = @day", key) != day.Revision) throw new DayChangedException(day.Day);
            foreach (var table in new[] { "message_day", "transcript" }) t.Execute($"DELETE FROM {table} WHERE shop_id = @shop AND day = @day", key);
            Superseded.ForgetDay(t, shop, key.day);
            t.Insert("message_day", "shop_id, day, revision, messages, rule_set_version, folded, filtered, columns",
                [[key.shop, key.day, day.Revision + 1, day.Messages, ruleSetVersion, facts.Folded, facts.Filtered, day.Columns]]);
            t.Insert("transcript", "shop_id, day, block, payload", day.Blocks.Select((payload, block) => (object?[])[key.shop, key.day, block, payload]));
            Superseded.Keep(t, shop, Superseded.Messages, key.day, day.Superseded.Select(s =>
                (SupersededText.KeyOf(s), s.Content, s.Source, day.Standing[s.Key], Stored.Payload(SupersededText.Of(s)))));
            ChatFacts.Replace(t, shop, facts, ruleSetVersion);
            Put(t, shop, quality ?? DayQuality.None(day.Day), ruleSetVersion);
            // In the same transaction, for a kept day that is not covered would count as missing.
            if (day.Messages > 0) Coverage.Add(t, shop, Source.Chat, day.Day, day.Day);
        });
    }

    /// <summary>The day's facts under another rule set, or other quality rules; its records stay as they are.</summary>
    public void SaveFacts(int shop, DayFacts facts, int ruleSetVersion, DayQuality? quality = null) => database.Write(Durability.Bulk, t =>
    {
        t.Alone("day" + Stored.Text(shop));
        t.Execute("UPDATE message_day SET rule_set_version = @version, folded = @folded, filtered = @filtered WHERE shop_id = @shop AND day = @day",
            new { shop, day = Stored.Day(facts.Day), version = (long)ruleSetVersion, folded = (long)facts.Folded, filtered = (long)facts.Filtered });
        ChatFacts.Replace(t, shop, facts, ruleSetVersion);
        Put(t, shop, quality ?? DayQuality.None(facts.Day), ruleSetVersion);
    });

    private static void Put(Transaction t, int shop, DayQuality quality, int ruleSetVersion)
    {
        Findings.Replace(t, shop, quality);
        Facts.Replace(t, shop, quality.Day, quality.Day, _ => ruleSetVersion, new(FactPart.Quality, Pipeline.AgentDays(quality.Contributions), quality.Contributions));
        Coverage.Set(t, shop, Source.Quality, quality.Day, quality.Covered);
    }

    /// <summary>The import of the version that stands over each superseded one.</summary>
    private static Dictionary<UInt128, long> Standing(DayRecords records, IReadOnlyList<SupersededMessage> superseded)
    {
        var wanted = superseded.Select(s => s.Key).ToHashSet();
        var standing = new Dictionary<UInt128, long>(wanted.Count);
        for (var row = 0; row < records.Count && wanted.Count > 0; row++)
            if (wanted.Contains(records.Key![row])) standing[records.Key[row]] = records.Sources[records.Source[row]].Import;
        return standing;
    }
}
