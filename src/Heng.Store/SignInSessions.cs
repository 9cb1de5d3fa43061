using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>An account signed in on a device (登录会话).</summary>
public sealed record SignInSession(string Id, long User, string Device, Instant BeganAt, Instant SeenAt, Instant? EndedAt);

public sealed class SignInSessions(Database database)
{
    private const string Columns = "session_id, user_id, device, began_at, seen_at, ended_at";

    public void Add(SignInSession session) => database.Write(Durability.Full, t => t.Execute($"INSERT INTO sign_in_session ({Columns}) VALUES (@Id, @User, @Device, @BeganAt, @SeenAt, NULL)",
        new { session.Id, session.User, session.Device, BeganAt = session.BeganAt.UnixSeconds, SeenAt = session.SeenAt.UnixSeconds }));

    /// <summary>When it was last seen may be lost with the power.</summary>
    public void Seen(string id, Instant now) => database.Write(Durability.Bulk, t => t.Execute("UPDATE sign_in_session SET seen_at = @now WHERE session_id = @id", new { id, now = now.UnixSeconds }));

    /// <summary>False where there is no such open session.</summary>
    public bool End(string id, Instant now) => database.Write(Durability.Full, t =>
        t.Execute("UPDATE sign_in_session SET ended_at = @now WHERE session_id = @id AND ended_at IS NULL", new { id, now = now.UnixSeconds }) == 1);

    public void EndOf(long user, Instant now) => database.Write(Durability.Full, t =>
        t.Execute("UPDATE sign_in_session SET ended_at = @now WHERE user_id = @user AND ended_at IS NULL", new { user, now = now.UnixSeconds }));

    public SignInSession? Find(string id) => Rows("session_id = @id", new { id }).FirstOrDefault();

    /// <summary>Those not ended and seen since, the latest first.</summary>
    public IReadOnlyList<SignInSession> Open(Instant since) => Rows("ended_at IS NULL AND seen_at >= @since ORDER BY seen_at DESC, session_id", new { since = since.UnixSeconds });

    private List<SignInSession> Rows(string condition, object with) => database.Read(c => c.Query<Row>($"SELECT {Columns} FROM sign_in_session WHERE {condition}", with)
        .Select(r => new SignInSession(r.session_id, r.user_id, r.device, new(r.began_at), new(r.seen_at), r.ended_at is { } at ? new Instant(at) : null)).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(string session_id, long user_id, string device, long began_at, long seen_at, long? ended_at);
#pragma warning restore IDE1006, CA1812
}
