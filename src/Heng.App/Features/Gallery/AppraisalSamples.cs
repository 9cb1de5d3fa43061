using Heng.App.Features.Appraisals;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class AppraisalSamples
{
    private static readonly (string Scheme, Cycle Cycle, Wording Title) Monthly = ("s2-office-regulation", Cycle.Month, new("客服办公室绩效考核与服务质量管理制度", "Office regulation on performance and service quality"));

    /// <summary>As HR sees it: an objection, people who are late, and a review to be done in one press.</summary>
    public static AppraisalView Led(Month month) => new(month, [Monthly, Monthly with { Cycle = Cycle.Quarter }])
    {
        Of = Monthly, Steps = Steps(5, new DateOnly(2026, 11, 19), 3), Leads = true, People = Names,
        Mine = [.. Names.Take(12).Select(n => new OwnPart(new("review", n, Filler.Hr, null), StageWork.Review, false, Links.Agent(month, n)))],
        Waiting = [new(RaterWords.Of(Filler.Hr), [.. Names.Take(12)], false), new(new(Names[21], Names[21]), [Names[21]], true)],
        Objections = [new(Names[21], "10 月 8 日 4000000000001 那一单是我接待的，不应计给别人", true)],
        Happened = [new(new(2026, 11, 18, 9, 12, 0), Names[21], AppraisalWords.Of(AppraisalEvent.Objected), StageWords.Of(StageWork.Confirm), Names[21], "那一单是我接待的"), new(new(2026, 11, 17, 18, 0, 0), "hr", AppraisalWords.Of(AppraisalEvent.Ended), StageWords.Of(StageWork.Collect), null, "赶在 3 日前")],
        Refused = AppraisalWords.Of(AppraisalRefusal.ObjectionOpen), SeesRaters = true, Peers = [new(Names[0], [Names[1], Names[2]], [Names[3]]), new(Names[21], [], [])],
    };

    /// <summary>As an agent sees it: to confirm, or to say what is wrong.</summary>
    public static AppraisalView Own(Month month) => new(month, [Monthly])
    {
        Of = Monthly, Steps = Steps(4, new DateOnly(2026, 11, 23), 0), Mine = [new(new("confirm", Names[0], Filler.Self, Names[0]), StageWork.Confirm, false, Links.Agent(month, Names[0]))], Proposed = [Names[1]],
    };

    public static AppraisalView Published(Month month) => new(month, [Monthly])
    {
        Of = Monthly, Steps = Steps(8, null, 0), Shown = Shown.Score | Shown.Grade | Shown.Rank,
        Results = [.. Names.Select((n, i) => new ShownResult(n, i == 20 ? null : 98.25m - i, i == 20 ? null : i < 12 ? "A" : "B", i == 20 ? null : i + 1))],
    };

    public static AppraisalView None(Month month) => new(month, []);

    private static StageStep[] Steps(int at, DateOnly? last, int late) => [.. Course.Regulation.Stages.Select((s, i) =>
    {
        var all = s.OfEachPerson ? Names.Length : 1;
        return new StageStep(s.Id, s.Name, i < at, i == at, i < at ? all : i == at ? all / 2 : 0, all, i == at ? last : null, i == at ? late : 0);
    })];
}
