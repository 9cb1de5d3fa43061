using System.Text.RegularExpressions;

namespace Heng.Intake.Chats;

/// <summary>Lines that the client writes between people's words (系统提示): what they tell, and what is passed over.</summary>
internal static partial class ChatWords
{
    /// <summary>What the web page shows for everything that is no text.</summary>
    private const string NotShown = "请在客户端查看原始聊天记录，网页版无法展示";

    [GeneratedRegex(@"^(?<nick>\S{1,64}?)\s*撤回了一条消息$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Recall();

    [GeneratedRegex(@"^由\s*(?<by>\S{1,64}?)\s*转交给\s*(?<to>[^\s，,；;。]{1,64})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Transfer();

    public static bool IsStatus(string line) => line.Trim() is "已读" or "未读" or "发送中";

    public static string? RecalledBy(string line) => line.Length <= 100 && Recall().Match(line.Trim()) is { Success: true } match ? match.Groups["nick"].Value : null;

    public static (string By, string To)? TransferOf(string line) =>
        line.Length <= 200 && Transfer().Match(line.Trim()) is { Success: true } match ? (match.Groups["by"].Value, match.Groups["to"].Value) : null;

    /// <summary>A notice of the client's own, which ends the message above it.</summary>
    public static bool IsNotice(string line)
    {
        var bare = line.Trim();
        return bare is "商品详情页" or "商品推荐" || bare.StartsWith("当前用户来自", StringComparison.Ordinal) || bare.StartsWith("原因：【", StringComparison.Ordinal);
    }

    /// <summary>A message of such lines alone is a card: an item, a link, or what the page does not show.</summary>
    public static bool IsOfCard(string line)
    {
        var bare = line.Trim();
        return IsNotice(bare) || bare == NotShown || bare.StartsWith('¥') || bare.StartsWith('￥') || IsLink(bare);
    }

    private static bool IsLink(string line) =>
        (line.StartsWith("http://", StringComparison.Ordinal) || line.StartsWith("https://", StringComparison.Ordinal)) && !line.Contains(' ', StringComparison.Ordinal);
}
