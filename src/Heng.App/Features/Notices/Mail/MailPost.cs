using System.Net.Sockets;
using Heng.App.Features.Notices.Sending;
using Heng.Store;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Heng.App.Features.Notices.Mail;

/// <summary>Hands one mail to the shop's server. What the server answers is a value; addresses are not in it.</summary>
public sealed class MailPost(MailSafe safe, TimeSpan? patience = null)
{
    private const int Longest = 120;

    public async Task<Delivery> Send(MailSetting setting, string to, string subject, string text, CancellationToken cancel)
    {
        var password = setting.Secret is null ? null : safe.Open(setting.Secret);
        if (setting.Secret is not null && password is null) return new(DeliveryKind.Refused, "password can't be opened");
        using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        message.From.Add(MailboxAddress.Parse(setting.Sender));
        message.To.Add(MailboxAddress.Parse(to));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience ?? TimeSpan.FromSeconds(20));
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(setting.Host, setting.Port, setting.Security switch { MailSecurity.Tls => SecureSocketOptions.SslOnConnect, MailSecurity.StartTls => SecureSocketOptions.StartTls, _ => SecureSocketOptions.None }, limit.Token);
            if (setting.Account is { } account) await client.AuthenticateAsync(account, password ?? "", limit.Token);
            await client.SendAsync(message, limit.Token);
            await Goodbye(client, limit.Token);
            return new(DeliveryKind.Sent, "250");
        }
        catch (SmtpCommandException e)
        {
            return new((int)e.StatusCode < 500 ? DeliveryKind.Unreachable : DeliveryKind.Refused, Short($"{(int)e.StatusCode} {e.Message}", to, setting));
        }
        catch (MailKit.Security.AuthenticationException)
        {
            return new(DeliveryKind.Refused, "account or password wrong");
        }
        catch (Exception e) when (e is SslHandshakeException or NotSupportedException or ServiceNotAuthenticatedException)
        {
            return new(DeliveryKind.Refused, "no secure connection");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(DeliveryKind.Unreachable, "no answer in time");
        }
        catch (Exception e) when (e is SocketException or IOException or SmtpProtocolException or ServiceNotConnectedException)
        {
            return new(DeliveryKind.Unreachable, "not reached");
        }
    }

    /// <summary>The mail is taken by now: a server that is rude at the end changes nothing.</summary>
    private static async Task Goodbye(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.DisconnectAsync(true, cancel);
        }
        catch (Exception e) when (e is SocketException or IOException or SmtpProtocolException or SmtpCommandException or OperationCanceledException)
        {
        }
    }

    private static string Short(string text, string to, MailSetting setting)
    {
        var clean = text.ReplaceLineEndings(" ").Replace(to, "…", StringComparison.OrdinalIgnoreCase).Replace(setting.Account ?? "\n", "…", StringComparison.OrdinalIgnoreCase);
        return clean.Length > Longest ? clean[..Longest] : clean;
    }
}
