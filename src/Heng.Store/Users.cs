using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>
/// Somebody who may sign in (用户). <paramref name="KeyHash"/> is for the command line's key; a changed security stamp ends open sessions.
/// What roles there are and what they allow is the application's to say.
/// </summary>
public sealed record UserAccount(
    long Id, string Name, string? PasswordHash, string Role, int? Person, string? Team, string? Language, string SecurityStamp,
    string? KeyHash, Instant CreatedAt, bool Disabled);

public sealed class Users(Database database)
{
    private const string Columns =
        "user_id, name, password_hash, role, person_id, team, language, security_stamp, key_hash, created_at, disabled";

    /// <summary>Keeps a new account under a number of its own; null when the name is taken.</summary>
    public UserAccount? Add(UserAccount user)
    {
        var id = database.Write(Durability.Full, t => t.Scalar<long?>("""
            INSERT INTO user_account (name, password_hash, role, person_id, team, language, security_stamp, key_hash, created_at, disabled)
            VALUES (@name, @password_hash, @role, @person_id, @team, @language, @security_stamp, @key_hash, @created_at, @disabled)
            ON CONFLICT (name) DO NOTHING RETURNING user_id
            """, Row.Of(user)));
        return id is { } given ? user with { Id = given } : null;
    }

    /// <summary>Decides about the accounts as they stand while nobody else changes any, and keeps the one that is other after it.</summary>
    public T Decide<T>(Func<IReadOnlyList<UserAccount>, (UserAccount? Kept, T Answer)> decide) => database.Write(Durability.Full, t =>
    {
        t.Alone("user_account");
        var (kept, answer) = decide([.. t.Query<Row>($"SELECT {Columns} FROM user_account ORDER BY user_id").Select(r => r.User)]);
        if (kept is not null)
            t.Execute("""
                UPDATE user_account SET name = @name, password_hash = @password_hash, role = @role, person_id = @person_id, team = @team, language = @language,
                  security_stamp = @security_stamp, key_hash = @key_hash, disabled = @disabled
                WHERE user_id = @user_id
                """, Row.Of(kept));
        return answer;
    });

    /// <summary>Changes one account as it stands at that moment; null where there is none such.</summary>
    public UserAccount? Change(long id, Func<UserAccount, UserAccount> change) => Decide(all =>
    {
        var changed = all.FirstOrDefault(u => u.Id == id) is { } user ? change(user) : null;
        return (changed, changed);
    });

    public IReadOnlyList<UserAccount> All => Rows("1 = 1 ORDER BY user_id", new { });
    public UserAccount? Find(long id) => Rows("user_id = @id", new { id }).FirstOrDefault();
    public UserAccount? Find(string name) => Rows("name = @name", new { name }).FirstOrDefault();
    public UserAccount? ByKeyHash(string keyHash) => Rows("key_hash = @keyHash", new { keyHash }).FirstOrDefault();

    private List<UserAccount> Rows(string condition, object with) =>
        database.Read(c => c.Query<Row>($"SELECT {Columns} FROM user_account WHERE {condition}", with).Select(r => r.User).ToList());

#pragma warning disable IDE1006 // The names are the columns'.
    private sealed record Row(
        long user_id, string name, string? password_hash, string role, long? person_id, string? team, string? language, string security_stamp,
        string? key_hash, long created_at, long disabled)
    {
        public static Row Of(UserAccount u) => new(
            u.Id, u.Name, u.PasswordHash, u.Role, u.Person, u.Team, u.Language, u.SecurityStamp, u.KeyHash,
            u.CreatedAt.UnixSeconds, u.Disabled ? 1 : 0);

        public UserAccount User => new(
            user_id, name, password_hash, role, (int?)person_id, team, language, security_stamp, key_hash,
            new(created_at), disabled != 0);
    }
#pragma warning restore IDE1006
}
