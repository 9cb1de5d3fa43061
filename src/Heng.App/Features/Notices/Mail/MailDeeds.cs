using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Heng.App.CommandLine;
using Heng.App.Features.Notices.Sending;
using Heng.App.Features.Notices.Setting;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;
using MimeKit;

namespace Heng.App.Features.Notices.Mail;

/// <summary>What is typed about the server mail leaves by; an empty password keeps the one that was.</summary>
public sealed record MailAsk(string Host, string Port, string Security, string Account, string Password, string Sender, bool Off = false);

/// <summary>Sets how mail leaves, and lets everybody give and prove their own address.</summary>
public sealed class MailDeeds(Database database, MailSafe safe, MailPost post, TimeProvider time)
{
    public const int MostTries = 5;
    public static readonly TimeSpan CodeHolds = TimeSpan.FromMinutes(15), BetweenCodes = TimeSpan.FromMinutes(1);
    private const int Longest = 200;
    private static readonly int[] Ports = [25, 465, 587, 994, 2525];

    public static readonly Refusal ServerUnreadable = new("mail-server-unreadable", new("服务器写作 smtp.example.com，端口 25、465、587、994 或 2525", "A server is written smtp.example.com, its port is 25, 465, 587, 994 or 2525"));
    public static readonly Refusal InsecureServer = new("mail-insecure", new("不加密只能用于本机的服务器", "Without encryption only a server on this machine is used"));
    public static readonly Refusal AddressUnreadable = new("mail-address-unreadable", new("邮箱地址写作 name@example.com", "An address is written name@example.com"));
    public static readonly Refusal NoServer = new("mail-not-set", new("还没有设置发信服务器，请人事、店长或管理员在“提醒设置”里填写", "No mail server is set; HR, the manager or the administrator gives it in the settings of notices"));
    public static readonly Refusal TooSoon = new("mail-too-soon", new("刚发过验证码，请一分钟后再试", "A code was sent just now; try again in a minute"));
    public static readonly Refusal NotSent = new("mail-not-sent", new("验证码没有发出去，请检查地址，或稍后再试", "The code could not be sent; check the address, or try again later"));
    public static readonly Refusal CodeWrong = new("mail-code-wrong", new("验证码不对或已失效，可以重新发一个", "The code is wrong or over; have another sent"));

    public Refusal? Set(MailAsk ask, Viewer viewer)
    {
        if (!Rights.SetsNotices(viewer) || viewer.Role == Role.Operator) return NoticeRefusals.RoleMayNot;
        var before = database.Mail.Setting;
        if (ask.Off)
        {
            if (before is null) return NoticeRefusals.AlreadySo;
            database.Mail.Set(before with { Active = false, Secret = null, At = Now, By = viewer.Name });
            database.Decisions.Append(Now, viewer.Name, "mail-off", "mail", before.Host);
            return null;
        }
        if (ask.Host.Length > Longest || Uri.CheckHostName(ask.Host) is UriHostNameType.Unknown or UriHostNameType.Basic || !Enum.TryParse<MailSecurity>(ask.Security, ignoreCase: true, out var security) || !Enum.IsDefined(security)) return ServerUnreadable;
        var here = ask.Host == "localhost" || IPAddress.TryParse(ask.Host, out var address) && IPAddress.IsLoopback(address);
        if (!int.TryParse(ask.Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || !(here ? port is > 0 and <= IPEndPoint.MaxPort : Ports.Contains(port))) return ServerUnreadable;
        if (security == MailSecurity.None && !here) return InsecureServer;
        if (!IsAddress(ask.Sender) || ask.Account.Length > Longest || ask.Password.Length > Longest) return AddressUnreadable;
        // A password is for the server it was given for: another one is not sent it.
        var kept = before is not null && before.Host == ask.Host && before.Account == ask.Account ? before.Secret : null;
        database.Mail.Set(new(ask.Host, port, security, ask.Account.Length == 0 ? null : ask.Account, ask.Account.Length == 0 ? null : ask.Password.Length > 0 ? safe.Close(ask.Password) : kept, ask.Sender, true, Now, viewer.Name));
        database.Decisions.Append(Now, viewer.Name, "mail-set", "mail", string.Create(CultureInfo.InvariantCulture, $"{ask.Host}:{port} {security}"));
        return null;
    }

    /// <summary>A code goes to the address; until it is typed nothing else does.</summary>
    public async Task<Refusal?> Ask(UserAccount user, string address, Language language)
    {
        if (!IsAddress(address)) return AddressUnreadable;
        if (database.Mail.Setting is not { Active: true } setting) return NoServer;
        if (database.Mail.Of(user.Id) is { VerifiedAt: null } last && Now.SecondsSince(last.CodeAt) < (long)BetweenCodes.TotalSeconds) return TooSoon;
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        database.Mail.Ask(user.Id, address, HashOf(user, code), Now);
        var delivery = await post.Send(setting, address, language.T("衡：邮箱验证码", "Heng: your code"), language.T($"验证码 {code}，15 分钟内有效。不是您本人操作请忽略。", $"Your code is {code}, good for 15 minutes. Ignore it if you did not ask."), CancellationToken.None);
        return delivery.Kind == DeliveryKind.Sent ? null : NotSent;
    }

    public Refusal? Verify(UserAccount user, string code) =>
        database.Mail.Verify(user.Id, HashOf(user, code.Trim()), Now.Plus(-(long)CodeHolds.TotalSeconds), MostTries, Now) ? null : CodeWrong;

    public void Remove(UserAccount user)
    {
        database.Mail.Remove(user.Id);
        database.NoticeMessages.Drop(MailOutlets.KeyOf(user.Id));
    }

    private static bool IsAddress(string text) => text.Length is > 2 and <= Longest && !text.Any(c => char.IsControl(c) || c is ' ' or ',' or ';' or '<' or '>') && text.IndexOf('@', StringComparison.Ordinal) is > 0 && MailboxAddress.TryParse(text, out _);
    private static string HashOf(UserAccount user, string code) => CommandContext.KeyHash($"mail/{user.Id}/{user.SecurityStamp}/{code}");
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
