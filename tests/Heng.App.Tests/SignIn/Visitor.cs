using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Heng.App.Tests.SignIn;

/// <summary>Somebody at an address with a browser's cookies, who fills forms in as the pages give them.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly string url;
    private readonly CookieContainer cookies;
    private readonly HttpClient client;

    public Visitor(string url, string from = "127.0.0.1", CookieContainer? cookies = null)
    {
        this.url = url;
        this.cookies = cookies ?? new();
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, CookieContainer = this.cookies,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = new(url) };
    }

    /// <summary>Who has copied the cookies as they are now.</summary>
    public Visitor Copy()
    {
        var copied = new CookieContainer();
        copied.Add(cookies.GetAllCookies());
        return new(url, cookies: copied);
    }

    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    public Task<string> Read(string address) => client.GetStringAsync(new Uri(address, UriKind.Relative));

    /// <summary>Posts a form with the token of a page that has one.</summary>
    public async Task<HttpResponseMessage> Post(string address, string page, params (string Name, string Value)[] fields) => await Send(address, await Token(page), fields);

    /// <summary>The same form from the same page, as often as said and all at once.</summary>
    public async Task<HttpResponseMessage[]> PostAtOnce(int times, string address, string page, params (string Name, string Value)[] fields)
    {
        var token = await Token(page);
        return await Task.WhenAll(Enumerable.Range(0, times).Select(_ => Send(address, token, fields)));
    }

    private async Task<HttpResponseMessage> Send(string address, string token, (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    public Task<HttpResponseMessage> Upload(string address, string page, string field, byte[] content) => Send(address, page, field, "photo.png", new ByteArrayContent(content));

    /// <param name="name">Null for a form without any file.</param>
    public Task<HttpResponseMessage> Upload(string? name, string text, string page = "/import", string address = "/import", string field = "files") => Send(address, page, field, name, new StringContent(text));

    private async Task<HttpResponseMessage> Send(string address, string page, string field, string? name, HttpContent content)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await Token(page)), "__RequestVerificationToken" } };
        if (name is not null) form.Add(content, field, name);
        return await client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    public async Task<HttpStatusCode> SignIn(string name, string password) => (await Post("/signin", "/signin", ("name", name), ("password", password))).StatusCode;

    public async Task<bool> IsIn() => (await Get("/people")).StatusCode == HttpStatusCode.OK;

    public void Dispose() => client.Dispose();

    private async Task<string> Token(string page) => TokenField().Match(await Read(page)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
