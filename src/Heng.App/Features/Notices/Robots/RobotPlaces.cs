using System.Text.RegularExpressions;

namespace Heng.App.Features.Notices.Robots;

/// <summary>
/// Where robots may be reached: exactly the three platforms' own hosts and paths over https, so that no form can make Heng ask another address. A stand-in on this machine is
/// given in code alone, by tests.
/// </summary>
public sealed partial class RobotPlaces(Uri? standIn = null)
{
    private const int Longest = 300;

    /// <summary>The address, or null where it is none of the platform's robots.</summary>
    public Uri? Of(RobotPlatform platform, string text)
    {
        if (text.Length > Longest || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri is not { UserInfo: "", Fragment: "" }) return null;
        if (standIn is { IsLoopback: true } && uri.Scheme == standIn.Scheme && uri.Authority == standIn.Authority) return uri;
        if (uri is not { Scheme: "https", IsDefaultPort: true }) return null;
        return platform switch
        {
            RobotPlatform.DingTalk => uri.IdnHost == "oapi.dingtalk.com" && uri.AbsolutePath == "/robot/send" && DingTalkQuery().IsMatch(uri.Query),
            RobotPlatform.WeCom => uri.IdnHost == "qyapi.weixin.qq.com" && uri.AbsolutePath == "/cgi-bin/webhook/send" && WeComQuery().IsMatch(uri.Query),
            _ => uri.IdnHost == "open.feishu.cn" && FeishuPath().IsMatch(uri.AbsolutePath) && uri.Query.Length == 0,
        } ? uri : null;
    }

    [GeneratedRegex(@"^\?access_token=[A-Za-z0-9_-]+\z")]
    private static partial Regex DingTalkQuery();

    [GeneratedRegex(@"^\?key=[A-Za-z0-9_-]+\z")]
    private static partial Regex WeComQuery();

    [GeneratedRegex(@"^/open-apis/bot/v2/hook/[A-Za-z0-9_-]+\z")]
    private static partial Regex FeishuPath();
}
