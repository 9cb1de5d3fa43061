namespace Heng.App.Features.SignIn;

/// <summary>A device as its browser names itself, short enough to know it again: "Chrome · Windows".</summary>
public static class DeviceWords
{
    // The first that fits: others' browsers call themselves Chrome and Safari too.
    private static readonly (string Mark, string Name)[] Browsers =
        [("MicroMessenger", "WeChat"), ("DingTalk", "DingTalk"), ("Lark", "Lark"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];
    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("HarmonyOS", "HarmonyOS"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Of(string? agent) =>
        string.Join(" · ", new[] { Find(Browsers, agent), Find(Systems, agent) }.OfType<string>()) is { Length: > 0 } words ? words : "?";

    private static string? Find((string Mark, string Name)[] among, string? agent) =>
        agent is null ? null : among.FirstOrDefault(a => agent.Contains(a.Mark, StringComparison.OrdinalIgnoreCase)).Name;
}
