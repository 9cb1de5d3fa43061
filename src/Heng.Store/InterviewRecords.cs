using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Store;

/// <summary>What an interview is about: a month's results, and of which assessment it is a part where it is one.</summary>
public readonly record struct InterviewAbout(Month Month, string? Scheme = null, Cycle? Cycle = null);

/// <summary>An interview (面谈) as kept. Text is the one that stands; Texts all that were written, in order. Follows is the one it goes on from.</summary>
public sealed record KeptInterview(long Id, InterviewAbout About, long? Follows, InterviewState State, IReadOnlyList<InterviewText> Texts)
{
    public InterviewText? Text => Texts.Count == 0 ? null : Texts[^1];
    /// <summary>What decisions about it are noted under.</summary>
    public string Subject => SubjectOf(Id);
    public static string SubjectOf(long id) => "interview/" + id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Records of interviews and their signatures, appended and never changed.</summary>
public sealed class InterviewRecords(Database database)
{
    public KeptInterview? Find(long id) => Rows("interview_id = @id", new { id }).FirstOrDefault();
    public IReadOnlyList<KeptInterview> With(string agent) => Rows("agent = @agent", new { agent });
    public IReadOnlyList<KeptInterview> In(Month month) => Rows("month = @month", new { month = Stored.Month(month) });
    public IReadOnlyList<KeptInterview> After(long id) => Rows("follows = @id", new { id });
    public IReadOnlyList<KeptInterview> All => Rows("1 = 1", new { });

    /// <summary>SHA-256 over the text as it is kept: what both sign.</summary>
    public static string HashOf(InterviewText text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Stored.Payload(text))));

    /// <summary>Begins one with its first text; null where the one it goes on from has a next already.</summary>
    public KeptInterview? Begin(InterviewAbout about, long? follows, InterviewState state, InterviewHappening written, InterviewText text) => database.Write(Durability.Full, t =>
    {
        t.Alone("interview");
        if (follows is { } before && t.Scalar<long>("SELECT COUNT(*) FROM interview WHERE follows = @before", new { before }) > 0) return null;
        var id = t.Scalar<long>("SELECT COALESCE(MAX(interview_id), 0) FROM interview") + 1;
        t.Execute("INSERT INTO interview (interview_id, agent, led_by, level, follows, month, scheme, cycle) VALUES (@id, @With, @By, @level, @follows, @month, @Scheme, @cycle)",
            new { id, state.With, state.By, level = (long)state.Level, follows, month = Stored.Month(about.Month), about.Scheme, cycle = about.Cycle?.ToString() });
        Append(t, id, 1, written, text);
        return new KeptInterview(id, about, follows, state with { Happened = [written] }, [text]);
    });

    /// <summary>Keeps what happens where nothing else has since; false, and nothing kept, where something has.</summary>
    public bool Append(KeptInterview seen, InterviewHappening happens, InterviewText? text = null) => database.Write(Durability.Full, t =>
    {
        t.Alone("interview");
        if (t.Scalar<long>("SELECT COUNT(*) FROM interview_event WHERE interview_id = @Id", new { seen.Id }) != seen.State.Happened.Count) return false;
        Append(t, seen.Id, seen.State.Happened.Count + 1, happens, text);
        return true;
    });

    private static void Append(Transaction t, long id, int seq, InterviewHappening happens, InterviewText? text)
    {
        t.Execute("INSERT INTO interview_event (interview_id, seq, what, kept_by, kept_at, hash, why, words) VALUES (@id, @seq, @what, @Who, @at, @Hash, @Why, @words)",
            new { id, seq = (long)seq, what = (long)happens.What, happens.Who, at = happens.At.UnixSeconds, happens.Hash, happens.Why, words = text is null ? null : Stored.Payload(text) });
        // The chain holds the hash alone: what was said is between the two and those who answer for them.
        Decisions.Append(t, happens.At, happens.Who, "interview-" + happens.What.ToString().ToLowerInvariant(), KeptInterview.SubjectOf(id), happens.Hash);
    }

    private List<KeptInterview> Rows(string condition, object with) => database.Read(c =>
    {
        var events = c.Query<EventRow>($"SELECT interview_id, what, kept_by, kept_at, hash, why, words FROM interview_event WHERE interview_id IN (SELECT interview_id FROM interview WHERE {condition}) ORDER BY interview_id, seq", with).ToLookup(e => e.interview_id);
        return c.Query<Row>($"SELECT interview_id, agent, led_by, level, follows, month, scheme, cycle FROM interview WHERE {condition} ORDER BY interview_id", with).ToList()
            .ConvertAll(r => r.With([.. events[r.interview_id]]));
    });

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record EventRow(long interview_id, long what, string kept_by, long kept_at, string hash, string why, string? words)
    {
        public InterviewHappening Happening => new((InterviewEvent)what, kept_by, new(kept_at), hash, why);
    }

    private sealed record Row(long interview_id, string agent, string led_by, long level, long? follows, long month, string? scheme, string? cycle)
    {
        public KeptInterview With(IReadOnlyList<EventRow> events) => new(interview_id, new(Stored.Month(month), scheme, cycle is null ? null : Enum.Parse<Cycle>(cycle)), follows,
            new(agent, led_by, (int)level, [.. events.Select(e => e.Happening)]), [.. events.Where(e => e.words is not null).Select(e => Stored.Record<InterviewText>(e.words!))]);
    }
#pragma warning restore IDE1006, CA1812
}
