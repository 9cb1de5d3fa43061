using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A kind of matters: the name it is stored under (never renamed), and what a step is called in the log of decisions.</summary>
public sealed record MatterKind<T>(string Name, Func<T, string> WhatOf)
    where T : MatterStep;

/// <summary>Whom a matter concerns (empty: nobody in particular), the days it speaks of, and, where there may be one alone of its like, its key.</summary>
public readonly record struct MatterOf(string About, DateOnly First, DateOnly Last, string? Key = null)
{
    public MatterOf(string about, DateOnly day) : this(about, day, day) { }
}

/// <summary>A matter (事项) as kept, with every step in order.</summary>
public sealed record KeptMatter<T>(string Kind, long Id, MatterOf Of, IReadOnlyList<T> Happened)
    where T : MatterStep
{
    /// <summary>What decisions about it are noted under.</summary>
    public string Subject => Kind + "/" + Stored.Text(Id);
}

/// <summary>A record that comes true with a step, kept in the same breath or not at all.</summary>
public sealed class KeptWith
{
    private readonly Action<Database, Transaction> put;

    private KeptWith(Action<Database, Transaction> put) => this.put = put;

    public static KeptWith Of<TRecord>(RecordKind<TRecord> kind, int shop, TRecord record, ImportSource source) where TRecord : class =>
        new((database, t) => database.Records(kind).Follow(t, shop, record, source));

    internal void Put(Database database, Transaction t) => put(database, t);
}

/// <summary>The matters of one kind, appended and never changed.</summary>
public sealed class Matters<T>(Database database, MatterKind<T> kind)
    where T : MatterStep
{
    private const string Table = "matter";

    public KeptMatter<T>? Find(long id) => Rows("m.matter_id = @id", new { kind = kind.Name, id }).FirstOrDefault();
    public KeptMatter<T>? Find(string key) => Rows("m.natural_key = @key", new { kind = kind.Name, key }).FirstOrDefault();
    public IReadOnlyList<KeptMatter<T>> All => Rows("1 = 1", new { kind = kind.Name });
    public IReadOnlyList<KeptMatter<T>> About(string person) => Rows("m.about = @person", new { kind = kind.Name, person });

    /// <summary>How many steps were ever taken; while that stays the same, so does what is worked out of them.</summary>
    public long Steps => database.Read(c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM matter_event WHERE kind = @Name", new { kind.Name }));

    /// <summary>Those that speak of any of the days.</summary>
    public IReadOnlyList<KeptMatter<T>> Between(DateOnly from, DateOnly to) =>
        Rows("m.last_day >= @from AND m.first_day <= @to", new { kind = kind.Name, from = Stored.Day(from), to = Stored.Day(to) });

    /// <summary>Of those that speak of any of the days at most so many, begun before another: the newest first.</summary>
    public IReadOnlyList<KeptMatter<T>> Before(long id, int most, DateOnly from, DateOnly to) =>
    [
        .. Rows("m.matter_id IN (SELECT matter_id FROM matter WHERE kind = @kind AND matter_id < @id AND last_day >= @from AND first_day <= @to ORDER BY matter_id DESC LIMIT @most)",
            new { kind = kind.Name, id, most, from = Stored.Day(from), to = Stored.Day(to) }).AsEnumerable().Reverse(),
    ];

    /// <summary>Begins one with its first step; null, and nothing kept, where there is one of that key.</summary>
    public KeptMatter<T>? Begin(MatterOf of, T first, params IReadOnlyList<KeptWith> also) => database.Write(Durability.Full, t =>
    {
        t.Alone(Table + kind.Name);
        if (of.Key is { } key && t.Scalar<long>("SELECT COUNT(*) FROM matter WHERE kind = @Name AND natural_key = @key", new { kind.Name, key }) > 0) return null;
        var id = t.Scalar<long>("SELECT COALESCE(MAX(matter_id), 0) FROM matter WHERE kind = @Name", new { kind.Name }) + 1;
        t.Execute("INSERT INTO matter (kind, matter_id, about, first_day, last_day, natural_key) VALUES (@Name, @id, @About, @first, @last, @Key)",
            new { kind.Name, id, of.About, first = Stored.Day(of.First), last = Stored.Day(of.Last), of.Key });
        var begun = new KeptMatter<T>(kind.Name, id, of, [first]);
        Put(t, begun.Subject, id, 1, first, also);
        return begun;
    });

    /// <summary>Keeps a step where nothing else has happened since; false, and nothing kept, where something has.</summary>
    public bool Append(KeptMatter<T> seen, T happens, params IReadOnlyList<KeptWith> also) => database.Write(Durability.Full, t =>
    {
        t.Alone(Table + kind.Name);
        if (t.Scalar<long>("SELECT COUNT(*) FROM matter_event WHERE kind = @Name AND matter_id = @Id", new { kind.Name, seen.Id }) != seen.Happened.Count) return false;
        Put(t, seen.Subject, seen.Id, seen.Happened.Count + 1, happens, also);
        return true;
    });

    private void Put(Transaction t, string subject, long id, int seq, T happens, IReadOnlyList<KeptWith> also)
    {
        t.Execute("INSERT INTO matter_event (kind, matter_id, seq, kept_by, kept_at, payload) VALUES (@Name, @id, @seq, @Who, @at, @payload)",
            new { kind.Name, id, seq = (long)seq, happens.Who, at = happens.At.UnixSeconds, payload = Stored.Payload(happens) });
        Decisions.Append(t, happens.At, happens.Who, kind.WhatOf(happens), subject, happens.Why);
        foreach (var record in also) record.Put(database, t);
    }

    private List<KeptMatter<T>> Rows(string condition, object with) => database.Read(c => c.Query<Row>($"""
        SELECT m.matter_id, m.about, m.first_day, m.last_day, m.natural_key, e.payload FROM matter m JOIN matter_event e ON e.kind = m.kind AND e.matter_id = m.matter_id
        WHERE m.kind = @kind AND {condition} ORDER BY m.matter_id, e.seq
        """, with).GroupBy(r => r.matter_id)
        .Select(g => new KeptMatter<T>(kind.Name, g.Key, g.First().Of, [.. g.Select(r => Stored.Record<T>(r.payload))])).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(long matter_id, string about, long first_day, long last_day, string? natural_key, string payload)
    {
        public MatterOf Of => new(about, Stored.Day(first_day), Stored.Day(last_day), natural_key);
    }
#pragma warning restore IDE1006, CA1812
}
