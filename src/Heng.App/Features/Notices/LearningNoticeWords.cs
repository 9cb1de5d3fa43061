using Heng.Engine.Explanation;

namespace Heng.App.Features.Notices;

/// <summary>What is told of trainings, exams and simulated dialogues. A group may hear that there is one; who failed or declined is between the people concerned.</summary>
internal static class LearningNoticeWords
{
    public const string TrainingAsked = "training-asked", TrainingChanged = "training-changed", TrainingCalledOff = "training-called-off", TrainingDeclined = "training-declined",
        ExamSet = "exam-set", ExamChanged = "exam-changed", ExamCalledOff = "exam-called-off", ExamToScore = "exam-to-score", ExamFinal = "exam-final",
        DialogueSet = "dialogue-set", DialogueCalledOff = "dialogue-called-off", DialogueToScore = "dialogue-to-score", DialogueScored = "dialogue-scored";

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(TrainingAsked, new("请您参加培训", "A training asks for you"), "calendar", said => new($"培训“{said.One("name")}”{said.One("at")}，{Where(said).Zh}；不能来请说明", $"training '{said.One("name")}', {said.One("at")}, {Where(said).En}; say so if you can't come"))
            { InGroup = said => new($"培训“{said.One("name")}”{said.One("at")}", $"training '{said.One("name")}', {said.One("at")}"), NamesPeople = false },
        new(TrainingChanged, new("培训有变动", "A training is changed"), "calendar", said => new($"培训“{said.One("name")}”改了：{said.One("at")}，{Where(said).Zh}", $"training '{said.One("name")}' is changed: {said.One("at")}, {Where(said).En}"))
            { InGroup = said => new($"培训“{said.One("name")}”改了：{said.One("at")}", $"training '{said.One("name")}' is changed: {said.One("at")}"), NamesPeople = false },
        new(TrainingCalledOff, new("培训取消", "A training is called off"), "ban", said => new($"培训“{said.One("name")}”（{said.One("at")}）取消：{said.One("why")}", $"training '{said.One("name")}' ({said.One("at")}) is called off: {said.One("why")}")),
        new(TrainingDeclined, new("有人不能参加培训", "Somebody can't come to a training"), "circle-alert", said => new($"{said.One("by")} 不能参加“{said.One("name")}”（{said.One("at")}）：{said.One("why")}", $"{said.One("by")} can't come to '{said.One("name")}' ({said.One("at")}): {said.One("why")}")),
        new(ExamSet, new("请您参加考试", "An exam asks for you"), "file-text", said => new($"考试“{said.One("name")}”：{said.One("at")} 到 {said.One("until")} 之间作答，限时 {said.One("minutes")} 分钟", $"exam '{said.One("name")}': sit it between {said.One("at")} and {said.One("until")}; {said.One("minutes")} minutes"))
            { InGroup = said => new($"考试“{said.One("name")}”：{said.One("at")} 到 {said.One("until")}", $"exam '{said.One("name")}': {said.One("at")} to {said.One("until")}"), NamesPeople = false },
        new(ExamChanged, new("考试有变动", "An exam is changed"), "file-text", said => new($"考试“{said.One("name")}”改了：{said.One("at")} 到 {said.One("until")}，限时 {said.One("minutes")} 分钟", $"exam '{said.One("name")}' is changed: {said.One("at")} to {said.One("until")}, {said.One("minutes")} minutes")),
        new(ExamCalledOff, new("考试取消", "An exam is called off"), "ban", said => new($"考试“{said.One("name")}”取消：{said.One("why")}", $"exam '{said.One("name")}' is called off: {said.One("why")}")),
        new(ExamToScore, new("简答题待评", "Answers to score"), "list", said => new($"考试“{said.One("name")}”有简答题待评分", $"exam '{said.One("name")}' has answers in words that wait for points")),
        new(ExamFinal, new("考试成绩已定", "An exam's result is final"), "circle-check", said => new($"您的考试“{said.One("name")}”成绩已定，考试时间过后可看答案和讲解", $"your result of exam '{said.One("name")}' is final; answers and explanations are shown once its time is over")),
        new(DialogueSet, new("请您做模拟对话", "A simulated dialogue asks for you"), "message-square-text", said => new($"模拟对话“{said.One("name")}”：{said.One("at")} 到 {said.One("until")} 之间做一次", $"simulated dialogue '{said.One("name")}': run it once between {said.One("at")} and {said.One("until")}"))
            { InGroup = said => new($"模拟对话“{said.One("name")}”：{said.One("at")} 到 {said.One("until")}", $"simulated dialogue '{said.One("name")}': {said.One("at")} to {said.One("until")}"), NamesPeople = false },
        new(DialogueCalledOff, new("模拟对话取消", "A simulated dialogue is called off"), "ban", said => new($"模拟对话“{said.One("name")}”取消：{said.One("why")}", $"simulated dialogue '{said.One("name")}' is called off: {said.One("why")}")),
        new(DialogueToScore, new("模拟对话待评", "A simulated dialogue to score"), "list", said => new($"{said.One("by")} 做完了模拟对话“{said.One("name")}”，待评分", $"{said.One("by")} has run the simulated dialogue '{said.One("name")}'; it waits for points")),
        new(DialogueScored, new("模拟对话已评", "A simulated dialogue is scored"), "circle-check", said => new($"您的模拟对话“{said.One("name")}”已评分，请看评语", $"your simulated dialogue '{said.One("name")}' is scored; read the comments")),
    ];

    private static Wording Where(Said said) => said.One("where") is var where && where == Ui.Show.None ? new("地点待定", "place to be told") : new(where, where);
}
