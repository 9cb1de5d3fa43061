namespace Heng.App.Features.Connectors;

/// <summary>Where a platform may be asked: its own hosts over https, and this machine for trying things out. Anything else could be sent our keys.</summary>
public static class Gateway
{
    public const string Default = "https://eco.taobao.com/router/rest";
    private static readonly string[] Hosts = ["eco.taobao.com", "gw.api.taobao.com", "gw.api.tbsandbox.com"];

    /// <summary>The address, or null where it is none that keys are sent to.</summary>
    public static Uri? Of(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { UserInfo: "", Query: "", Fragment: "" } && (IsOwn(uri) || IsHere(uri)) ? uri : null;

    public static bool IsHere(Uri uri) => uri.IsLoopback && (uri.Scheme is "http" or "https");

    private static bool IsOwn(Uri uri) => uri is { Scheme: "https", IsDefaultPort: true } && Hosts.Contains(uri.IdnHost, StringComparer.Ordinal);
}
