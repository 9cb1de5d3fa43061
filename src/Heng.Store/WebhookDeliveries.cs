using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>
/// The queue of what is posted to hooks, and the log of it. A try is noted before it goes out. One that was begun and never answered is tried again: the receiver knows an
/// event by its id, so that twice is once.
/// </summary>
public sealed class WebhookDeliveries(Database database)
{
    private const string Columns = "d.webhook_id, d.event_seq, e.kind, e.occasion, e.subject, e.at, d.state, d.queued_at, d.next_at, d.tries, d.tried_at, d.answer";
    private const string From = "webhook_delivery d JOIN webhook_event e ON e.seq = d.event_seq";

    /// <summary>A hook that was paused, disabled or removed meanwhile gets nothing more, and what it did not get is not made up for.</summary>
    private const string Open = "EXISTS (SELECT 1 FROM webhook w WHERE w.webhook_id = webhook_delivery.webhook_id AND w.state = 'Active')";

    /// <summary>Queues what happened since for a hook that wants it.</summary>
    public void Queue(Webhook hook, Instant at) => database.Write(Durability.Full, t =>
    {
        t.Alone("webhook_delivery");
        var events = t.Query<(long Seq, string Kind)>("SELECT seq, kind FROM webhook_event WHERE seq > (SELECT after_seq FROM webhook WHERE webhook_id = @Id) ORDER BY seq", new { hook.Id }).ToList();
        foreach (var (seq, _) in events.Where(e => hook.Kinds.Contains(e.Kind, StringComparer.Ordinal)))
            t.Execute("INSERT INTO webhook_delivery (webhook_id, event_seq, state, queued_at, next_at, tries) VALUES (@Id, @seq, 'Queued', @at, @at, 0) ON CONFLICT DO NOTHING", new { hook.Id, seq, at = at.UnixSeconds });
        if (events.Count > 0) Webhooks.Past(t, hook.Id, events[^1].Seq);
    });

    public IReadOnlyList<WebhookDelivery> Due(long hook, Instant now, int most) => Rows("d.webhook_id = @hook AND d.state = 'Queued' AND d.next_at <= @now ORDER BY d.event_seq LIMIT @most", new { hook, now = now.UnixSeconds, most = (long)most });

    /// <summary>False, and nothing noted, where another has it, or the hook sends no more.</summary>
    public bool Try(WebhookDelivery delivery, Instant at, bool again = false) => database.Write(Durability.Full, t =>
    {
        var key = new { delivery.Hook, delivery.Event.Seq, at = at.UnixSeconds, state = again ? "Begun" : "Queued" };
        if (t.Execute("UPDATE webhook_delivery SET state = 'Begun', tries = tries + 1, tried_at = @at, answer = NULL WHERE webhook_id = @Hook AND event_seq = @Seq AND state = @state AND " + Open, key) == 0) return false;
        t.Execute("INSERT INTO webhook_try (webhook_id, event_seq, nth, begun_at) SELECT @Hook, @Seq, COALESCE(MAX(nth), 0) + 1, @at FROM webhook_try WHERE webhook_id = @Hook AND event_seq = @Seq", key);
        return true;
    });

    /// <summary>What came of a try that goes on to another at once.</summary>
    public void Answered(WebhookDelivery delivery, string answer) => database.Write(Durability.Full, t => Note(t, delivery, answer));

    public void Answered(WebhookDelivery delivery, MessageState state, string answer, Instant next) => database.Write(Durability.Full, t =>
    {
        t.Execute($"UPDATE webhook_delivery SET state = CASE WHEN @state = 'Queued' AND NOT {Open} THEN 'Refused' ELSE @state END, next_at = @next, answer = @answer WHERE webhook_id = @Hook AND event_seq = @Seq AND state = 'Begun'", new { delivery.Hook, delivery.Event.Seq, state = state.ToString(), next = next.UnixSeconds, answer });
        Note(t, delivery, answer);
    });

    private static void Note(Transaction t, WebhookDelivery delivery, string answer) => t.Execute(
        "UPDATE webhook_try SET answer = @answer WHERE webhook_id = @Hook AND event_seq = @Seq AND nth = (SELECT MAX(nth) FROM webhook_try WHERE webhook_id = @Hook AND event_seq = @Seq)", new { delivery.Hook, delivery.Event.Seq, answer });

    /// <summary>Tries that were begun before a moment and never answered are tried again.</summary>
    public int Again(Instant before, Instant now) => database.Write(Durability.Full, t =>
        t.Execute($"UPDATE webhook_delivery SET state = CASE WHEN {Open} THEN 'Queued' ELSE 'Refused' END, next_at = @now WHERE state = 'Begun' AND tried_at < @before", new { before = before.UnixSeconds, now = now.UnixSeconds }));

    /// <summary>By hand: whatever came of it before, it is posted once more. False where it is under way or not there.</summary>
    public bool Redeliver(long hook, long seq, Instant now) => database.Write(Durability.Full, t =>
        t.Execute("UPDATE webhook_delivery SET state = 'Queued', queued_at = @now, next_at = @now WHERE webhook_id = @hook AND event_seq = @seq AND state <> 'Begun'", new { hook, seq, now = now.UnixSeconds }) == 1);

    /// <summary>What a hook that is no more still had to send stays unsent.</summary>
    public void Drop(long hook) => database.Write(Durability.Full, t => t.Execute("UPDATE webhook_delivery SET state = 'Refused' WHERE webhook_id = @hook AND state = 'Queued'", new { hook }));

    /// <summary>The log, newest first.</summary>
    public IReadOnlyList<WebhookDelivery> Latest(int most, int after = 0) => Rows("1 = 1 ORDER BY d.event_seq DESC, d.webhook_id LIMIT @most OFFSET @after", new { most = (long)most, after = (long)after });

    public int Count => database.Read(c => (int)c.ExecuteScalar<long>("SELECT COUNT(*) FROM webhook_delivery"));

    public IReadOnlyList<WebhookTry> TriesOf(long hook, long seq) => database.Read(c => c
        .Query<(long Nth, long At, string? Answer)>("SELECT nth, begun_at, answer FROM webhook_try WHERE webhook_id = @hook AND event_seq = @seq ORDER BY nth", new { hook, seq }).Select(r => new WebhookTry((int)r.Nth, new(r.At), r.Answer)).ToList());

    private List<WebhookDelivery> Rows(string condition, object with) => database.Read(c => c.Query<Row>($"SELECT {Columns} FROM {From} WHERE {condition}", with).Select(r => r.Delivery).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(long webhook_id, long event_seq, string kind, string occasion, string subject, long at, string state, long queued_at, long next_at, long tries, long? tried_at, string? answer)
    {
        public WebhookDelivery Delivery => new(webhook_id, new(event_seq, kind, occasion, subject, new(at)), Enum.Parse<MessageState>(state), new(queued_at), new(next_at), (int)tries, Stored.Instant(tried_at), answer);
    }
#pragma warning restore IDE1006, CA1812
}
