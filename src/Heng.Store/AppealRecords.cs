using System.Globalization;
using Dapper;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>What an appeal asks to stand instead: whose the order is, the points, the days; of other facts nothing is to be said.</summary>
public sealed record AppealWish(string? Person = null, decimal? Points = null, decimal? DueDays = null, decimal? PaidDays = null);

/// <summary>An appeal (申诉) as kept. Moved is who moved by its correction; null where none was accepted.</summary>
public sealed record KeptAppeal(long Id, string Shop, CorrectedFact Kind, string Fact, DateOnly Day, AppealWish Wish, AppealState State)
{
    public IReadOnlyList<Moved>? Moved { get; init; }

    /// <summary>What decisions about it, and its correction, are noted under.</summary>
    public string Subject => SubjectOf(Id);
    public static string SubjectOf(long id) => "appeal/" + id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An answer that corrects: the record that stands from now on, where it belongs, and who moves by it.</summary>
public sealed record AcceptedCorrection(int Shop, Correction Correction, ImportSource Source, IReadOnlyList<Moved> Moved);

/// <summary>Appeals and what happened to them, appended and never changed.</summary>
public sealed class AppealRecords(Database database)
{
    public IReadOnlyList<KeptAppeal> All => Rows("1 = 1", new { });
    public IReadOnlyList<KeptAppeal> By(string agent) => Rows("agent = @agent", new { agent });
    public IReadOnlyList<KeptAppeal> About(CorrectedFact kind, string fact) => Rows("kind = @kind AND fact = @fact", new { kind = (long)kind, fact });
    public KeptAppeal? Find(long id) => Rows("appeal_id = @id", new { id }).FirstOrDefault();

    /// <summary>Raises it where there are so many about the fact as were seen, all together with so many events; null where another came first.</summary>
    public KeptAppeal? Raise(string shop, CorrectedFact kind, string fact, DateOnly day, AppealWish wish, AppealHappening raised, IReadOnlyList<KeptAppeal> seen) => database.Write(Durability.Full, t =>
    {
        t.Alone("appeal");
        var events = t.Scalar<long>("SELECT COUNT(*) FROM appeal_event WHERE appeal_id IN (SELECT appeal_id FROM appeal WHERE kind = @kind AND fact = @fact)", new { kind = (long)kind, fact });
        if (events != seen.Sum(a => a.State.Happened.Count)) return null;
        var id = t.Scalar<long>("SELECT COALESCE(MAX(appeal_id), 0) FROM appeal") + 1;
        t.Execute("INSERT INTO appeal (appeal_id, agent, shop, kind, fact, day, wish) VALUES (@id, @Who, @shop, @kind, @fact, @day, @wish)",
            new { id, raised.Who, shop, kind = (long)kind, fact, day = Stored.Day(day), wish = Stored.Payload(wish) });
        Append(t, id, 1, raised, null);
        return new KeptAppeal(id, shop, kind, fact, day, wish, new(raised.Who, [raised]));
    });

    /// <summary>
    /// Keeps what happens where nothing else has since; false, and nothing kept, where something has. An answer, the decision in the chain, and the correction of an accepted one
    /// are kept in the same breath: none is ever there without the others.
    /// </summary>
    public bool Append(KeptAppeal seen, AppealHappening happens, AcceptedCorrection? accepted = null) => database.Write(Durability.Full, t =>
    {
        t.Alone("appeal");
        if (t.Scalar<long>("SELECT COUNT(*) FROM appeal_event WHERE appeal_id = @Id", new { seen.Id }) != seen.State.Happened.Count) return false;
        Append(t, seen.Id, seen.State.Happened.Count + 1, happens, accepted?.Moved);
        if (accepted is { } correction) database.Records(RecordKinds.Corrections).Merge(t, correction.Shop, correction.Correction, correction.Source);
        return true;
    });

    private static void Append(Transaction t, long id, int seq, AppealHappening happens, IReadOnlyList<Moved>? moved)
    {
        t.Execute("INSERT INTO appeal_event (appeal_id, seq, what, kept_by, kept_at, why, moved) VALUES (@id, @seq, @what, @Who, @at, @Why, @moved)",
            new { id, seq = (long)seq, what = (long)happens.What, happens.Who, at = happens.At.UnixSeconds, happens.Why, moved = moved is null ? null : Stored.Payload(moved) });
        Decisions.Append(t, happens.At, happens.Who, "appeal-" + happens.What.ToString().ToLowerInvariant(), KeptAppeal.SubjectOf(id), happens.Why);
    }

    private List<KeptAppeal> Rows(string condition, object with) => database.Read(c =>
    {
        var events = c.Query<EventRow>($"SELECT appeal_id, what, kept_by, kept_at, why, moved FROM appeal_event WHERE appeal_id IN (SELECT appeal_id FROM appeal WHERE {condition}) ORDER BY appeal_id, seq", with).ToLookup(e => e.appeal_id);
        return c.Query<Row>($"SELECT appeal_id, agent, shop, kind, fact, day, wish FROM appeal WHERE {condition} ORDER BY appeal_id", with).ToList()
            .ConvertAll(r => r.With([.. events[r.appeal_id]]));
    });

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record EventRow(long appeal_id, long what, string kept_by, long kept_at, string why, string? moved)
    {
        public AppealHappening Happening => new((AppealEvent)what, kept_by, new(kept_at), why);
    }

    private sealed record Row(long appeal_id, string agent, string shop, long kind, string fact, long day, string wish)
    {
        public KeptAppeal With(IReadOnlyList<EventRow> events) =>
            new(appeal_id, shop, (CorrectedFact)kind, fact, Stored.Day(day), Stored.Record<AppealWish>(wish), new(agent, [.. events.Select(e => e.Happening)]))
            { Moved = events.Select(e => e.moved).LastOrDefault(m => m is not null) is { } moved ? Stored.Record<List<Moved>>(moved) : null };
    }
#pragma warning restore IDE1006, CA1812
}
