using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A link (邀请链接) by which the account's owner sets a password. It is used once, and until it expires.</summary>
public sealed record Invitation(string TokenHash, long User, Instant MadeAt, string MadeBy, Instant ExpiresAt, Instant? EndedAt)
{
    /// <summary>At the very instant of its end it is over.</summary>
    public bool OpenAt(Instant now) => EndedAt is null && now < ExpiresAt;
}

public sealed class Invitations(Database database)
{
    private const string Columns = "token_hash, user_id, made_at, made_by, expires_at, ended_at";

    /// <summary>A new link ends the ones before it.</summary>
    public void Add(Invitation invitation) => database.Write(Durability.Full, t =>
    {
        t.Alone("invitation");
        t.Execute("UPDATE invitation SET ended_at = @MadeAt WHERE user_id = @User AND ended_at IS NULL", new { MadeAt = invitation.MadeAt.UnixSeconds, invitation.User });
        t.Execute($"INSERT INTO invitation ({Columns}) VALUES (@TokenHash, @User, @MadeAt, @MadeBy, @ExpiresAt, NULL)",
            new { invitation.TokenHash, invitation.User, MadeAt = invitation.MadeAt.UnixSeconds, invitation.MadeBy, ExpiresAt = invitation.ExpiresAt.UnixSeconds });
    });

    /// <summary>Whether this use is the one: of two at once, one is told no.</summary>
    public bool Use(string tokenHash, Instant now) => database.Write(Durability.Full, t => t.Execute(
        "UPDATE invitation SET ended_at = @now WHERE token_hash = @tokenHash AND ended_at IS NULL AND expires_at > @now", new { tokenHash, now = now.UnixSeconds }) == 1);

    public void EndOf(long user, Instant now) => database.Write(Durability.Full, t =>
        t.Execute("UPDATE invitation SET ended_at = @now WHERE user_id = @user AND ended_at IS NULL", new { user, now = now.UnixSeconds }));

    public Invitation? Find(string tokenHash) => Rows("token_hash = @tokenHash", new { tokenHash }).FirstOrDefault();

    public IReadOnlyList<Invitation> OpenAt(Instant now) => Rows("ended_at IS NULL AND expires_at > @now", new { now = now.UnixSeconds });

    private List<Invitation> Rows(string condition, object with) => database.Read(c => c.Query<Row>($"SELECT {Columns} FROM invitation WHERE {condition}", with)
        .Select(r => new Invitation(r.token_hash, r.user_id, new(r.made_at), r.made_by, new(r.expires_at), r.ended_at is { } at ? new Instant(at) : null)).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(string token_hash, long user_id, long made_at, string made_by, long expires_at, long? ended_at);
#pragma warning restore IDE1006, CA1812
}
