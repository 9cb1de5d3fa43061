using Heng.App.Features.GoodExamples;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Rules;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Heng.Engine.Quality.Examples;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Demo;

/// <summary>What is read from end to end in the demo: receptions in the order of the audit, where what the rules missed is known from what was planted; and two that are shown as good examples.</summary>
internal sealed class DemoReading(Database database, string folder, DemoOptions options, DemoCast cast)
{
    private const int Read = 60, Examples = 2, FewestLines = 8;

    private static readonly (string Title, string Category, string Words)[] Praised =
    [
        ("一次问全，三句话定尺码", "售前", "先问身高体重和平时尺码，再给建议，买家没有来回追问。"), ("不等买家追问就给办法", "服务", "每一步都先说接下来怎么办，结束前确认没有别的问题。"),
    ];

    private readonly Shop shop = database.Shops.Find(DemoShop.Name)!;
    private readonly QualityBook book = new(database);

    /// <summary>Hits of kinds that were planted are right where one was planted there; the rest is the letter of its rule.</summary>
    public void Audit()
    {
        var (planted, doing, inspector) = (PlantedBook.Of(database, folder)!, new LabelDoing(database, TimeProvider.System), cast.ViewerOf(DemoCast.Inspectors[0]));
        var there = planted.Known.Select(k => (k.Kind, k.Message)).ToHashSet();
        var kinds = there.Select(t => t.Kind).ToHashSet(StringComparer.Ordinal);
        var rules = book.Courses.Select(c => RuleTexts.Read(c.Course.Newest.Text)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var receptions = Receptions();
        foreach (var key in AuditOrder.Of(AuditOrder.Name(options.Until, "audit"), receptions.Keys).Take(Read))
        {
            var reception = receptions[key];
            KeptFinding[] hits = [.. database.Findings.Of(shop.Id, reception.Id).DistinctBy(f => f.Id)];
            Missed(doing, reception, hits, planted, rules.Values.Where(r => r.Severity != Engine.Quality.Severity.Attention).ToLookup(r => r.CountsAs, r => r.Id, StringComparer.Ordinal), inspector);
            DemoCast.Must(doing.Read(shop, reception, [.. hits.Select(h => (h, (bool?)(!kinds.Contains(rules[h.Rule].CountsAs) || planted.IsPlanted(h, rules[h.Rule].CountsAs, there))))], inspector));
        }
    }

    /// <summary>A planted fault that no rule of its kind hit is pointed at under the first of them.</summary>
    private void Missed(LabelDoing doing, Reception reception, KeptFinding[] hits, PlantedBook planted, ILookup<string, string> ruleOf, Viewer inspector)
    {
        var lines = MarkedTalk.Of(database, shop, reception, [], book, Language.Zh).Lines;
        var messages = planted.IdsOn(reception.Day);
        foreach (var fault in planted.Known)
            if (messages.TryGetValue(fault.Message, out var id) && lines.Any(l => l.Fact == id) && ruleOf[fault.Kind].FirstOrDefault() is { } rule && !hits.Any(h => ruleOf[fault.Kind].Contains(h.Rule)))
                DemoCast.Must(doing.Missed(shop, reception, rule, id, lines, inspector));
    }

    /// <summary>Of two agents who have accounts, with nothing found in them; proposed by who leads them, and both consent.</summary>
    public void Share()
    {
        var (doing, receptions, shown) = (new ExampleDoing(database), Receptions(), new List<string>());
        foreach (var key in AuditOrder.Of(AuditOrder.Name(options.Until, "examples"), receptions.Keys))
        {
            if (shown.Count == Examples) return;
            var reception = receptions[key];
            if (database.People.Roster.NameOf(reception.Agent) is not { } agent || shown.Contains(agent) || !cast.HasAccount(agent) || database.People.Roster.On(reception.Agent, reception.Day)?.Group is not { } group || cast.Leaders.All(l => l.Group != group || l.Name == agent)) continue;
            if (database.Findings.Of(shop.Id, reception.Id).Count > 0 || ShownReception.Of(database, DayCheck.IdText(reception.Id), Language.Zh) is not { } chat || chat.Lines.Count(l => l.Line.From is Speaker.Agent or Speaker.Buyer) < FewestLines) continue;
            var (title, category, words) = Praised[shown.Count];
            var at = DemoCast.At(options.LastDay.AddDays(1), 60 * (shown.Count + 1));
            var kept = DemoCast.Must(doing.Propose(chat, new(ExampleEvent.Proposed, "", default, "") { Title = title, Category = category, Words = words }, cast.Filing(cast.LeaderOf(group), at)));
            DemoCast.Must(doing.Act(kept, ExampleEvent.Consented, cast.FilingOf(agent, at.Plus(1800))));
            shown.Add(agent);
        }
    }

    private Dictionary<string, Reception> Receptions() => database.Facts.Receptions(shop.Id, options.Until.First, options.LastDay, rounds: false).Where(r => !r.Filtered)
        .ToDictionary(r => MeasureMatters.AuditKey(shop.Name, DayCheck.IdText(r.Id)), StringComparer.Ordinal);
}
