using System.Text.Json.Nodes;
using Heng.App.Tests.Pages;

namespace Heng.App.Tests.CommandLine;

/// <summary>The sample map of docs/formats.md, used as somebody would who copies it.</summary>
public sealed class SampleMapTests : IDisposable
{
    private const string Table = """
        company,customer_id,sent_at_utc,direction,agent,type,body,caption,channel,message_no
        小店,tb_小雨,2026-10-01 01:00:00,in,小店:小王,chat,在吗,,web,1
        小店,tb_小雨,2026-10-01 01:00:20,out,小店:小王,,,在的亲,web,2
        小店,tb_小雨,2026-10-01 01:00:40,out,小店:小王,chat,RT 在的亲,,web,3
        小店,tb_小雨,2026-10-01 01:01:00,in,小店:小王,chat,在吗,,phone,4

        """;

    private readonly string place = Directory.CreateTempSubdirectory("heng-map-").FullName;

    [Fact]
    public void The_sample_map_reads_a_table_in_which_the_answer_replies_to_its_question()
    {
        var sample = File.ReadAllText(Path.Combine(Checkout.Docs, "formats.md")).ReplaceLineEndings("\n").Split("## Maps\n")[1].Split("```yaml\n")[1].Split("```")[0];
        // Rows 3 and 4 meet drop conditions: a text that begins with RT, and another channel than web.
        var report = Import(sample);
        Assert.Equal((4L, 2L, 2L), ((long)report["read"]!, (long)report["accepted"]!, (long)report["dropped"]!));
        // One buyer asked, one was answered, 20 seconds later.
        Assert.Equal((1m, 1m, 20m), (Shop("consulted"), Shop("reply-rate"), Shop("first-response")));
    }

    public void Dispose() => Directory.Delete(place, recursive: true);

    private decimal? Shop(string metric) =>
        (decimal?)Ran.Json(place, "metrics", "--month", "2026-10", "--by", "all", "--metric", metric).Done().Rows[0]!["metrics"]![metric]!["value"];

    private JsonNode Import(string map)
    {
        var (table, file) = (Path.Combine(place, "table.csv"), Path.Combine(place, "map.yaml"));
        File.WriteAllText(table, Table);
        File.WriteAllText(file, map);
        return Ran.Json(place, "import", table, "--map", file).Done().Rows[0]!;
    }
}
