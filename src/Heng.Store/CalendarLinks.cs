using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>The addresses under which calendars read an account's days; of each there is a hash alone. An account has one at a time.</summary>
public sealed class CalendarLinks(Database database)
{
    /// <summary>The one before it ends.</summary>
    public void Add(string secretHash, long user, Instant at) => database.Write(Durability.Full, t =>
    {
        End(t, user, at);
        t.Execute("INSERT INTO calendar_link (secret_hash, user_id, made_at, ended_at) VALUES (@secretHash, @user, @at, NULL)", new { secretHash, user, at = at.UnixSeconds });
    });

    public void EndOf(long user, Instant at) => database.Write(Durability.Full, t => End(t, user, at));

    private static void End(Transaction t, long user, Instant at) => t.Execute("UPDATE calendar_link SET ended_at = @at WHERE user_id = @user AND ended_at IS NULL", new { user, at = at.UnixSeconds });

    /// <summary>Whose it is; null where it is no open one.</summary>
    public long? UserOf(string secretHash) => database.Read(c => c.ExecuteScalar<long?>("SELECT user_id FROM calendar_link WHERE secret_hash = @secretHash AND ended_at IS NULL", new { secretHash }));

    /// <summary>Since when an account has one; null without any.</summary>
    public Instant? Since(long user) => Stored.Instant(database.Read(c => c.ExecuteScalar<long?>("SELECT made_at FROM calendar_link WHERE user_id = @user AND ended_at IS NULL", new { user })));
}
