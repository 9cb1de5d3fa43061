using System.Data.Common;
using Dapper;
using Heng.Engine.Records;
using Heng.Store.Packing;

namespace Heng.Store;

/// <summary>Brings the texts back to a day's columns: all of them, or one conversation's. The connection is the one that read the columns, in one snapshot: an import may replace the day meanwhile.</summary>
internal sealed class Transcripts(Database database)
{
    public DayRecords WithText(DbConnection c, int shop, DayRecords day)
    {
        var (texts, ids) = (new Utf8Text[day.Count], new Utf8Text[day.Count]);
        var row = 0;
        foreach (var payload in c.Query<byte[]>("SELECT payload FROM transcript WHERE shop_id = @shop AND day = @day ORDER BY block", new { shop, day = Stored.Day(day.Day) }, buffered: false))
            row = TranscriptPacking.Unpack(payload, row, texts, ids);
        if (row != day.Count) throw new InvalidDataException("a day's transcript and its columns do not agree");
        var (keys, contents) = Hashes(shop, day, texts, ids);
        return new()
        {
            Day = day.Day, Start = day.Start, Revision = day.Revision, Count = day.Count, Second = day.Second, From = day.From, Kind = day.Kind, Buyer = day.Buyer,
            Account = day.Account, Target = day.Target, Length = day.Length, Sequence = day.Sequence, Source = day.Source, Sources = day.Sources,
            Text = texts, PlatformId = ids, Key = keys, Content = contents,
        };
    }

    private (UInt128[], ulong[]) Hashes(int shop, DayRecords day, Utf8Text[] texts, Utf8Text[] ids)
    {
        var buyers = HashesOf(database.Names.Buyers, shop, day.Buyer);
        var accounts = HashesOf(database.Names.Accounts, shop, day.Account.Concat(day.Target.Where(t => t > 0)));
        accounts[0] = MergeHash.OfName(null);
        var (keys, contents) = (new UInt128[day.Count], new ulong[day.Count]);
        var characters = new Utf8Characters();
        for (var i = 0; i < day.Count; i++)
        {
            var (buyer, account, target) = (buyers[day.Buyer[i]], accounts[day.Account[i]], accounts[day.Target[i]]);
            if (!ids[i].IsNone) keys[i] = MergeHash.Key(characters.Of(ids[i]));
            var said = characters.Of(texts[i]);
            if (ids[i].IsNone) keys[i] = MergeHash.Key(buyer, account, day.At(i), day.From[i], day.Kind[i], said);
            contents[i] = MergeHash.Content(buyer, account, target, day.At(i), day.From[i], day.Kind[i], said);
        }
        return (keys, contents);
    }

    private static Dictionary<int, ulong> HashesOf(NameTable table, int shop, IEnumerable<int> ids) =>
        table.NamesOf(shop, ids).ToDictionary(n => n.Key, n => MergeHash.OfName(n.Value));

    public IReadOnlyList<Message> Of(DbConnection c, int shop, DayRecords day, int buyer, IReadOnlyList<int> accounts)
    {
        var (texts, ids) = (new Utf8Text[day.Count], new Utf8Text[day.Count]);
        var rows = new List<int>();
        var opened = new HashSet<int>();
        int conversation = -1, blockStart = 0;
        for (var row = 0; row < day.Count; row++)
        {
            if (row == 0 || day.Account[row] != day.Account[row - 1] || day.Buyer[row] != day.Buyer[row - 1])
                if (++conversation % TranscriptPacking.ConversationsPerBlock == 0) blockStart = row;
            if (day.Buyer[row] != buyer || accounts.Count > 0 && !accounts.Contains(day.Account[row])) continue;
            var block = conversation / TranscriptPacking.ConversationsPerBlock;
            if (opened.Add(block))
                TranscriptPacking.Unpack(c.QuerySingle<byte[]>("SELECT payload FROM transcript WHERE shop_id = @shop AND day = @day AND block = @block",
                    new { shop, day = Stored.Day(day.Day), block = (long)block }), blockStart, texts, ids);
            rows.Add(row);
        }
        return Messages(shop, day, rows, texts, ids);
    }

    /// <summary>Every message of a day that has its text.</summary>
    public IReadOnlyList<Message> All(int shop, DayRecords day) => Messages(shop, day, [.. Enumerable.Range(0, day.Count)], day.Text!, day.PlatformId!);

    private List<Message> Messages(int shop, DayRecords day, List<int> rows, Utf8Text[] texts, Utf8Text[] ids)
    {
        var shopName = database.Shops.Find(shop)?.Name ?? "";
        var buyers = database.Names.Buyers.NamesOf(shop, rows.Select(r => day.Buyer[r]));
        var accounts = database.Names.Accounts.NamesOf(shop, rows.SelectMany(r => new[] { day.Account[r], day.Target[r] }).Where(a => a > 0));
        return [.. rows.OrderBy(r => day.Second[r]).ThenBy(r => day.Sequence[r]).ThenBy(r => day.From[r]).Select(r => new Message(
            shopName, buyers[day.Buyer[r]], accounts[day.Account[r]], day.At(r), day.From[r], day.Kind[r],
            day.Target[r] > 0 ? accounts[day.Target[r]] : null, texts[r].ToString(), ids[r].Said, day.Sequence[r]))];
    }
}
