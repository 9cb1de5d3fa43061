using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Stored by name. Unknown: the server ended while it was being sent, so that nobody knows whether it arrived; it is not sent again.</summary>
public enum MessageState { Queued, Begun, Sent, Refused, Unknown }

/// <summary>A message to an outlet (外发消息) over the notices after one number up to another; told is how many of them it is about, 0 for a trial.</summary>
public sealed record NoticeMessage(string Outlet, long Number, long After, long To, int Told, MessageState State, Instant QueuedAt, Instant NextAt, int Tries, Instant? TriedAt, string? Answer);

/// <summary>
/// The queue of what leaves, and the log of it. A try is noted before the message goes out: whoever finds one that was begun and never answered does not send it again.
/// Budgets count tries, over all servers.
/// </summary>
public sealed class NoticeMessages(Database database)
{
    /// <summary>Up to which notice an outlet's messages reach, and when the last of them was queued.</summary>
    public (long To, Instant? At) LastOf(string outlet) => database.Read(c => c
        .Query<(long To, long At)>("SELECT to_seq, queued_at FROM notice_message WHERE outlet = @outlet ORDER BY number DESC LIMIT 1", new { outlet }).Select(r => (r.To, (Instant?)new Instant(r.At))).FirstOrDefault());

    /// <summary>False where these notices are in a message already, or one still waits: the next takes them with it.</summary>
    public bool Queue(string outlet, long after, long to, int told, Instant at) => database.Write(Durability.Full, t =>
    {
        t.Alone("notice_message");
        if (t.Scalar<long>("SELECT COUNT(*) FROM notice_message WHERE outlet = @outlet AND (to_seq > @after OR state IN ('Queued', 'Begun'))", new { outlet, after }) > 0) return false;
        var number = 1 + t.Scalar<long>("SELECT COALESCE(MAX(number), 0) FROM notice_message WHERE outlet = @outlet", new { outlet });
        t.Execute("INSERT INTO notice_message (outlet, number, after_seq, to_seq, told, state, queued_at, next_at, tries) VALUES (@outlet, @number, @after, @to, @told, 'Queued', @at, @at, 0)", new { outlet, number, after, to, told = (long)told, at = at.UnixSeconds });
        return true;
    });

    /// <summary>Notes a try of a queued message, or (again) of one that this very caller began. False, and nothing noted, where another has it or the budget of a minute is used up.</summary>
    public bool Try(NoticeMessage message, Instant at, int aMinute, bool again = false) => database.Write(Durability.Full, t =>
    {
        t.Alone("notice_message");
        var key = new { message.Outlet, message.Number, at = at.UnixSeconds, since = at.UnixSeconds - 60, state = (again ? MessageState.Begun : MessageState.Queued).ToString() };
        if (t.Scalar<long>("SELECT COUNT(*) FROM notice_try WHERE outlet = @Outlet AND begun_at >= @since", key) >= aMinute) return false;
        if (t.Execute("UPDATE notice_message SET state = 'Begun', tries = tries + 1, tried_at = @at, answer = NULL WHERE outlet = @Outlet AND number = @Number AND state = @state AND next_at <= @at", key) == 0) return false;
        t.Execute("INSERT INTO notice_try (outlet, number, nth, begun_at) SELECT @Outlet, @Number, COALESCE(MAX(nth), 0) + 1, @at FROM notice_try WHERE outlet = @Outlet AND number = @Number", key);
        return true;
    });

    /// <summary>What came of the last try. Queued with a later moment is tried again then.</summary>
    public void Answered(NoticeMessage message, MessageState state, string answer, Instant next) => database.Write(Durability.Full, t =>
    {
        var key = new { message.Outlet, message.Number, state = state.ToString(), answer, next = next.UnixSeconds };
        t.Execute("UPDATE notice_message SET state = @state, next_at = @next, answer = @answer WHERE outlet = @Outlet AND number = @Number AND state = 'Begun'", key);
        t.Execute("UPDATE notice_try SET answer = @answer WHERE outlet = @Outlet AND number = @Number AND nth = (SELECT MAX(nth) FROM notice_try WHERE outlet = @Outlet AND number = @Number)", key);
    });

    /// <summary>Tries that were begun before a moment and never answered: the server ended meanwhile.</summary>
    public int Abandon(Instant before) => database.Write(Durability.Full, t =>
    {
        t.Alone("notice_message");
        return t.Execute("UPDATE notice_message SET state = 'Unknown' WHERE state = 'Begun' AND tried_at < @before", new { before = before.UnixSeconds });
    });

    /// <summary>What an outlet that is no more still had to send stays unsent.</summary>
    public void Drop(string outlet) => database.Write(Durability.Full, t => t.Execute("UPDATE notice_message SET state = 'Refused' WHERE outlet = @outlet AND state = 'Queued'", new { outlet }));

    public IReadOnlyList<NoticeMessage> Waiting(string outlet) => Rows("outlet = @outlet AND state = 'Queued' ORDER BY number", new { outlet });

    /// <summary>The log, newest first.</summary>
    public IReadOnlyList<NoticeMessage> Latest(int most) => Rows("1 = 1 ORDER BY queued_at DESC, outlet, number DESC LIMIT @most", new { most = (long)most });

    private List<NoticeMessage> Rows(string condition, object with) => database.Read(c => c.Query<Row>($"SELECT outlet, number, after_seq, to_seq, told, state, queued_at, next_at, tries, tried_at, answer FROM notice_message WHERE {condition}", with).Select(r => r.Message).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(string outlet, long number, long after_seq, long to_seq, long told, string state, long queued_at, long next_at, long tries, long? tried_at, string? answer)
    {
        public NoticeMessage Message => new(outlet, number, after_seq, to_seq, (int)told, Enum.Parse<MessageState>(state), new(queued_at), new(next_at), (int)tries, Stored.Instant(tried_at), answer);
    }
#pragma warning restore IDE1006, CA1812
}
