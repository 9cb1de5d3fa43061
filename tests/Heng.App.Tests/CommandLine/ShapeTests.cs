namespace Heng.App.Tests.CommandLine;

/// <summary>The JSON that scripts of others depend on: every field and its type, as docs/cli.md has them.</summary>
[Collection(WholeDemo.Name)]
public class ShapeTests(DemoFixture shop)
{
    private const string Cells = """
        [].metrics object
        [].metrics.* object
        [].metrics.*.finalOn string
        [].metrics.*.interval object
        [].metrics.*.interval.confidence number
        [].metrics.*.interval.high number
        [].metrics.*.interval.low number
        [].metrics.*.part number
        [].metrics.*.state string
        [].metrics.*.unit string
        [].metrics.*.value null|number
        [].metrics.*.whole number
        [].rules array
        [].rules[].shop string
        [].rules[].version number
        """;

    [Theory]
    [InlineData("agent")]
    [InlineData("group")]
    [InlineData("day")]
    [InlineData("shop")]
    [InlineData("all")]
    public void Rows_of_metrics_carry_what_they_are_by_and_a_cell_for_each_metric(string by)
    {
        var rows = shop.Json("metrics", "--month", DemoFixture.Month, "--by", by, "--metric", "all").Done().Rows;
        Assert.NotEmpty(rows);
        Assert.Equal($"[].{by} string\n{Cells}".Split('\n').Order(StringComparer.Ordinal), Shape.Of(rows, "metrics").Split('\n'));
    }

    [Fact]
    public void Rows_by_hour_have_receptions_alone_and_say_that_the_rest_is_missing()
    {
        var hours = shop.Json("metrics", "--month", DemoFixture.Month, "--by", "hour", "--metric", "hourly-10,consulted,sales").Done();
        Assert.Equal(24, hours.Rows.Count);
        Assert.All(hours.Rows, row => Assert.All(["consulted", "sales"], id => Assert.Equal((null, "missing"), (row!["metrics"]![id]!["value"], (string)row["metrics"]![id]!["state"]!))));
        Assert.True((decimal)hours.Rows[10]!["metrics"]!["hourly-10"]!["value"]! > 0);
        Assert.Contains("Not counted by the hour: consulted, sales", hours.Err, StringComparison.Ordinal);
    }

    private const string OrderRows = """
        [].amount number
        [].assisted object
        [].assisted.follow array
        [].assisted.follow[]. string
        [].assisted.order array
        [].assisted.order[]. string
        [].assisted.payment array
        [].assisted.payment[]. string
        [].bucket object
        [].bucket.order-first string
        [].bucket.order-placed string
        [].bucket.payment string
        [].createdAt string
        [].credit object
        [].credit.order-first null|string
        [].credit.order-placed null|string
        [].credit.payment null|string
        [].depositAt null
        [].events object
        [].events.created object
        [].events.created.agent null|string
        [].events.created.clause string
        [].events.created.runnerUp null|string
        [].events.created.session null|string
        [].events.created.why null|string
        [].events.paid object
        [].events.paid.agent null|string
        [].events.paid.clause string
        [].events.paid.runnerUp null|string
        [].events.paid.session null|string
        [].events.paid.why null|string
        [].items array
        [].landedOrder null|string
        [].landedPayment null|string
        [].order string
        [].paid bool
        [].paidAt null|string
        [].received null|number
        [].refund number
        [].refunds array
        [].refunds[].amount number
        [].refunds[].appliedAt null
        [].refunds[].counts bool
        [].refunds[].dated bool
        [].refunds[].day string
        [].refunds[].finishedAt null
        [].refunds[].kind null
        [].refunds[].operator null
        [].refunds[].refund null
        [].refunds[].reviewer null
        [].refunds[].state null
        [].refunds[].status null
        [].rules object
        [].rules.order-first object
        [].rules.order-first.bucket string
        [].rules.order-first.clause string
        [].rules.order-first.event null|string
        [].rules.order-first.winner null|string
        [].rules.order-placed object
        [].rules.order-placed.bucket string
        [].rules.order-placed.clause string
        [].rules.order-placed.event null|string
        [].rules.order-placed.winner null|string
        [].rules.payment object
        [].rules.payment.bucket string
        [].rules.payment.clause string
        [].rules.payment.event null|string
        [].rules.payment.winner null|string
        [].shop string
        [].urged array
        [].urged[]. string
        """;

    [Fact]
    public void Rows_of_orders_carry_both_events_the_credit_under_each_rule_and_the_refunds() => Has(OrderRows, "orders", "--month", DemoFixture.Month);

    [Fact]
    public void Rows_of_scores_carry_their_items() => Has("""
        [].agent string
        [].grade string
        [].items array
        [].items[].counted null|number
        [].items[].countedFull null|number
        [].items[].dimension string
        [].items[].full number
        [].items[].item string
        [].items[].name string
        [].items[].nameEn string
        [].items[].notes array
        [].items[].notesEn array
        [].items[].notesEn[]. string
        [].items[].notes[]. string
        [].items[].points null|number
        [].items[].state string
        [].items[].value null|number
        [].notes array
        [].notesEn array
        [].notesEn[]. string
        [].notes[]. string
        [].passed bool
        [].plan string
        [].rank number
        [].score number
        [].version number
        """, "score", "--month", DemoFixture.Month, "--plan", "s2-office-regulation");

    [Fact]
    public void Places_that_a_score_cannot_be_told_apart_from_stand_beside_its_rank()
    {
        var rows = shop.Json("score", "--month", DemoFixture.Month, "--plan", "s1-four-dimensions").Done().Rows.Where(r => r!["rankWithin"] is not null).ToArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.InRange((int)r!["rank"]!, (int)r["rankWithin"]!["best"]!, (int)r["rankWithin"]!["worst"]!));
    }

    [Fact]
    public void Rows_of_pay_carry_their_lines() => Has("""
        [].agent string
        [].dueDays null|number
        [].group string
        [].lines array
        [].lines[].amount number
        [].lines[].formula string
        [].lines[].formulaEn string
        [].lines[].kind string
        [].lines[].label string
        [].lines[].labelEn string
        [].lines[].line string
        [].lines[].notes array
        [].lines[].notesEn array
        [].lines[].notesEn[]. string
        [].lines[].notes[]. string
        [].net number
        [].paidDays null|number
        [].scheme string
        """, "pay", "--month", DemoFixture.Month, "--scheme", "s4-ksf");

    [Fact]
    public void An_explanation_has_inputs_of_its_own_shape_and_evidence() => Has("""
        evidence array
        evidence[].day string
        evidence[].id string
        evidence[].kind string
        evidence[].value number
        formula string
        formulaEn string
        id string
        inputs array
        label string
        labelEn string
        note string
        state string
        unit string
        value number
        """, "explain", "--month", DemoFixture.Month, "--agent", Agent, "--metric", "average-response");

    [Fact]
    public void An_import_says_what_became_of_each_row()
    {
        var folder = shop.NewFolder();
        var file = Path.Combine(shop.FilesFolder, "orders-by-hand.csv");
        var report = Ran.Json(folder, "import", file, "--shop", "店");
        // Notices tell, among others, of days that have not come yet on the machine's clock.
        var rows = report.Rows;
        rows[0]!.AsObject().Remove("notices");
        Assert.Equal("""
            [].accepted number
            [].dropped number
            [].duplicate number
            [].file string
            [].format string
            [].from string
            [].import number
            [].read number
            [].rejected number
            [].rejectedRows array
            [].rejectedRows[].line number
            [].rejectedRows[].raw string
            [].rejectedRows[].reason string
            [].to string
            """.ReplaceLineEndings("\n"), Shape.Of(rows));
        // docs/demo.md: a short list retyped by hand, 3 good rows and 5 that must be rejected.
        Assert.Equal((3, 8L, 3L, 5L), (report.Code, (long)report.Rows[0]!["read"]!, (long)report.Rows[0]!["accepted"]!, (long)report.Rows[0]!["rejected"]!));
    }

    [Fact]
    public void Logins_people_formats_plans_and_the_database_have_their_fields()
    {
        Assert.Equal("[].account string\n[].key null|string\n[].password string\n[].person null|string\n[].role string", Shape.Of(shop.Logins.Rows));
        Has("[].accounts string\n[].agent string\n[].bankAccount null\n[].base_pay number\n[].from string\n[].group string\n[].hours null\n[].place null\n[].position string\n[].to null", "people", "list");
        Has("[].columns array\n[].columns[]. string\n[].format string\n[].name string\n[].nameEn string\n[].required array\n[].required[]. string", "formats");
        Has("[].by null|string\n[].plan string\n[].state string\n[].version null|number", "plan", "list");
        Has("bytes number\nengine string\nrows object\nrows.* number\nschema number\nversion string", "db", "info");
    }

    private string Agent => shop.Json("metrics", "--month", DemoFixture.Month).Rows[0]!["agent"]!.GetValue<string>();

    private void Has(string expected, params string[] arguments)
    {
        var answer = System.Text.Json.Nodes.JsonNode.Parse(shop.Json(arguments).Done().Out);
        // Only some rows have these (docs/cli.md), and which do depends on the noise of the demo's figures.
        var shape = Shape.Of(answer, "rows").Split('\n').Where(line => !line.StartsWith("[].rankWithin", StringComparison.Ordinal));
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', shape));
    }
}
