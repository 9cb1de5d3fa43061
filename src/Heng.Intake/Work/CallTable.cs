using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Phone calls (通话记录). When is one column or a day and a time; an unanswered call leaves what it has not blank, and blank is never 0.</summary>
internal static class CallTable
{
    private const int Shop = 0, Id = 1, Agent = 2, At = 3, Day = 4, Clock = 5, Answered = 6, Wait = 7, Rings = 8, Talk = 9, Resolved = 10, Score = 11;

    public static readonly Format Format = new("calls", new("通话记录", "Phone calls"), Holding.Calls, Shape.Table,
    [
        WorkCells.Shop,
        new("id", true, "通话编号", "call id"),
        WorkCells.Agent,
        new("at", false, "来电时间"),
        new("date", false, "日期"),
        new("time", false, "时间"),
        new("answered", true, "是否接听", "answered (y/n)"),
        new("answer_seconds", false, "应答秒数", "等待时长", "speed of answer in seconds"),
        new("rings", false, "响铃次数", "响铃声数"),
        new("talk_seconds", false, "通话时长", "通话秒数", "avgtalkduration"),
        new("resolved", false, "是否解决"),
        new("score", false, "评分", "满意度评分", "satisfaction rating"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Call>(c => [c.Shop, c.Id, c.Agent, c.At, null, null, c.Answered, c.AnswerSeconds, c.Rings, c.TalkSeconds, c.Resolved, c.Score]),
        CoversSpan = true,
    };

    private static Call Read(Cells cells) => new(
        cells.ShopOrCompany(Shop), cells.Id(Id), cells.AgentOf(Agent), When(cells), cells.Yes(Answered), cells.SecondsOrNone(Wait), cells.CountOrNone(Rings),
        cells.SecondsOrNone(Talk), cells.YesOrNone(Resolved), cells.NumberOrNone(Score));

    private static Instant When(Cells cells)
    {
        if (cells.Name(Day) is null) return cells.Time(At);
        var (day, second) = (cells.Day(Day), WallTimes.Seconds(cells.Needed(Clock)));
        if (second is null) cells.Fail(Reasons.Time(cells.NameOf(Clock)));
        var at = ShopClock.Shanghai.StartOf(day).Plus(second ?? 0);
        cells.NotAhead(Day, at);
        return at;
    }
}
