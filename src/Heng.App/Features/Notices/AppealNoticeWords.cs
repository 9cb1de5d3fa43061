using Heng.App.Features.Appeals;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Notices;

/// <summary>What is told of appeals, of corrections, and of invitations to rate as a peer. Between the people concerned: no robot can be given it.</summary>
internal static class AppealNoticeWords
{
    private static readonly (string Name, Wording Of)[] Moving = [("score", new("得分", "score")), ("grade", new("等级", "grade")), ("rank", new("名次", "rank")), ("net", new("实发", "net pay"))];

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(AppealTelling.RaisedKind, new("有人申诉", "An appeal"), "circle-alert", said => new($"{said.One("by")} 就一条{What(said).Zh}记录提出申诉，请答复", $"{said.One("by")} appeals against {What(said).En}; please answer")),
        new(AppealTelling.EscalatedKind, new("再申诉", "An escalated appeal"), "circle-alert", said => new($"{said.One("by")} 对驳回的申诉再次申诉，请裁定", $"{said.One("by")} escalated a refused appeal; please decide")),
        new(AppealTelling.AnsweredKind, new("申诉已答复", "An appeal is answered"), "circle-check", Answered),
        new(AppealTelling.MovedKind, new("经更正有变化", "Moved by a correction"), "arrow-right-left", Moved),
        new("peer-invited", new("邀请您互评", "You are asked as a peer"), "users", said => new($"请您为 {said.One("about")} 互评（{said.Month("month").Zh}）", $"You are asked to rate {said.One("about")} as a peer ({said.Month("month").En})")),
    ];

    private static Wording Answered(Said said) => (said.One("answer"), said.One("final")) switch
    {
        ("accepted", _) => new("您的申诉已采纳，记录已更正", "your appeal was accepted and the record corrected"),
        (_, "no") => new("您的申诉未被采纳；可以在期限内再申诉一次", "your appeal was refused; it can be escalated once within the window"),
        _ => new("您的再次申诉未被采纳，这是最后的答复", "your escalated appeal was refused; this is final"),
    };

    private static Wording Moved(Said said)
    {
        var order = said.Has("order") ? $" {said.One("order")}" : "";
        var moves = Moving.Where(m => said.Has(m.Name)).Select(m => new Wording($"{m.Of.Zh} {said.One(m.Name + "Was")} → {said.One(m.Name)}", $"{m.Of.En} {said.One(m.Name + "Was")} → {said.One(m.Name)}")).ToArray();
        return new($"一条{What(said).Zh}记录{order}经申诉更正，您{said.Month("month").Zh}的数字有变化：{string.Join("，", moves.Select(m => m.Zh))}",
            $"{What(said).En}{order} was corrected after an appeal, and your numbers of {said.Month("month").En} changed: {string.Join(", ", moves.Select(m => m.En))}");
    }

    private static Wording What(Said said) => said.One("what") switch
    {
        "order" => new("订单", "an order"),
        "rating" => new("服务评价", "a rating"),
        "review" => new("商品评价", "a review"),
        "attendance" => new("出勤", "an attendance sheet"),
        "entry" => new("评分", "given points"),
        "message" => new("聊天", "a message"),
        var other => new(other, other),
    };
}
