using Heng.Engine.Explanation;

namespace Heng.App.Features.Notices.Robots;

/// <summary>Whose robot it is. Stored and posted by id.</summary>
public enum RobotPlatform { DingTalk, WeCom, Feishu }

public static class RobotPlatforms
{
    public static IReadOnlyList<(RobotPlatform Platform, string Id, Wording Name)> All { get; } =
        [(RobotPlatform.DingTalk, "dingtalk", new("钉钉", "DingTalk")), (RobotPlatform.WeCom, "wecom", new("企业微信", "WeCom")), (RobotPlatform.Feishu, "feishu", new("飞书", "Feishu"))];

    public static RobotPlatform? Parse(string? id) => All.Where(p => p.Id == id).Select(p => (RobotPlatform?)p.Platform).FirstOrDefault();
    public static string Id(RobotPlatform platform) => All.First(p => p.Platform == platform).Id;
    public static Wording Name(string id) => All.Where(p => p.Id == id).Select(p => (Wording?)p.Name).FirstOrDefault() ?? new(id, id);
}
