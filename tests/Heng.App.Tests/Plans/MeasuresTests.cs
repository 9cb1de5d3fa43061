using System.Text.Json.Nodes;
using Heng.App.Tests.Importing;

namespace Heng.App.Tests.Plans;

/// <summary>A small shop without chats whose leader rates everybody: what a plan proposes after cards in a row, and what is on record.</summary>
public sealed class MeasuresTests : IDisposable
{
    private const string Plan = """
        scheme: s94-ladder
        version: 1
        title: { zh: 阶梯, en: Ladder }
        plans:
          - id: month
            title: { zh: 月, en: Month }
            positions: [front-line]
            grades: [{ grade: A, when: "x ≥ 60" }, { grade: E, when: "x < 60" }]
            consequences:
              - { id: weak, name: { zh: 连续不合格, en: Weak }, steps: [{ grades: [E], proposes: coaching }, { grades: [E], proposes: warning }, { grades: [E], proposes: exit, needs: coaching }] }
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items: [{ id: attitude, name: { zh: 态度, en: Attitude }, weight: 100, source: { raters: { leader: 100 } }, method: { rating: { scale: [0, 100] } } }]
        """;

    private readonly Counter shop = new();
    private readonly string plan;

    public MeasuresTests()
    {
        plan = shop.File("ladder.yaml", Plan);
        Import("people", "name,accounts,group,position,base_pay,from,to\n王雨桐,小店:小雨,一组,front-line,4000,2026-08-01,\n李思远,小店:小李,一组,front-line,4000,2026-08-01,\n");
        Import("entries", "month,agent,item,rater,points,by\n" + string.Concat(from month in new[] { "2026-08", "2026-09", "2026-10" }
            from marks in new[] { ("王雨桐", 50), ("李思远", 80) } select $"{month},{marks.Item1},attitude,leader,{marks.Item2},陈\n"));
    }

    public void Dispose() => shop.Dispose();

    private void Import(string kind, string text) => Assert.Equal(0, shop.Import(shop.File($"{kind}.csv", text), "--kind", kind).Code);

    private JsonArray Proposed(string month) => JsonNode.Parse(shop.Json("measures", "--month", month, "--plan", plan))!.AsArray();

    private string After(string month) => string.Join(';', Proposed(month).Select(p => $"{p!["agent"]} {p["measure"]} {p["running"]}"));

    [Fact]
    public void Three_weak_months_lead_to_coaching_again_and_again_while_none_is_on_record()
    {
        Assert.Equal("王雨桐 coaching 1", After("2026-08"));
        Assert.Equal("王雨桐 coaching 2", After("2026-09"));
        Assert.Equal("王雨桐 coaching 3", After("2026-10"));
        Assert.Contains("须先有「辅导」记录", Proposed("2026-10")[0]!["why"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_on_record_by_name_or_account_lets_the_ladder_go_on()
    {
        Import("measures", "日期,客服,措施,备注\n2026-09-10,小店:小雨,辅导,谈了响应时间\n2026-09-11,李思远,奖励,\n");
        Assert.Equal("王雨桐 exit 3", After("2026-10"));
        Assert.Equal("""[{"day":"2026-09-10","measure":"coaching","remark":"谈了响应时间"}]""", Proposed("2026-10")[0]!["taken"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
