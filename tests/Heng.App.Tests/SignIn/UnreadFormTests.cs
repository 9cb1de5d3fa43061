using System.Net.Sockets;
using System.Text;
using Heng.App.Tests.Quality;
using Heng.App.Ui;
using Microsoft.AspNetCore.Hosting;

namespace Heng.App.Tests.SignIn;

/// <summary>Who was signed out sends a card on a busy machine: its head first, the rest later.</summary>
public sealed class UnreadFormTests
{
    [Fact]
    public async Task A_form_of_somebody_signed_out_is_answered_once_it_is_in_whole_and_the_connection_goes_on()
    {
        using var shop = new InspectedShop();
        await using var app = Server.Build(shop.Database, shop.Folder, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        var address = new Uri(app.Urls.First());
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        var body = "act=inspect&words=" + new string('a', 3000);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {Links.Inspection(1)} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n"));
        // Answered before it is read, it would be closed after 5 seconds of waiting for the rest.
        await Task.Delay(1000);
        Assert.False(stream.DataAvailable);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(body));
        Assert.Contains("/signin?to=", await Answer(stream), StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /signin HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 200", await Answer(stream), StringComparison.Ordinal);
    }

    private static async Task<string> Answer(NetworkStream stream)
    {
        var read = new byte[4096];
        var length = await stream.ReadAsync(read).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        return Encoding.ASCII.GetString(read, 0, length);
    }
}
