using Heng.App.Features.People;
using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Demo;

/// <summary>
/// The demo's rule book: the packs that fit the shop, proposed by its inspector, confirmed by HR, in shadow from the first day. The invented inspector labels the hits of every kind of fault
/// that was planted, from what was planted; what passes the bar counts from the last month on, and the rest stays in shadow, as in a shop.
/// </summary>
internal sealed class DemoQuality(Database database, string folder, DemoOptions options)
{
    private const int Labels = 40;
    private static readonly string[] Packs = ["common", "s7", "taobao"];
    private static readonly Viewer Inspector = new("qa", People.Role.Qa, null, null), Hr = new("hr", People.Role.Hr, null, null);
    private readonly QualityRuleDoing doing = new(database, TimeProvider.System);

    public void Adopt()
    {
        foreach (var pack in Packs) Must(doing.Propose(ShippedPacks.Find(pack)!.Pack.Rules, options.FirstDay, "采用规则包", Inspector).Refused);
        Must(doing.ConfirmAll(Hr));
    }

    /// <summary>Labels what was found until a day, and makes count from the next what then passes.</summary>
    public int LabelAndActivate(DateOnly until)
    {
        var (planted, shop) = (PlantedBook.Of(database, folder)!, database.Shops.Find(DemoShop.Name)!);
        var there = planted.Known.Select(k => (k.Kind, k.Message)).ToHashSet();
        var kinds = there.Select(t => t.Kind).ToHashSet(StringComparer.Ordinal);
        var active = 0;
        foreach (var (id, course) in new QualityBook(database).Courses)
        {
            var rule = RuleTexts.Read(course.Newest.Text);
            if (rule.Severity != Severity.Attention && kinds.Contains(rule.CountsAs)) Label(shop, rule, until, planted, there);
            if (!RuleMeasures.Passed(database, id, course.Newest.Number)) continue;
            Must(doing.Activate(id, until.AddDays(1), rule.Severity == Severity.Attention ? "只提醒关注，不扣分" : "实测达标", Hr));
            active++;
        }
        return active;
    }

    private void Label(Shop shop, QualityRule rule, DateOnly until, PlantedBook planted, HashSet<(string Kind, string Message)> there)
    {
        var hits = database.Findings.OfRule(shop.Id, rule.Id, options.FirstDay, until).ToDictionary(f => DayCheck.IdText(f.Id), StringComparer.Ordinal);
        var labels = new LabelDoing(database, TimeProvider.System);
        foreach (var place in AuditOrder.Of(AuditOrder.Name(Month.Of(until), rule.Id), hits.Keys).Take(Labels))
            Must(labels.Label(new(shop, rule.Id, place, hits[place].Reception, hits[place].Day), planted.IsPlanted(hits[place], rule.CountsAs, there), TruthSource.Inspection, whole: false, null, Inspector));
    }

    private static void Must(CommandLine.Refusal? refused)
    {
        if (refused is not null) throw new InvalidOperationException($"the demo's quality rules: {refused.Name}");
    }
}
