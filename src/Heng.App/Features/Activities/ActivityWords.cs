using Heng.App.Features.Notices;
using Heng.Engine.Explanation;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using NoticeKind = Heng.App.Features.Notices.NoticeKind;

namespace Heng.App.Features.Activities;

/// <summary>Kinds, stages and notices of sessions and projects in words.</summary>
public static class ActivityWords
{
    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(ActivityDoing.HeldKind, new("分享或项目已确认", "A session or project was confirmed"), "circle-check", said => new($"{said.One("by")} 确认了您在“{said.One("what")}”中的贡献，计入考核", $"{said.One("by")} confirmed what you did for '{said.One("what")}'; it counts")),
    ];

    public static Wording Of(ActivityKind kind) => kind == ActivityKind.Sharing ? new("分享会", "Sharing session") : new("团队项目", "Team project");
    public static Wording Of(ActivityStage stage) => stage switch { ActivityStage.Planned => new("计划中", "planned"), ActivityStage.Held => new("已确认", "confirmed"), _ => new("已取消", "cancelled") };
    public static string Tag(ActivityStage stage) => stage switch { ActivityStage.Planned => "info", ActivityStage.Held => "good", _ => "" };
}
