using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.App.Features.ScoringPages;

/// <summary>Why marks are not taken, in words; the drafts are kept whatever the answer.</summary>
public static class ScoringWords
{
    public static readonly Refusal Nothing = new("nothing-to-score", new("这次考核没有要您评的", "There is nothing for you to score in this assessment"));
    public static readonly Refusal NotYours = new("not-yours", new("有的分数不由您评：流程或委托已经变了，请再看一遍", "Some of these marks are not yours to give: the course or a delegation has changed; look again"));
    public static readonly Refusal Busy = new("busy", new("正在导入数据，请稍后再提交；草稿已保存", "An import is at work; hand in a little later. The draft is kept"));
    public static readonly Refusal TooLong = new("comment-too-long", new($"评语最多 {PointRules.LongestComment} 字；太长的没有存进草稿，仍在下面的表里", $"A comment has at most {PointRules.LongestComment} characters; what is too long is not kept as a draft, it still stands in the form below"));

    /// <summary>That a draft was kept is told with every refusal.</summary>
    public static Refusal Kept(Refusal refusal) => refusal with { Words = new($"{refusal.Words.Zh}。您填的已存为草稿", $"{refusal.Words.En}. What you typed is kept as a draft") };

    public static Refusal Of(PointFault fault, int cells) => new(Json.Kebab(fault), fault switch
    {
        PointFault.PointsMissing => new($"还有 {cells} 处没有评，不能提交", $"{Show.Count(cells, "mark is", "marks are")} missing; nothing was handed in"),
        PointFault.PointsUnreadable => new($"有 {cells} 处不是数字", $"{Show.Count(cells, "mark is", "marks are")} no number"),
        PointFault.PointsOutOfRange => new($"有 {cells} 处超出分数范围", $"{Show.Count(cells, "mark is", "marks are")} off the scale"),
        PointFault.PointsOffStep => new($"有 {cells} 处不在允许的分档上", $"{Show.Count(cells, "mark is", "marks are")} between the steps"),
        PointFault.CommentMissing => new($"最高和最低的分要写评语：还有 {cells} 处没写", $"Very high and very low marks say why: {Show.Count(cells, "comment is", "comments are")} missing"),
        PointFault.CommentTooLong => new($"有 {cells} 处评语超过 {PointRules.LongestComment} 字", $"{Show.Count(cells, "comment has", "comments have")} more than {PointRules.LongestComment} characters"),
        PointFault.ChangedMeanwhile => new($"有 {cells} 处在别处也改过，请先选定用哪一个", $"{Show.Count(cells, "mark was", "marks were")} changed elsewhere too; choose between the two first"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    });

    /// <summary>Beside the cell.</summary>
    public static Wording Of(PointFault fault, OnScale scale)
    {
        var (low, high) = (Show.Trimmed(scale.Low), Show.Trimmed(scale.High));
        return fault switch
        {
            PointFault.PointsMissing => new("还没有评", "not scored yet"),
            PointFault.PointsUnreadable => new("不是数字", "not a number"),
            PointFault.PointsOutOfRange => new($"应在 {low} 至 {high} 之间", $"between {low} and {high}"),
            PointFault.PointsOffStep => new($"每档 {Show.Trimmed(scale.Step)} 分", $"in steps of {Show.Trimmed(scale.Step)}"),
            PointFault.CommentMissing => new($"不高于 {Show.Trimmed(scale.Edges.Low)} 或不低于 {Show.Trimmed(scale.Edges.High)} 分要写评语", $"{Show.Trimmed(scale.Edges.Low)} and less, or {Show.Trimmed(scale.Edges.High)} and more, say why"),
            PointFault.CommentTooLong => new($"最多 {PointRules.LongestComment} 字", $"{PointRules.LongestComment} characters at most"),
            PointFault.ChangedMeanwhile => new("在别处也改过，请选一个", "changed elsewhere too: choose one"),
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
    }
}
