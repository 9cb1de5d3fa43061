using Heng.App.Features.Onboarding;

namespace Heng.App.Features.Notices;

/// <summary>What is told of a new hire's training. It is between the people concerned: no robot can be given it.</summary>
internal static class OnboardingNoticeWords
{
    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(OnboardingTold.StartedKind, new("新人带教开始", "A new hire’s training begins"), "users", said => new($"{said.One("trainee")} 的新人带教开始，带教人 {said.One("mentor")}", $"the training of {said.One("trainee")} begins; the mentor is {said.One("mentor")}")),
        new(OnboardingTold.ConfirmKind, new("带教步骤待确认", "A training step to confirm"), "circle-check", said => new($"{said.One("by")} 已勾 {said.One("trainee")} 带教的第 {said.One("step")} 步，请您也打勾", $"{said.One("by")} ticked step {said.One("step")} of the training of {said.One("trainee")}; please tick it too")),
        new(OnboardingTold.MentorKind, new("带教人已换", "Another mentor"), "arrow-right-left", said => new($"{said.One("trainee")} 的带教人换成 {said.One("mentor")}", $"the mentor of {said.One("trainee")} is now {said.One("mentor")}")),
        new(OnboardingTold.ReadyKind, new("带教待定结果", "A training waits for its result"), "circle-alert", said => new($"{said.One("trainee")} 的新人带教到了定结果的时候：通过、延长或未通过", $"the training of {said.One("trainee")} waits for its result: passed, extended or not passed")),
        new(OnboardingTold.ExtendedKind, new("带教已延长", "A training is extended"), "calendar", said => new($"{said.One("trainee")} 的新人带教延长到{said.Day("day").Zh}", $"the training of {said.One("trainee")} is extended to {said.Day("day").En}")),
        new(OnboardingTold.EndedKind, new("带教已结束", "A training has ended"), "file-text", said => new($"{said.One("trainee")} 的新人带教已结束，请看结果", $"the training of {said.One("trainee")} has ended; look at the result")),
        new(OnboardingTold.DueKind, new("带教步骤到期", "A training step is due"), "clock", said => new($"{said.One("trainee")} 的新人带教：第 {said.One("step")} 步 {said.Day("day").Zh}到期", $"training of {said.One("trainee")}: step {said.One("step")} is due {said.Day("day").En}")),
        new(OnboardingTold.LateKind, new("带教步骤已晚", "A training step is late"), "clock", said => new($"{said.One("trainee")} 的新人带教：第 {said.One("step")} 步已过期（{said.Day("day").Zh}）", $"training of {said.One("trainee")}: step {said.One("step")} is late ({said.Day("day").En})")),
    ];
}
