using Heng.App.Features.Doing;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Notices;

/// <summary>What is told of changes that two people make.</summary>
internal static class ChangeNoticeWords
{
    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(SecondPerson.ToConfirm, new("变更待确认", "A change to confirm"), "circle-alert", said => new($"{said.One("by")} 提出{What(said).Zh}，请您看过后确认", $"{said.One("by")} proposes {What(said).En}; please look at it and confirm")),
        new(SecondPerson.Answered, new("变更有了答复", "A change is answered"), "circle-check", said => said.One("why") is { Length: > 0 } why
            ? new($"{said.One("by")} 不同意{What(said).Zh}：{why}", $"{said.One("by")} refuses {What(said).En}: {why}") : new($"{said.One("by")} 确认了{What(said).Zh}，已生效", $"{said.One("by")} confirmed {What(said).En}; it is in force")),
    ];

    private static Wording What(Said said) => said.One("what") == TwoPersonChange.Plan.Kind.Name
        ? new($"发布方案“{said.One("about")}”", $"to publish the plan '{said.One("about")}'") : new($"修改 {said.One("about")} 的判定规则", $"to change the counting rules of {said.One("about")}");
}
