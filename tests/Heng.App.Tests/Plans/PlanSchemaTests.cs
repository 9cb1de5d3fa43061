using System.Text.Json.Nodes;
using Heng.App.Features.Plans;

namespace Heng.App.Tests.Plans;

public sealed class PlanSchemaTests
{
    private static readonly SchemaCheck Schema = new(JsonNode.Parse(PlanSchema.Text())!);

    /// <summary>With HENG_WRITE_DOCS=1 the file is written first, which is how it is brought up to date.</summary>
    [Fact]
    public void The_schema_beside_the_documents_is_up_to_date()
    {
        var file = Path.Combine(Root(), "docs", "plan.schema.json");
        if (Environment.GetEnvironmentVariable("HENG_WRITE_DOCS") == "1") File.WriteAllText(file, PlanSchema.Text());
        Assert.Equal(PlanSchema.Text(), File.ReadAllText(file));
    }

    [Fact]
    public void Every_template_and_every_way_of_writing_fits_the_schema()
    {
        Assert.All(TemplateLibrary.All(), t => Assert.Empty(Schema.Faults(t.Yaml)));
        Assert.Empty(Schema.Faults(RichPlan.Text));
    }

    [Theory]
    [InlineData("scheme: s97-rich", "scheme: S97")]
    [InlineData("scheme: s97-rich\n", "")]
    [InlineData("version: 1", "version: 1.5")]
    [InlineData("people: [王雨桐]", "person: [王雨桐]")]
    [InlineData("positions: [front-line]", "positions: front-line")]
    [InlineData("to: 2026-12-31", "to: tomorrow")]
    [InlineData("pass: 60", "pass: sixty")]
    [InlineData("bonus-cap: 10", "cycle: week")]
    [InlineData("A: 30%", "A: most")]
    [InlineData("voids: card", "voids: everything")]
    [InlineData("proposes: exit", "proposes: fine")]
    [InlineData("deduct: {}", "deduct: {}, qa: {}")]
    [InlineData("deduct: {}", "guess: {}")]
    [InlineData("deduct: {}", "deduct: { points: 2 }")]
    [InlineData("fatal: dimension", "fatal: everything")]
    [InlineData("bonus: true, source: { metric", "bonus: perhaps, source: { metric")]
    [InlineData("weight: 5, ", "")]
    [InlineData("calendar: B", "calendar: C")]
    [InlineData("month: 2026-11", "month: November")]
    [InlineData("forecast: 市场部", "guess: 市场部")]
    [InlineData("forecast: 市场部", "history: best, months: 2026-09")]
    [InlineData("mean: plain", "mean: geometric")]
    [InlineData("manual: [leader, manager]", "manual: [boss]")]
    [InlineData("zh: 额外, en: Extra", "zh: 额外")]
    public void What_the_schema_refuses_the_reader_refuses_too(string text, string by)
    {
        Assert.Contains(text, RichPlan.Text, StringComparison.Ordinal);
        var broken = RichPlan.Text.Replace(text, by, StringComparison.Ordinal);
        Assert.NotEmpty(Schema.Faults(broken));
        Assert.NotEmpty(PlanFile.Load(broken, "rich.yaml", Catalogues.Find).Errors);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Heng.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no Heng.slnx above the tests");
        return folder;
    }
}
