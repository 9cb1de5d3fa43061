using Heng.App.Features.Honours;
using Heng.App.Features.ImprovementPlans;

namespace Heng.App.Features.Notices;

/// <summary>What is told of honours and improvement plans. Plans are between the people concerned: no robot can be given them.</summary>
internal static class GrowthNoticeWords
{
    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(HonourDoing.AwardedKind, new("荣誉已颁发", "An honour is awarded"), "circle-check", said => new($"{said.One("to")} 获得“{said.Two("title").Zh}”", $"{said.One("to")} is honoured: {said.Two("title").En}"))
            { InGroup = said => new($"“{said.Two("title").Zh}”已颁发", $"{said.Two("title").En} is awarded") },
        new(HonourDoing.ConfirmKind, new("荣誉待确认", "An honour to confirm"), "circle-alert", said => new($"{said.One("by")} 提出给 {said.One("to")} 颁发“{said.Two("title").Zh}”，附奖金，请您确认", $"{said.One("by")} awards {said.One("to")} {said.Two("title").En} with prize money; please confirm")),
        new(HonourDoing.TakenBackKind, new("荣誉已收回", "An honour is taken back"), "circle-alert", said => new($"{said.One("to")} 的“{said.Two("title").Zh}”已收回，请看理由", $"{said.Two("title").En} of {said.One("to")} is taken back; read why")),
        new(ImprovementDoing.WrittenKind, new("改进计划待同意", "An improvement plan to agree to"), "file-text", said => new($"{said.One("by")} 写了改进计划（{said.One("about")}），请看过后同意", $"{said.One("by")} wrote an improvement plan ({said.One("about")}); read it and agree")),
        new(ImprovementDoing.AgreedKind, new("改进计划开始", "An improvement plan runs"), "circle-check", said => new($"{said.One("about")} 的改进计划双方已同意，开始执行", $"both have agreed: the improvement plan of {said.One("about")} runs")),
        new(ImprovementDoing.ClosedKind, new("改进计划已结束", "An improvement plan is closed"), "circle-check", said => new($"{said.One("about")} 的改进计划已结束，请看结果", $"the improvement plan of {said.One("about")} is closed; look at the result")),
        new(ImprovementDoing.DueKind, new("改进步骤到期", "A step is due"), "clock", said => new($"{said.One("about")} 的改进计划：第 {said.One("step")} 步 {said.Day("day").Zh}到期", $"improvement plan of {said.One("about")}: step {said.One("step")} is due {said.Day("day").En}")),
        new(ImprovementDoing.LateKind, new("改进步骤已晚", "A step is late"), "clock", said => new($"{said.One("about")} 的改进计划：第 {said.One("step")} 步已过期（{said.Day("day").Zh}）", $"improvement plan of {said.One("about")}: step {said.One("step")} is late ({said.Day("day").En})")),
    ];
}
