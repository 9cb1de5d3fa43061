using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Points that raters gave (评分录入). Points may be negative where an item deducts.</summary>
internal static class EntryTable
{
    private const int Month = 0, Agent = 1, Item = 2, Rater = 3, Points = 4, Comment = 5, By = 6;

    public static readonly Format Format = new("entries", new("人工评分", "Rated entries"), Holding.Entries, Shape.Table,
    [
        new("month", true, "月份"),
        new("agent", true, "客服", "姓名"),
        new("item", true, "指标", "评分项"),
        new("rater", true, "评分人角色"),
        new("points", true, "分数", "得分"),
        new("comment", false, "评语", "说明"),
        new("by", false, "评分人"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Entry>(e => [e.Month, e.Agent, e.Item, e.Rater, e.Points, e.Comment, e.By]),
    };

    private static Entry Read(Cells cells) => new(
        cells.Month(Month), cells.Needed(Agent), cells.Needed(Item), RaterOf(cells), cells.Number(Points), cells.Said(Comment), cells.Name(By));

    private static string RaterOf(Cells cells)
    {
        var word = cells.Needed(Rater);
        var rater = word switch
        {
            "self" or "自评" or "本人" => "self",
            "peer" or "同事" or "互评" => "peer",
            "leader" or "组长" => "leader",
            "manager" or "经理" or "主管" => "manager",
            "subordinate" or "下属" => "subordinate",
            "hr" or "人事" => "hr",
            _ => null,
        };
        if (rater is null) cells.Fail(Reasons.Word(cells.NameOf(Rater)));
        return rater ?? "";
    }
}
