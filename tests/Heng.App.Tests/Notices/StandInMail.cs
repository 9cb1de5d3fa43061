using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Heng.App.Tests.Notices;

/// <summary>Stands in for a mail server on this machine: takes one mail a connection, and answers RCPT as it is told to.</summary>
internal sealed class StandInMail : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<(string To, string Text)> mails = [];

    public StandInMail()
    {
        listener.Start();
        _ = Task.Run(Serve);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public string Recipient { get; set; } = "250 ok";
    public string Login { get; private set; } = "";

    public IReadOnlyList<(string To, string Text)> Mails
    {
        get { lock (mails) return [.. mails]; }
    }

    private async Task Serve()
    {
        try
        {
            while (true) _ = Talk(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var own = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 stand-in");
        var to = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            var word = line.Split(' ')[0].ToUpperInvariant();
            if (word == "RCPT") to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
            if (word == "AUTH") Login = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Trim('\0').Replace('\0', ' ');
            if (word == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var text = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".") text.Append(part).Append('\n');
                lock (mails) mails.Add((to, text.ToString()));
                await writer.WriteLineAsync("250 taken");
                continue;
            }
            await writer.WriteLineAsync(word switch { "EHLO" => "250-stand-in\r\n250-8BITMIME\r\n250 AUTH PLAIN", "AUTH" => "235 in", "RCPT" => Recipient, "QUIT" => "221 bye", _ => "250 ok" });
            if (word == "QUIT") return;
        }
    }

    public void Dispose() => listener.Dispose();
}
