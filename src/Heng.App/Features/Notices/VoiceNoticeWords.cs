using Heng.App.CommandLine;
using Heng.App.Features.Suggestions;
using Heng.App.Features.Surveys;
using Heng.Engine.Explanation;
using Heng.Engine.Voice;

namespace Heng.App.Features.Notices;

/// <summary>What is told of suggestions and surveys. That somebody has not answered is said to them alone; a group hears that a survey is open.</summary>
internal static class VoiceNoticeWords
{
    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(SuggestionTelling.NewKind, new("有新建议", "A new suggestion"), "message-square-text", said => said.One("by") is var by && by != Ui.Show.None
            ? new($"{by} 提了建议“{said.One("title")}”，请您答复", $"{by} suggests '{said.One("title")}'; please answer") : new($"有人不具名提了建议“{said.One("title")}”，请您答复", $"Somebody suggests, unnamed: '{said.One("title")}'; please answer")),
        new(SuggestionTelling.AnsweredKind, new("建议有答复", "A suggestion is answered"), "circle-check", said => new($"建议“{said.One("title")}”：{said.One("by")} {Step(said).Zh}", $"Suggestion '{said.One("title")}': {said.One("by")}, {Step(said).En}")),
        new(SurveyTelling.OpenKind, new("请答调查", "A survey is open"), "list", said => new($"“{said.Two("name").Zh}”已开启，请在 {said.Day("last-day").Zh}前作答，不留姓名", $"'{said.Two("name").En}' is open until {said.Day("last-day").En}; answers are anonymous"))
            { InGroup = said => new($"“{said.Two("name").Zh}”已开启，{said.Day("last-day").Zh}前作答", $"'{said.Two("name").En}' is open until {said.Day("last-day").En}"), NamesPeople = false },
        new(SurveyTelling.RemindKind, new("调查还没答", "A survey waits"), "clock", said => new($"“{said.Two("name").Zh}”{said.Day("last-day").Zh}截止，您还没有作答", $"'{said.Two("name").En}' ends on {said.Day("last-day").En} and you have not answered")),
        new(SurveyTelling.ActionKind, new("调查后的改进", "What is done after a survey"), "trending-up", said => new($"“{said.Two("name").Zh}”之后：{said.One("doing")}", $"After '{said.Two("name").En}': {said.One("doing")}")),
    ];

    private static Wording Step(Said said) => Enum.GetValues<SuggestionEvent>().Where(e => Json.Kebab(e) == said.One("what")).Select(SuggestionWords.Of).DefaultIfEmpty(new(said.One("what"), said.One("what"))).First();
}
