using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Examples;
using NoticeKind = Heng.App.Features.Notices.NoticeKind;

namespace Heng.App.Features.GoodExamples;

/// <summary>Good examples in words. What is told stays between the two people: no robot can be given it.</summary>
public static class ExampleWords
{
    public const string ProposedKind = "example-proposed", AnsweredKind = "example-answered";
    public static readonly IReadOnlyList<string> Categories = ["开场", "推荐", "催付", "售后", "安抚"];

    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(ProposedKind, new("您的接待被推荐为案例", "Your chat as a good example"), "lightbulb", said => new($"{said.One("by")} 推荐您的一次接待作优秀案例“{said.One("title")}”，您同意了才会给同事看", $"{said.One("by")} proposes a chat of yours as a good example, '{said.One("title")}'; nobody sees it unless you consent")),
        new(AnsweredKind, new("案例已答复", "An example is answered"), "circle-check", said => said.One("what") switch
        {
            "consented" => new($"{said.One("by")} 同意分享案例“{said.One("title")}”", $"{said.One("by")} consents to share '{said.One("title")}'"),
            "withdrawn" => new($"{said.One("by")} 收回了案例“{said.One("title")}”，已不再展示", $"{said.One("by")} withdrew '{said.One("title")}'; it is shown no more"),
            _ => new($"{said.One("by")} 不同意分享案例“{said.One("title")}”", $"{said.One("by")} does not consent to share '{said.One("title")}'"),
        }),
    ];

    public static Wording Of(ExampleEvent what) => what switch
    {
        ExampleEvent.Proposed => new("推荐", "proposed"), ExampleEvent.Consented => new("本人同意", "consented"), ExampleEvent.Declined => new("本人不同意", "declined"), ExampleEvent.Withdrawn => new("本人收回", "withdrawn"),
        _ => new("撤下", "taken back"),
    };

    public static Wording Of(ExampleStage stage) => stage switch { ExampleStage.Proposed => new("等本人同意", "waits for consent"), ExampleStage.Shared => new("已分享", "shared"), _ => new("不再展示", "shown no more") };
    public static string Tag(ExampleStage stage) => stage switch { ExampleStage.Proposed => "warn", ExampleStage.Shared => "good", _ => "" };

    public static Refusal Of(ExampleRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        ExampleRefusal.RoleMayNot => new Wording("只有组长、主管、质检、人事和店长能推荐案例", "Only leaders, supervisors, QA, HR and the manager propose examples"),
        ExampleRefusal.NotTheirs => new("这一步要由本人做", "This is for the person it is about"),
        ExampleRefusal.OwnReception => new("不能推荐自己的接待", "Nobody proposes their own chats"),
        ExampleRefusal.ReceptionMissing => new("没有这次接待，或者没有绑定到人", "There is no such reception, or nobody is bound to it"),
        ExampleRefusal.AlreadyProposed => new("这次接待已经推荐过了", "This reception is proposed already"),
        ExampleRefusal.TitleMissing => new($"请写标题，最多 {GoodExample.LongestTitle} 字", $"Give it a title of at most {GoodExample.LongestTitle} characters"),
        ExampleRefusal.CategoryMissing => new($"请写分类，最多 {GoodExample.LongestCategory} 字", $"Give it a category of at most {GoodExample.LongestCategory} characters"),
        ExampleRefusal.NeedsReason => new("请写好在哪里", "Say what is good about it"),
        ExampleRefusal.WordsTooLong => new($"最多 {GoodExample.LongestWords} 字", $"At most {GoodExample.LongestWords} characters"),
        ExampleRefusal.StretchEmpty => new("结束时间早于开始时间，或者这一段没有消息", "The stretch ends before it begins, or has no message"),
        ExampleRefusal.NotOpen => new("现在不能做这一步，请再看一遍", "This can't be done now; look again"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
