using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Stored by name. None is for a server on this machine.</summary>
public enum MailSecurity { Tls, StartTls, None }

/// <summary>How mail leaves (发信设置). The secret is protected before it comes here; account and secret are null where the server asks for none.</summary>
public sealed record MailSetting(string Host, int Port, MailSecurity Security, string? Account, string? Secret, string Sender, bool Active, Instant At, string By);

/// <summary>Where an account's notices are mailed to; not before its owner has typed the code that was mailed there.</summary>
public sealed record MailAddress(long User, string Address, string? CodeHash, Instant CodeAt, int WrongTries, Instant? VerifiedAt, long After);

public sealed class MailRecords(Database database)
{
    /// <summary>Null where nobody set it: nothing is mailed.</summary>
    public MailSetting? Setting => database.Read(c => c.Query<SettingRow>("SELECT host, port, security, account, secret, sender, active, set_at, set_by FROM mail_setting WHERE setting_id = 1").Select(r => r.Setting).FirstOrDefault());

    public void Set(MailSetting setting) => database.Write(Durability.Full, t => t.Execute("""
        INSERT INTO mail_setting (setting_id, host, port, security, account, secret, sender, active, set_at, set_by) VALUES (1, @Host, @port, @security, @Account, @Secret, @Sender, @active, @at, @By)
        ON CONFLICT (setting_id) DO UPDATE SET host = excluded.host, port = excluded.port, security = excluded.security, account = excluded.account, secret = excluded.secret, sender = excluded.sender,
          active = excluded.active, set_at = excluded.set_at, set_by = excluded.set_by
        """, new { setting.Host, port = (long)setting.Port, security = setting.Security.ToString(), setting.Account, setting.Secret, setting.Sender, active = setting.Active ? 1L : 0L, at = setting.At.UnixSeconds, setting.By }));

    public MailAddress? Of(long user) => Rows("user_id = @user", new { user }).FirstOrDefault();
    public IReadOnlyList<MailAddress> Verified => Rows("verified_at IS NOT NULL ORDER BY user_id", new { });

    /// <summary>A new address, in place of the one before, with the code that was sent to it.</summary>
    public void Ask(long user, string address, string codeHash, Instant at) => database.Write(Durability.Full, t => t.Execute("""
        INSERT INTO mail_address (user_id, address, code_hash, code_at, wrong_tries, verified_at, after_seq) VALUES (@user, @address, @codeHash, @at, 0, NULL, 0)
        ON CONFLICT (user_id) DO UPDATE SET address = excluded.address, code_hash = excluded.code_hash, code_at = excluded.code_at, wrong_tries = 0, verified_at = NULL
        """, new { user, address, codeHash, at = at.UnixSeconds }));

    /// <summary>A try counts before its code is looked at; a code is good once. What is told from now on is mailed.</summary>
    public bool Verify(long user, string codeHash, Instant since, int mostTries, Instant at) => database.Write(Durability.Full, t =>
    {
        var key = new { user, codeHash, since = since.UnixSeconds, most = (long)mostTries, at = at.UnixSeconds, newest = t.Scalar<long>("SELECT COALESCE(MAX(seq), 0) FROM notice") };
        if (t.Execute("UPDATE mail_address SET wrong_tries = wrong_tries + 1 WHERE user_id = @user AND wrong_tries < @most AND code_at >= @since AND code_hash IS NOT NULL", key) == 0) return false;
        return t.Execute("UPDATE mail_address SET verified_at = @at, code_hash = NULL, after_seq = @newest WHERE user_id = @user AND code_hash = @codeHash", key) == 1;
    });

    public void Remove(long user) => database.Write(Durability.Full, t => t.Execute("DELETE FROM mail_address WHERE user_id = @user", new { user }));

    public void Past(long user, long seq) => database.Write(Durability.Full, t => t.Execute("UPDATE mail_address SET after_seq = @seq WHERE user_id = @user AND after_seq < @seq", new { user, seq }));

    private List<MailAddress> Rows(string condition, object with) => database.Read(c => c
        .Query<AddressRow>($"SELECT user_id, address, code_hash, code_at, wrong_tries, verified_at, after_seq FROM mail_address WHERE {condition}", with).Select(r => r.Address).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record SettingRow(string host, long port, string security, string? account, string? secret, string sender, long active, long set_at, string set_by)
    {
        public MailSetting Setting => new(host, (int)port, Enum.Parse<MailSecurity>(security), account, secret, sender, active != 0, new(set_at), set_by);
    }

    private sealed record AddressRow(long user_id, string address, string? code_hash, long code_at, long wrong_tries, long? verified_at, long after_seq)
    {
        public MailAddress Address => new(user_id, address, code_hash, new(code_at), (int)wrong_tries, Stored.Instant(verified_at), after_seq);
    }
#pragma warning restore IDE1006, CA1812
}
