using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Stored by name. Disabled: by itself, after days in which nothing arrived.</summary>
public enum WebhookState { Active, Paused, Disabled, Removed }

/// <summary>Where events are posted to (网络回调). The secret is protected before it comes here; null once the hook is removed. Private addresses are tried only where allowed.</summary>
public sealed record Webhook(long Id, string Name, string Address, bool PrivateAllowed, IReadOnlyList<string> Kinds, WebhookState State, string? Secret, long After, Instant? FailingSince, Instant MadeAt, string MadeBy)
{
    public string Subject => "webhook/" + Stored.Text(Id);
}

/// <summary>Something that happened (事件): a kind, and the number of what it is about.</summary>
public sealed record WebhookEvent(long Seq, string Kind, string Occasion, string Subject, Instant At);

/// <summary>An event on its way to a hook. States as those of messages.</summary>
public sealed record WebhookDelivery(long Hook, WebhookEvent Event, MessageState State, Instant QueuedAt, Instant NextAt, int Tries, Instant? TriedAt, string? Answer);

public sealed record WebhookTry(int Nth, Instant BegunAt, string? Answer);

/// <summary>Hooks and the events that may be posted.</summary>
public sealed class Webhooks(Database database)
{
    /// <summary>A new hook begins with what happens from now on.</summary>
    public Webhook Add(Webhook hook) => database.Write(Durability.Full, t =>
    {
        t.Alone("webhook");
        var added = hook with { Id = 1 + t.Scalar<long>("SELECT COALESCE(MAX(webhook_id), 0) FROM webhook"), After = Newest(t) };
        t.Execute("""
            INSERT INTO webhook (webhook_id, name, address, private_allowed, kinds, state, secret, after_seq, failing_since, made_at, made_by)
            VALUES (@Id, @Name, @Address, @open, @kinds, @state, @Secret, @After, NULL, @at, @MadeBy)
            """, new { added.Id, added.Name, added.Address, open = added.PrivateAllowed ? 1L : 0L, kinds = string.Join(' ', added.Kinds), state = added.State.ToString(), added.Secret, added.After, at = added.MadeAt.UnixSeconds, added.MadeBy });
        Decisions.Append(t, added.MadeAt, added.MadeBy, "webhook-added", added.Subject, $"{added.Name}: {new Uri(added.Address).Host}; {string.Join(' ', added.Kinds)}");
        return added;
    });

    /// <summary>False where it is so already, or was removed. What happened while it rested is not posted after it; a removed hook's secret is gone.</summary>
    public bool Turn(Webhook hook, WebhookState to, Instant at, string by, string why) => database.Write(Durability.Full, t =>
    {
        var changed = t.Execute(to switch
        {
            WebhookState.Active => "UPDATE webhook SET state = 'Active', after_seq = @newest, failing_since = NULL WHERE webhook_id = @Id AND state IN ('Paused', 'Disabled')",
            WebhookState.Removed => "UPDATE webhook SET state = 'Removed', secret = NULL WHERE webhook_id = @Id AND state <> 'Removed'",
            _ => "UPDATE webhook SET state = @state WHERE webhook_id = @Id AND state = 'Active'",
        }, new { hook.Id, newest = Newest(t), state = to.ToString() }) == 1;
        if (changed) Decisions.Append(t, at, by, $"webhook-{to switch { WebhookState.Active => "resumed", WebhookState.Removed => "removed", WebhookState.Disabled => "disabled", _ => "paused" }}", hook.Subject, why);
        return changed;
    });

    /// <summary>When deliveries began to fail; null once one arrived.</summary>
    public void Failing(long id, Instant? since) => database.Write(Durability.Full, t => t.Execute(
        since is null ? "UPDATE webhook SET failing_since = NULL WHERE webhook_id = @id AND failing_since IS NOT NULL" : "UPDATE webhook SET failing_since = @since WHERE webhook_id = @id AND failing_since IS NULL", new { id, since = since?.UnixSeconds }));

    /// <summary>Events up to a number are none of the hook's any more.</summary>
    internal static void Past(Transaction t, long id, long seq) => t.Execute("UPDATE webhook SET after_seq = @seq WHERE webhook_id = @id AND after_seq < @seq", new { id, seq });

    public IReadOnlyList<Webhook> All => database.Read(c => c
        .Query<Row>("SELECT webhook_id, name, address, private_allowed, kinds, state, secret, after_seq, failing_since, made_at, made_by FROM webhook ORDER BY webhook_id").Select(r => r.Hook).ToList());

    /// <summary>Notes what happened; an occasion of a kind happens once. Returns how many were new.</summary>
    public int Raise(IReadOnlyList<WebhookEvent> events) => events.Count == 0 ? 0 : database.Write(Durability.Full, t =>
    {
        t.Alone("webhook_event");
        var last = Newest(t);
        return events.Count(e => t.Execute("INSERT INTO webhook_event (seq, kind, occasion, subject, at) VALUES (@seq, @Kind, @Occasion, @Subject, @at) ON CONFLICT DO NOTHING",
            new { seq = ++last, e.Kind, e.Occasion, e.Subject, at = e.At.UnixSeconds }) == 1);
    });

    /// <summary>The last of a kind about each subject that begins so.</summary>
    public IReadOnlyList<WebhookEvent> LastOf(string kind, string begins) => database.Read(c => c
        .Query<(long Seq, string Kind, string Occasion, string Subject, long At)>("""
            SELECT seq, kind, occasion, subject, at FROM webhook_event WHERE kind = @kind AND subject LIKE @begins
            AND seq IN (SELECT MAX(seq) FROM webhook_event WHERE kind = @kind GROUP BY subject) ORDER BY seq
            """, new { kind, begins = begins + "%" }).Select(r => new WebhookEvent(r.Seq, r.Kind, r.Occasion, r.Subject, new(r.At))).ToList());

    private static long Newest(Transaction t) => t.Scalar<long>("SELECT COALESCE(MAX(seq), 0) FROM webhook_event");

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(long webhook_id, string name, string address, long private_allowed, string kinds, string state, string? secret, long after_seq, long? failing_since, long made_at, string made_by)
    {
        public Webhook Hook => new(webhook_id, name, address, private_allowed != 0, kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries), Enum.Parse<WebhookState>(state), secret, after_seq, Stored.Instant(failing_since), new(made_at), made_by);
    }
#pragma warning restore IDE1006, CA1812
}
