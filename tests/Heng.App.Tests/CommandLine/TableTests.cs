using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Metrics;
using Heng.App.Features.Pay;
using Heng.App.Features.Scores;
using Heng.Engine.Metrics;

namespace Heng.App.Tests.CommandLine;

/// <summary>What a table says beside its numbers: provisional, missing, shared out, and notes; a mark at the number, its meaning under the table.</summary>
[Collection(WholeDemo.Name)]
public class TableTests(DemoFixture shop)
{
    private static string[] Written(Sheet sheet, OutputFormat format = OutputFormat.Table)
    {
        using var text = new StringWriter();
        new Output(text, format).Write(new JsonArray(), () => sheet);
        return [.. text.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    private static JsonArray Json(string json) => JsonNode.Parse(json)!.AsArray();

    [Fact]
    public void A_metric_that_can_still_move_is_marked_and_one_without_data_is_a_dash_and_both_are_explained()
    {
        var metrics = new[] { "consulted", "inquiry-paid-final", "satisfaction" }.Select(id => Catalogue.Find(id)!).ToArray();
        var sheet = MetricsReport.Sheet(Json("""
            [{"agent":"王雨桐","metrics":{"consulted":{"value":104,"state":"final"},"inquiry-paid-final":{"value":0.52,"state":"provisional","finalOn":"2026-11-04"},"satisfaction":{"value":null,"state":"missing"}}},
             {"agent":"李思远","metrics":{"consulted":{"value":7,"state":"final"},"inquiry-paid-final":{"value":0.5,"state":"provisional","finalOn":"2026-11-09"},"satisfaction":{"value":1,"state":"final"}}}]
            """), MetricsBy.Agent, metrics);
        var lines = Written(sheet);
        Assert.Matches(@"^王雨桐 +104 +0\.52\* +–$", lines[2]);
        Assert.Equal(
        [
            "* 暂定，还会变动；2026-11-09 之后不再变 / provisional: it can still move, and cannot after 2026-11-09", // the later of the two days
            "– 无数据，不是 0 / no data, which is not 0",
        ], lines[4..]);
        Assert.Equal("王雨桐,104,0.52,–", Written(sheet, OutputFormat.Csv)[1]); // a spreadsheet's numbers stay numbers
    }

    [Fact]
    public void A_score_says_that_it_can_move_that_weights_were_shared_out_and_what_its_notes_are()
    {
        var sheet = ScoreJson.Sheet(Json("""
            [{"rank":1,"agent":"王雨桐","plan":"p","version":3,"score":83.5,"grade":"B","items":[{"item":"a","points":12,"counted":15,"state":"provisional"},{"item":"b","points":null,"counted":null,"state":"missing"}],"notes":["1 项无数据：b"]},
             {"rank":2,"agent":"李思远","plan":"p","version":3,"score":70,"grade":"C","items":[{"item":"a","points":12,"counted":12,"state":"final"}],"notes":[]},
             {"rank":null,"agent":"张静怡","plan":"p","version":3,"score":null,"grade":null,"items":[{"item":"a","points":null,"counted":null,"state":"missing"}],"notes":["1 项无数据：b","未完成：a 无数据"]}]
            """));
        var lines = Written(sheet);
        Assert.Matches(@"^1 +王雨桐 +p +3 +83\.5\*†\[1\] +B +b$", lines[2]);
        Assert.Matches(@"^2 +李思远 +p +3 +70 +C", lines[3]);
        Assert.Matches(@"^– +张静怡 +p +3 +–\[1\]\[2\] +– +a$", lines[4]);
        Assert.Equal(
        [
            "* 暂定，还会变动 / provisional: it can still move",
            "† 有项目无数据，其权重已分给其他项 / items without data: their weight went to the others",
            "– 无数据，不是 0 / no data, which is not 0",
            "[1] 1 项无数据：b",
            "[2] 未完成：a 无数据",
        ], lines[5..]);
    }

    [Fact]
    public void A_payslip_marks_the_lines_that_can_move_and_the_net_with_them_and_tells_its_notes()
    {
        var sheet = PayJson.Sheet(Json("""
            [{"agent":"王雨桐","scheme":"s","net":4312.4,"lines":[{"line":"base","label":"底薪","amount":4000,"notes":["无考勤数据，按全勤计算"]},{"line":"conversion","label":"转化","amount":312.4,"notes":[]}]},
             {"agent":"李思远","scheme":"s","net":4000,"lines":[{"line":"base","label":"底薪","amount":4000,"notes":[]}]}]
            """), (agent, line) => (agent, line) == ("王雨桐", "conversion"));
        var lines = Written(sheet);
        Assert.Matches(@"base +底薪 +4000\[1\]$", lines[2]);
        Assert.Matches(@"conversion +转化 +312\.4\*$", lines[3]);
        Assert.Matches(@"net +合计 +4312\.4\*$", lines[4]);
        Assert.Matches(@"net +合计 +4000$", lines[6]);
        Assert.Equal(["* 暂定，还会变动 / provisional: it can still move", "[1] 无考勤数据，按全勤计算"], lines[7..]);
    }

    [Fact]
    public void A_table_without_marks_has_no_legend()
    {
        var lines = Written(new(["a", "b"], [["x", "1"]], new Legend()));
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void The_demos_tables_mark_what_their_json_says()
    {
        var table = Ran.Heng("score", "--month", DemoFixture.Month, "--plan", "s4-ksf", "--data", shop.Folder).Done().Out;
        var cards = shop.Json("score", "--month", DemoFixture.Month, "--plan", "s4-ksf").Done().Rows;
        Assert.Contains(cards, c => c!["items"]!.AsArray().Any(i => i!["state"]!.GetValue<string>() == "provisional"));
        Assert.Contains("* 暂定", table, StringComparison.Ordinal);
        foreach (var note in cards.SelectMany(c => c!["notes"]!.AsArray()).Select(n => n!.GetValue<string>()).Distinct()) Assert.Contains(note, table, StringComparison.Ordinal);
        var pay = Ran.Heng("pay", "--month", DemoFixture.Month, "--scheme", "s4-ksf", "--data", shop.Folder).Done().Out;
        Assert.Contains("* 暂定", pay, StringComparison.Ordinal);
        // A closed month's pay is what it is.
        Assert.DoesNotContain("暂定", Ran.Heng("pay", "--month", DemoFixture.Month, "--data", shop.Folder).Done().Out, StringComparison.Ordinal);
    }
}
