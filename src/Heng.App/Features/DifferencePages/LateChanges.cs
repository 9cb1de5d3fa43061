using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Heng.App.Features.Closing;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.DifferencePages;

/// <summary>
/// Something that a closed month was not made of, or was made of otherwise (结账后的变动): an order's credit, a rating, a review, a small record, or a day of chats. Person is empty
/// where a record is nobody's; Import tells which file brought it as it is now, where one did.
/// </summary>
public sealed record LateChange(string Kind, string Id, DateOnly? Day, string Person, bool Before, bool Now, string? Order, ImportFile? Import);

/// <summary>What came after a month was closed: the inputs that were kept at the closing beside those of today, person by person.</summary>
public sealed class LateChanges(Database database)
{
    private static readonly string[] OfMonths = ["entry", "attendance", "adjustment", "employment"];

    /// <summary>Null for a month that was closed before inputs were kept.</summary>
    public IReadOnlyList<LateChange>? Of(Month month)
    {
        if (database.ClosedInputs.Find(SealedMonth.Company, month) is not { } then) return null;
        ClosedInput now = then with { Tables = database.ClosedInputs.Now(month) };
        var roster = database.People.Roster;
        return [.. Facts(then, now, month, roster).Concat(Chats(then, now, month, roster)).Concat(Records(then, now)).OrderBy(c => c.Day).ThenBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal)
            .ThenBy(c => c.Person, StringComparer.Ordinal)];
    }

    private IEnumerable<LateChange> Facts(ClosedInput then, ClosedInput now, Month month, Roster roster)
    {
        static IEnumerable<((long Shop, FactKind Kind, string Fact, long Agent) Key, string Text)> Rows(ClosedInput of, Month month) => of
            .RowsOf("contribution", "shop_id", "kind", "fact_id", "agent_id", "day", "part", "measures").Where(r => month.Holds(DayOf((long)r[4]!)))
            .Select(r => (((long)r[0]!, (FactKind)(long)r[1]!, (string)r[2]!, (long)r[3]!), $"{r[4]} {r[5]} {Convert.ToBase64String((byte[])r[6]!)}"));
        foreach (var ((shop, kind, fact, agent), texts) in Changed(Rows(then, month), Rows(now, month)))
        {
            if (agent <= 0) continue;
            var day = DayOf(long.Parse((texts.Now ?? texts.Before)!.Split(' ')[0], CultureInfo.InvariantCulture));
            var order = kind switch { FactKind.Order => fact, FactKind.Review => fact.Split('/')[0], _ => null };
            var (name, id) = RecordFact.Parts(fact) is var (record, key) ? (record, string.Join(" · ", key)) : (CommandLine.Json.Kebab(kind), fact);
            yield return new(name, id, day, roster.NameOf((int)agent) ?? "", texts.Before is not null, texts.Now is not null, order, order is null ? null : ImportOf((int)shop, kind, fact, order));
        }
    }

    /// <summary>Days of chats that were counted otherwise; which of their messages came late is not kept.</summary>
    private static IEnumerable<LateChange> Chats(ClosedInput then, ClosedInput now, Month month, Roster roster)
    {
        static IEnumerable<((long Shop, long Day, long Agent) Key, string Text)> Rows(ClosedInput of, Month month) => of
            .RowsOf("agent_day", "shop_id", "day", "agent_id", "part", "measures", "first_waits", "round_waits").Where(r => (string)r[3]! == FactPart.Chat && month.Holds(DayOf((long)r[1]!)))
            .Select(r => (((long)r[0]!, (long)r[1]!, (long)r[2]!), string.Join(' ', r.Skip(4).Select(b => Convert.ToBase64String((byte[])b!)))));
        foreach (var ((_, day, agent), texts) in Changed(Rows(then, month), Rows(now, month)).Where(c => c.Key.Agent > 0))
            yield return new("chats", DayOf(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DayOf(day), roster.NameOf((int)agent) ?? "", texts.Before is not null, texts.Now is not null, null, null);
    }

    private IEnumerable<LateChange> Records(ClosedInput then, ClosedInput now)
    {
        foreach (var table in OfMonths.Append("record"))
        {
            IEnumerable<((long Shop, string Kind, string Key) Key, string Text)> Rows(ClosedInput of) => table == "record"
                ? of.RowsOf(table, "shop_id", "natural_key", "content_hash", "kind").Select(r => (((long)r[0]!, (string)r[3]!, (string)r[1]!), $"{r[2]}"))
                : of.RowsOf(table, "shop_id", "natural_key", "content_hash").Select(r => (((long)r[0]!, table, (string)r[1]!), $"{r[2]}"));
            var rows = now.RowsOf(table, "shop_id", "natural_key", "payload", "import_id").Concat(then.RowsOf(table, "shop_id", "natural_key", "payload", "import_id")).ToLookup(r => ((long)r[0]!, (string)r[1]!));
            foreach (var ((shop, kind, key), texts) in Changed(Rows(then), Rows(now)))
            {
                var row = rows[(shop, key)].First();
                yield return new(kind, Shown(kind, key.Split('\u001F')), null, PersonIn((string)row[2]!), texts.Before is not null, texts.Now is not null, null,
                    texts.Now is null ? null : database.Imports.Find((long)row[3]!));
            }
        }
    }

    private static IEnumerable<(TKey Key, (string? Before, string? Now) Texts)> Changed<TKey>(IEnumerable<(TKey Key, string Text)> then, IEnumerable<(TKey Key, string Text)> now)
        where TKey : notnull
    {
        static Dictionary<TKey, string> Told(IEnumerable<(TKey Key, string Text)> rows) => rows.GroupBy(r => r.Key, r => r.Text).ToDictionary(g => g.Key, g => string.Join('\n', g.Order(StringComparer.Ordinal)));
        var (before, after) = (Told(then), Told(now));
        return before.Keys.Union(after.Keys).Select(key => (key, (before.GetValueOrDefault(key), after.GetValueOrDefault(key)))).Where(c => c.Item2.Item1 != c.Item2.Item2);
    }

    /// <summary>The file that last told of the order, its refunds or its review.</summary>
    private ImportFile? ImportOf(int shop, FactKind kind, string fact, string order)
    {
        using var connection = database.Connect();
        var import = connection.ExecuteScalar<long?>(kind == FactKind.Review
            ? "SELECT import_id FROM review WHERE shop_id = @shop AND natural_key = @review"
            : "SELECT MAX(import_id) FROM (SELECT import_id FROM order_record WHERE shop_id = @shop AND natural_key = @order UNION ALL SELECT import_id FROM record WHERE shop_id = @shop AND kind IN ('refund', 'order-item') AND natural_key LIKE @parts) o",
            new { shop = (long)shop, order, review = fact.Replace('/', '\u001F'), parts = order.Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal) + "\u001F%" });
        return import is { } id ? database.Imports.Find(id) : null;
    }

    // A reward's key holds the number of its kind, which tells nobody anything.
    private static string Shown(string kind, string[] key) => string.Join(" · ", (kind == "adjustment" ? key.Where((_, i) => i is not (1 or 2)) : key).Where(k => k.Length > 0));

    private static string PersonIn(string payload) => JsonNode.Parse(payload) is JsonObject of ? (of["Agent"] ?? of["Name"] ?? of["Person"])?.GetValue<string>() ?? "" : "";

    private static DateOnly DayOf(long day) => new((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100));
}
