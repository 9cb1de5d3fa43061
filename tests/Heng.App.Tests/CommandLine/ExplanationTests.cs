using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Explain;
using Heng.App.Features.Months;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.CommandLine;

/// <summary>Every number of the demo opens down to facts, and the facts give it again.</summary>
[Collection(WholeDemo.Name)]
public class ExplanationTests(DemoFixture shop)
{
    [Fact]
    public void Every_metric_of_everybody_recomputes_from_its_leaves_to_what_is_reported()
    {
        using var database = Database.Open(DatabaseTarget.InFolder(shop.Folder));
        var facts = PeriodFacts.Load(database, database.Shops.All, new(2026, 10, 1), new(2026, 10, 31), null);
        var (checkedOnes, valued) = (0, 0);
        foreach (var person in facts.People)
        {
            var (own, totals) = (facts.FactsOf(person.Id), facts.TotalsOf(person.Id));
            foreach (var metric in facts.Metrics.All)
            {
                var explained = facts.Explain(metric.Id, person.Id, own);
                var reading = facts.Read(metric, totals);
                Holds(explained, $"{person.Name} {metric.Id}");
                Assert.True(reading.Value == explained.Value, $"{person.Name} {metric.Id}: {reading.Value} is explained as {explained.Value}");
                Assert.Equal(reading.State, explained.State);
                checkedOnes++;
                if (explained.Value is > 0) valued++;
            }
        }
        Assert.True(checkedOnes > 6 * 100 && valued > 6 * 50, $"{checkedOnes} explained, {valued} of them above 0");
    }

    [Fact]
    public void Every_metric_of_the_shop_recomputes_too()
    {
        using var database = Database.Open(DatabaseTarget.InFolder(shop.Folder));
        var facts = PeriodFacts.Load(database, database.Shops.All, new(2026, 10, 1), new(2026, 10, 31), null);
        foreach (var metric in facts.Metrics.All)
        {
            var explained = facts.ExplainShop(metric.Id);
            Holds(explained, metric.Id);
            Assert.Equal(facts.Read(metric, facts.Shop).Value, explained.Value);
        }
    }

    [Theory]
    [InlineData("s2-office-regulation")]
    [InlineData("s4-ksf")]
    [InlineData("s10-cs-360")]
    public void Every_item_score_and_line_of_pay_recomputes_from_its_leaves(string template)
    {
        using var database = Database.Open(DatabaseTarget.InFolder(shop.Folder));
        var content = PlanFile.Load(TemplateLibrary.Find(template)!.Yaml, template, id => Engine.Metrics.Catalogue.Find(id)).Content!;
        var book = MonthBook.Load(database, Month.Parse(DemoFixture.Month)!.Value, database.Shops.All, null, [content], _ => true);
        var closed = MonthBook.Load(database, Month.Parse(DemoFixture.Month)!.Value, database.Shops.All, null, [content]);
        Assert.Contains(book.People, p => p.Card is not null || p.Pay is not null);
        foreach (var person in book.People)
        {
            var plain = closed.Find(person.Person.Name)!;
            if (person.Card is { } card)
            {
                Holds(card.Explanation, $"{card.Agent} score");
                Assert.Equal(card.Score, card.Explanation.Value);
                // Opened down to facts or not, the card is the same.
                Assert.Equal(plain.Card!.Score, card.Score);
                foreach (var item in card.Items)
                {
                    Holds(item.Explanation, $"{card.Agent} {item.Item}");
                    Assert.Equal(item.Points, item.Explanation.Value);
                    Holds(item.Value, $"{card.Agent} {item.Item} value");
                }
            }
            if (person.Pay is not { } slip) continue;
            Assert.Equal(slip.Net, slip.Lines.Sum(l => l.Amount));
            Assert.Equal(plain.Pay!.Net, slip.Net);
            foreach (var line in slip.Lines)
            {
                Holds(line.Explanation, $"{slip.Agent} {line.Id}");
                Assert.Equal(line.Amount, line.Explanation.Value);
            }
        }
    }

    [Fact]
    public void Receptions_and_orders_that_are_named_as_evidence_are_there()
    {
        using var database = Database.Open(DatabaseTarget.InFolder(shop.Folder));
        var facts = PeriodFacts.Load(database, database.Shops.All, new(2026, 10, 1), new(2026, 10, 31), null);
        var id = database.Shops.All[0].Id;
        var orders = database.Ledger.Between(id, facts.From, facts.To).Select(r => r.Order.Id).ToHashSet(StringComparer.Ordinal);
        var person = facts.People.First(p => facts.TotalsOf(p.Id).Measures[Engine.Facts.Primitive.Consulted] > 0);
        var receptions = database.Facts.Receptions(id, facts.From, facts.To, person.Id).Select(r => r.Id.ToString(CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(receptions, Evidence(facts.Explain("consulted", person.Id), FactKind.Reception));
        Assert.Subset(receptions, Evidence(facts.Explain("inquiries", person.Id), FactKind.Reception));
        Assert.Subset(orders, Evidence(facts.Explain("sales", person.Id), FactKind.Order));
    }

    [Theory]
    [InlineData("--metric", "average-response")]
    [InlineData("--metric", "sales")]
    [InlineData("--metric", "consult-conversion")]
    [InlineData("--metric", "satisfaction")]
    [InlineData("--line", "net")]
    public void The_json_of_an_explanation_recomputes_without_the_program(string option, string id)
    {
        foreach (var agent in shop.Json("pay", "--month", DemoFixture.Month, "--scheme", "s4-ksf").Rows.Select(r => r!["agent"]!.GetValue<string>()).Take(3))
            Recomputed(shop.Json("explain", "--month", DemoFixture.Month, "--agent", agent, option, id, "--plan", "s4-ksf").Done().Object);
    }

    /// <summary>From the leaves alone for the formulas that anybody can do; a node of another formula counts as its value.</summary>
    private static decimal? Recomputed(JsonNode node)
    {
        var value = (decimal?)node["value"];
        var inputs = node["inputs"]!.AsArray().Select(i => Recomputed(i!)).ToList();
        var evidence = node["evidence"]!.AsArray();
        if (inputs.Count == 0)
        {
            if (evidence.Count > 0) Assert.Equal(value, evidence.Sum(e => (decimal)e!["value"]!));
            return value;
        }
        var formula = node["formula"]!.GetValue<string>();
        decimal? found = formula switch
        {
            "Σ" => inputs.All(i => i is null) ? null : inputs.Sum(i => i ?? 0),
            "部分 ÷ 整体" => inputs is [{ } part, { } whole] && whole != 0 ? part / whole : null,
            "a × b" => inputs.Any(i => i is null) ? null : inputs.Aggregate(1m, (a, b) => a * b!.Value),
            "a − b" => inputs[0] - inputs.Skip(1).Sum(i => i ?? 0),
            ['×', ' ', .. var factor] => inputs[0] * decimal.Parse(factor, CultureInfo.InvariantCulture),
            _ => value,
        };
        Assert.True(Shown(found) == value, $"{node["id"]} {formula}: {found} is shown as {value}");
        return found;
    }

    private static decimal? Shown(decimal? exact) => exact is { } v ? Math.Round(v, 6, MidpointRounding.AwayFromZero) : null;

    private static HashSet<string> Evidence(Explained explained, FactKind kind)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        void Walk(Explained node)
        {
            foreach (var evidence in node.Evidence) if (evidence.Kind == kind) found.Add(evidence.Id);
            foreach (var input in node.Inputs) Walk(input);
        }
        Walk(explained);
        Assert.NotEmpty(found);
        return found;
    }

    private static void Holds(Explained explained, string what)
    {
        Assert.True(explained.Recompute() == explained.Value, $"{what}: the leaves give {explained.Recompute()}, not {explained.Value}");
        foreach (var input in explained.Inputs) Holds(input, $"{what} / {input.Id}");
        // Every step can be written out for people, in both languages.
        foreach (var language in new[] { Language.Zh, Language.En })
            if (WrittenFormula.Of(explained, language) is { } written) Assert.True(written.Words.Length > 0 && written.Figures.Length > 0, what);
        if (explained.Evidence.Count > 0) Assert.True(explained.Evidence.Sum(e => e.Value) == explained.Value, $"{what}: the evidence does not add up to {explained.Value}");
    }
}
