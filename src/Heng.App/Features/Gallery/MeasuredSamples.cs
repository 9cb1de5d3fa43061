using Heng.App.Features.Imports;
using Heng.App.Features.Plans;
using Heng.App.Features.Quality.ReadWhole;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Label;
using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Preview;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Quality.Lint;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>The rule book's pages, trials, labels and audits: full, empty, refused.</summary>
internal static class MeasuredSamples
{
    private static readonly DateOnly Day = new(2026, 10, 18);
    private static readonly QualityRule[] Shipped = [.. ShippedPacks.All.SelectMany(p => p.Pack.Rules)];
    private static readonly QualityRule Long = Shipped[0] with { Name = new("答应了平台不允许答应的事，或者自己也做不到的事情（违规承诺与保证）", "Promises what the platform forbids to promise or nobody can keep, in whatever words they are dressed") };
    private static readonly Measured Some = new(23, 1, 9, 3), Few = new(2, 0, 0, 0), None = new(0, 0, 0, 0);

    public static QualityRulesView Rules => new(
    [
        new(Long, RuleStanding.Live, Some, 1204), new(Shipped[1], RuleStanding.LiveAndShadow, Some, 33) { IsProposed = true }, new(Shipped[2], RuleStanding.Shadow, Few, 2), new(Shipped[3], RuleStanding.Waiting, None, 0),
        new(Shipped[4], RuleStanding.Ended, Some, 0), new(Shipped[5], RuleStanding.NotAdopted, None, 0),
    ], Day) { MaySet = true, MaySetBar = true, SeesTexts = true, Packs = ShippedPacks.All };

    public static QualityRulesView RulesRefused => Rules with { Act = "bar", Refused = MeasuredWords.Of(MeasureRefusal.BarUnsound) };

    public static QualityRulesView RulesTyped => Rules with { Rules = [], Refused = QualityRuleWords.Faulty, Typed = "rules:\n  - id: " + new string('长', 400), Errors = Errors };

    public static RuleView Rule => new(Long, RuleStanding.LiveAndShadow, Day, [new(Version(2, null), Few, 14, 0), new(Version(1, Day.AddDays(-20)), Some, 1204, 2)], RuleExamples.Of(Long))
    {
        Steps = [new(RuleEvent.Proposed, Names[20], new(1_790_000_000), "双十一前补充，" + string.Concat(Enumerable.Repeat("买家反映较多，", 8)), 1, Day.AddDays(-40)), new(RuleEvent.Confirmed, Names[21], new(1_790_100_000), "", 1), new(RuleEvent.Activated, Names[21], new(1_790_200_000), "达标", 1, Day.AddDays(-20)), new(RuleEvent.Proposed, Names[20], new(1_790_300_000), "加几个词", 2, Day)],
        Sentence = RuleSentence.Of(Long), Month = October, SeesText = true, MaySet = true, Text = RuleTexts.Write(Long),
        Proposed = (Version(3, null) with { ConfirmedBy = null }, RuleSentence.Of(Shipped[1])), Stale = [new(Day.AddDays(-9), Day), .. Enumerable.Range(1, 8).Select(i => new Rules.StaleDays(Day.AddDays(-9 - 2 * i), Day.AddDays(-9 - 2 * i)))],
    };

    public static RuleView RuleRefused => Rule with { Refused = QualityRuleWords.Faulty, Errors = Errors, MayConfirm = true };

    public static RuleView RuleForAgents => Rule with { Proposed = null, Stale = [], SeesText = false, MaySet = false, Steps = [], Examples = [] };

    public static PreviewView Preview => new("q1", Long, October.First, October.Last, ImportState.Done)
    {
        Known = true,
        Result = new(31, 12_034, new(["1", "2"], ["3"], ["4"]),
        [
            new(TrialSide.Gained, "1", Day, "亲您放心，这一批货明天", "肯定能到", "的，不到您来找我就行"), new(TrialSide.Lost, "2", Day, "", "百分百", "纯棉"), new(TrialSide.Both, "3", Day, new string('长', 15), new string('词', 60), new string('尾', 15)),
        ], Few, Some),
    };

    public static PreviewView PreviewRunning => new("q1", Long, October.First, October.Last, ImportState.Running) { Done = 12, All = 31 };

    public static LabelView Label => new(new(Long.Id, October), October, [.. Shipped.Take(8).Select(r => (r.Id, r.Name))])
    {
        Rule = Long, Measured = Few, Hits = 1204, Labelled = 2, MayLabel = true, Now = new("衡裳旗舰店", "7", QualitySamples.Marked("1")),
    };

    public static LabelView NoLabel => new(new(null), October, []);

    public static AuditView Audit => new(October, 12_034, 17)
    {
        Found = 9, Missed = 2, Shop = "衡裳旗舰店", Talk = QualitySamples.Marked("1"), MayLabel = true, Rules = [.. Shipped.Take(8).Select(r => (r.Id, r.Name))], Refused = MeasuredWords.Of(MeasureRefusal.AnswerMissing),
        Own = [new(Long.Id, Long.Name, "7", "衡裳旗舰店", "1", Day)],
        Hits = [new(new("1", Long.Id, 1, Long.Name, Severity.Fatal, Long.Category, 20, true, false), true), new(new("2", Shipped[1].Id, 1, Shipped[1].Name, Severity.NonFatal, Long.Category, 6, false, false), null)],
    };

    public static AuditView NoAudit => new(October, 0, 0);

    private static PlanError[] Errors => [new("rule.yaml", 3, 5, new("不认识的键 severty，是不是 severity？", "unknown key severty; did you mean severity?")), new("rule.yaml", 12, 1, new("缺少 when", "when is missing"))];

    private static RuleVersion Version(int number, DateOnly? live) => new(number, RuleTexts.Write(Long), Names[20], Day.AddDays(-40)) { ConfirmedBy = Names[21], Live = live };
}
