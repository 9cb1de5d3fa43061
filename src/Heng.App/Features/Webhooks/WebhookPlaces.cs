using System.Net;
using System.Net.Sockets;

namespace Heng.App.Features.Webhooks;

/// <summary>
/// Which addresses may be posted to: https anywhere in the open network; the house's own, and http, only where the operator of this machine said so for this hook.
/// A name is looked up once for each connection and that answer is what is connected to, so that it cannot turn into another in between.
/// </summary>
public static class WebhookPlaces
{
    public const int Longest = 300;

    /// <summary>Null where the text is no address that may be posted to.</summary>
    public static Uri? Of(string text, bool privateAllowed) =>
        text.Length <= Longest && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { UserInfo: "", Fragment: "" } && (uri.Scheme == "https" || privateAllowed && uri.Scheme == "http")
            && (privateAllowed || !IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var literal) || IsOpen(literal)) ? uri : null;

    /// <summary>For pages and lists: what stands behind a question mark is often a secret of the receiver's.</summary>
    public static string Shown(string address) => address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? address[..(at + 1)] + "…" : address;

    /// <summary>Whether an address lies in the open network.</summary>
    public static bool IsOpen(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            // 2000::/3 alone is handed out; of it not the ways around IPv4 (6to4, Teredo) and documentation.
            return (address.GetAddressBytes()[0] & 0xE0) == 0x20 && !Within(address, "2002::/16") && !Within(address, "2001::/32") && !Within(address, "2001:db8::/32");
        return !Closed.Any(n => n.Contains(address));
    }

    private static bool Within(IPAddress address, string network) => IPNetwork.Parse(network).Contains(address);

    // This network, private, shared, loopback, link-local (cloud metadata too), protocol assignments, documentation, benchmarks, multicast and reserved.
    private static readonly IPNetwork[] Closed = [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
    }.Select(n => IPNetwork.Parse(n))];

    public static async ValueTask<Stream> Connect(DnsEndPoint to, bool privateAllowed, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(to.Host, cancel);
        IPAddress[] open = privateAllowed ? found : [.. found.Where(IsOpen)];
        if (open.Length == 0) throw new HttpRequestException("no address in the open network");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, to.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
