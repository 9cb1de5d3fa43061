using Heng.App.Features.Suggestions;
using Heng.App.Features.Surveys;
using Heng.Engine.Records;
using Heng.Engine.Voice;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>Invented suggestions and surveys.</summary>
public static class VoiceSamples
{
    private static readonly Instant Then = new(1_793_500_000);
    private static readonly DateOnly Day = new(2026, 10, 20);

    private static readonly SuggestionRow[] Rows =
    [
        new(4, "晚班能不能多一个人：八点到十点常常排队超过二十位买家", null, new(2026, 10, 26), SuggestionCategory.Care, SuggestionStage.New, 3, false, false, 6, [Names[1]]),
        new(3, "快捷短语按品类分组", Names[21], Day, SuggestionCategory.Tools, SuggestionStage.LookedAt, 12, false, true, 0, []),
        new(2, "退款原因改成三级选择", Names[22], new(2026, 10, 8), SuggestionCategory.Process, SuggestionStage.Done, 7, true, false, 0, []),
        new(1, "平均响应不要把机器人的回复算进去", Names[23], new(2026, 10, 2), SuggestionCategory.Assessment, SuggestionStage.NotAdopted, 5, false, false, 0, []),
    ];

    private static readonly SuggestionState State = new(
    [
        new(SuggestionEvent.Written, Names[21], Then) { Title = Rows[1].Title, Words = "现在两百多条短语混在一起，接待时要翻很久；按品类分成几组，常用的放最前面。", Helps = "每次少翻几秒，新人也找得到。", Category = SuggestionCategory.Tools },
        new(SuggestionEvent.LookedAt, Names[1], Then.Plus(86_400), "先看看各品类用得最多的短语。"),
        new(SuggestionEvent.Proposed, Names[1], Then.Plus(2 * 86_400), "两天就能整理完，建议采纳。") { Verdict = SuggestionEvent.Adopted },
    ]);

    public static SuggestionsView Suggestions => new(new(), Rows, Rows.Length, 1) { MayWrite = true };
    public static NewSuggestionView New => new(new("快捷短语能不能分组", "按品类分组", "", SuggestionCategory.Tools, false, false), [Rows[1]]) { Refused = SuggestionWords.Of(SuggestionRefusal.NeedsWords) };

    public static SuggestionView Suggestion => new(Rows[1], State, Day.AddDays(7))
    {
        Answers = [.. State.Happened.Skip(1).Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))], Duplicates = [Rows[3] with { Stage = SuggestionStage.Merged }], MayVote = true,
        Choices = [new(SuggestionEvent.Commented), new(SuggestionEvent.Adopted), new(SuggestionEvent.Merged)], Mergeable = [Rows[2], Rows[0]],
    };

    public static SuggestionBoardView Board => new(October, true, new(2026, 10, 1), new(2026, 12, 31), [new(1, Names[22], 2, 1, 1, 7), new(2, Names[21], 1, 0, 0, 12), new(3, Names[23], 1, 0, 0, 5)]);

    private static readonly KnownForm Monthly = SurveyForms.Shipped.First(f => f.Form.Id == "monthly");
    private static readonly SurveyRow Over = new(1, Monthly.Form.Name, new(2026, 10, 1), new(2026, 10, 7), SurveyPhase.Over, 26, 21, false, true), Open = Over with { Id = 2, First = new(2026, 11, 1), Last = new(2026, 11, 7), Phase = SurveyPhase.Open, Answered = 4, ForMe = true, HasAnswered = false };

    private static readonly ActionRow[] Actions =
    [
        new(2, 1, Over.Name, new([new(ActionEvent.Written, Names[0], Then) { Survey = 1, Heard = "看不懂转化率这一项怎么算出来的。", Doing = "每组开一次说明会，拿自己的数字讲一遍。", By = Names[1], Due = new(2026, 11, 20) }]), false),
        new(1, 1, Over.Name, new([new(ActionEvent.Written, Names[0], Then) { Survey = 1, Heard = "晚班进线多，响应却和白班比。", Doing = "晚班的响应时间单独定目标。", By = Names[0], Due = new(2026, 10, 31) }, new(ActionEvent.Done, Names[0], Then.Plus(900_000), "十一月的方案已改。")]), false),
    ];

    private static SurveyTally Tally => Enumerable.Range(0, 21).Aggregate(SurveyTally.Empty, (t, i) => t.With(i < 12 ? "一组" : "二组", 12, 5,
        new(Monthly.Form.Questions.Select((q, at) => (q.Id, Step: 1 + (i * 7 + at * 3) % 5)).ToDictionary(q => q.Id, q => q.Step), i % 6 == 0 ? $"晚班的目标和白班分开吧（{i}）" : null)));

    public static SurveyView Survey => new(Over, Monthly.Form, 5)
    {
        Results = SurveyResults.Of(Monthly.Form, Tally, 5), HeldBack = true, ShowsLines = true, Participation = [("一组", 14, 12), ("二组", 9, 9), ("三组", 3, 0)], MayLead = true, Actions = Actions,
        Trend = new([new(2026, 8, 7), new(2026, 9, 7), new(2026, 10, 7)], [.. Monthly.Form.Questions.Select(q => (q, (IReadOnlyList<decimal?>)[3.1m, null, 3.4m]))]),
    };

    public static SurveysView Surveys => new([Open, Over], [Monthly], ["一组", "二组", "三组"]) { MayOpen = true, Ask = new("monthly", new(2026, 12, 1), new(2026, 12, 7), [], 5), Refused = SurveyWords.Of(SurveyRefusal.OpenAlready) };
    public static SurveyAnswerView Answer => new(Open, Monthly.Form, 5, Actions);
    public static SurveyFormView Form => new(Monthly, Monthly.Text, [new("第 3 行：缺少 zh", "line 3: zh is missing")]) { MayKeep = true, Refused = SurveyWords.FormFaulty };
    public static VoiceView First => new([Open], [Rows[2]], Actions, true);
}
