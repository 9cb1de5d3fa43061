using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Work;

/// <summary>Buyers' answers to surveys (问卷), in points.</summary>
internal static class SurveyTable
{
    private const int Shop = 0, Id = 1, Agent = 2, At = 3, Score = 4;

    public static readonly Format Format = new("surveys", new("买家问卷", "Buyer surveys"), Holding.Surveys, Shape.Table,
    [
        WorkCells.Shop,
        new("id", true, "问卷编号"),
        WorkCells.Agent,
        new("at", true, "填写时间", "时间"),
        new("survey_score", true, "问卷得分"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<SurveyAnswer>(s => [s.Shop, s.Id, s.Agent, s.At, s.Score]),
        CoversSpan = true,
    };

    private static SurveyAnswer Read(Cells cells) => new(cells.ShopOrCompany(Shop), cells.Id(Id), cells.AgentOf(Agent), cells.Time(At), cells.Number(Score));
}
