using Heng.App.Features.Appraisals;
using Heng.App.Features.Raters;
using Heng.App.Features.ScoringPages;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Statistics;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class ScoringSamples
{
    private static readonly (string Scheme, Cycle Cycle, Wording Title) Monthly = ("s2-office-regulation", Cycle.Month, new("客服办公室绩效考核与服务质量管理制度", "Office regulation on performance and service quality"));
    private static readonly Wording Attitude = new("服务态度", "Service attitude"), Teamwork = new("团队协作", "Teamwork");
    private static readonly OnScale Scale = new(0m, 15m, [new(15m, new("热情、耐心、礼貌，抽查无问题", "warm, patient, courteous; nothing found in the sample")), new(9m, new("偶有敷衍、推诿", "now and then perfunctory or evasive"))]);

    /// <summary>A leader in the middle of the group: one handed in, one refused, one typed on two devices.</summary>
    public static ScoringView Sheet(Month month) => new(month)
    {
        All = [Monthly], Of = Monthly, Stage = new("上级评分", "Leader scoring"), StageId = "leader", LastDay = new(2026, 11, 19), Late = 2, Open = true,
        Steps = [Step(month, "service-attitude", Attitude, 9, 10), Step(month, "teamwork", Teamwork, 10, 10)], Step = Step(month, "service-attitude", Attitude, 9, 10), Filled = 19, Cells = 20, From = "sample", Conflicts = 1,
        Rows = [.. Names.Take(5).Select((name, i) => Row(month, name, i))], Refused = ScoringWords.Kept(ScoringWords.Of(PointFault.CommentMissing, 1)), Now = new(2026, 11, 18, 9, 12, 0),
    };

    /// <summary>A colleague's card, person by person, in a stage that is over.</summary>
    public static ScoringView Over(Month month) => Sheet(month) with { Open = false, ByPerson = true, Refused = AppraisalWords.Of(AppraisalRefusal.StageOver), LastDay = null, Conflicts = 0, Rows = [Row(month, Names[21], 0) with { As = Filler.Peer, Href = null, Evidence = [] }] };

    public static ScoringView None(Month month) => new(month);

    public static RatersView Raters(Month month) => new(month,
    [
        new(Names[0], ["leader"], 24, 12, 0.91m, new(0.132m, 24, HabitVerdict.Lenient), new(0.41m, 12, HabitVerdict.Central), new(0.38m, 12, HabitVerdict.Halo), new(null, 0, HabitVerdict.None)) { LeniencyPoints = 1.42m },
        new(Names[21], ["peer", "self"], 6, 3, 0.62m, new(-0.04m, 6, HabitVerdict.TooFew), new(null, 3, HabitVerdict.None), new(0.97m, 3, HabitVerdict.TooFew), new(0.18m, 6, HabitVerdict.SelfHigh)) { LeniencyPoints = -0.2m },
    ]) { Rater = Names[0], Marks = [new(new(month, Names[1], "service-attitude", "leader", 13.5m, "两次收到买家表扬", Names[0]), new("service-attitude", Attitude, 15m, new FromRaters([new("leader", 100m)], MissingRater.Redistribute), Scale, MissingRule.Redistribute))] };

    public static RatersView NoRaters(Month month) => new(month, []);

    private static ScoringStep Step(Month month, string id, Wording name, int filled, int all) => new(id, name, filled, all, false, Links.Scoring(month, at: id));

    private static ScoringRow Row(Month month, string name, int i) => new($"{i:x16}", name, Filler.Leader, Attitude, Scale, 15m, i == 1 ? new("14.5", "") : new("12.5", i == 0 ? "耐心，两次收到买家表扬" : ""), 1)
    {
        Href = Links.Agent(month, name), Given = i == 0, Fault = i switch { 1 => PointFault.CommentMissing, 2 => PointFault.ChangedMeanwhile, _ => null }, GivenPoints = i == 3 ? "11" : null,
        Standing = i == 2 ? new(new("9", "投诉两起"), Names[0], new(2026, 11, 18, 9, 2, 0)) : null, Beside = i == 2 ? new(new("12.5", ""), "hr", new(2026, 11, 18, 9, 10, 0)) : null,
        Evidence = [new(new("满意率", "Satisfaction"), "96.40%", Links.ExplainMetric(month, name, "satisfaction"), true), new(new("上月给分", "points last month"), "12 · 稳", null, true), new(new("迟到次数", "Late"), "1", Links.ExplainMetric(month, name, "late"), false)],
    };
}
