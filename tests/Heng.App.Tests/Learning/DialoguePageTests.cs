using System.Globalization;
using System.Net;
using Heng.App.Features.Dialogues;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Training;
using Heng.App.Tests.SignIn;
using Heng.App.Tests.Store;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Learning;

/// <summary>Simulated dialogues over HTTP: 催单演练 asks 王雨桐 and 李思远 within the next hour, set by 陈静.</summary>
public sealed class DialoguePageTests
{
    private const string List = "/growth/dialogues", One = List + "/1", Run = One + "/run", Sheet = List + "/runs/1";

    private static string Script(string name) => Path.Combine(TemplateLibrary.Folder, "dialogues", name + ".yaml");

    private static async Task<Visitor> Set(LearningSite site)
    {
        var read = ScriptFile.Read(Script("late-parcel"), "late-parcel.yaml");
        Assert.Null(new DialogueDoing(site.Database, site.Folder, site.Clock).Bring(read.Script!, new("chen", Role.Leader, "陈静", "一组")));
        var chen = await site.As("chen");
        Assert.Null(await chen.Post(List, List, ("name", "催单演练"), ("script", "late-parcel"), ("opens", site.In(0)), ("closes", site.In(60)), ("person", "王雨桐"), ("person", "李思远")).Refused());
        return chen;
    }

    private static ScriptReading Of(string yaml)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, yaml);
        try
        {
            return ScriptFile.Read(path, "a.yaml");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<string> Records(LearningSite site) => site.Database.Records(RecordKinds.Exams).All(Shops.Company.Id).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Agent} {e.Name} {e.Score}/{e.Full} {e.IsDialogue}"));
    private static (string, string)[] Marks(params (string, string)[] more) => [.. more, ("mark:tone", "20"), ("mark:facts", "20"), ("mark:solution", "30"), ("mark:closing", "10"), ("comment", "稳")];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_dialogue_runs_line_by_line_is_scored_by_a_person_and_becomes_a_record(DatabaseEngine engine)
    {
        using var site = new LearningSite(engine);
        var chen = await Set(site);
        Assert.Equal(["dialogue-set"], site.Told("王雨桐"));
        var wang = await site.As("wang");
        Assert.Null(await wang.Post(One, One, ("act", "begin")).Refused());
        var page = await wang.Read(Run);
        // Of the script the buyer's lines so far, and neither what is to come nor what is good.
        Assert.Contains("怎么两天没动了", page, StringComparison.Ordinal);
        foreach (var hidden in new[] { "根本没发", "物流事实", "不归我管", "语气和共情" }) Assert.DoesNotContain(hidden, page, StringComparison.Ordinal);
        var line = 0;
        foreach (var (seconds, text) in new[] { (20, "抱歉，我马上查"), (70, "单号 123，在中转站，不知道为什么"), (30, "已加急，今天 18 点前回复您"), (10, "好的，感谢") })
        {
            site.Clock.Pass(TimeSpan.FromSeconds(seconds));
            Assert.Null(await wang.Post(Run, Run, ("step", line.ToString(CultureInfo.InvariantCulture)), ("text", text)).Refused());
            // The same form again answers no other line.
            if (line < 3) Assert.Equal("step-answered", await wang.Post(Run, Run, ("step", line.ToString(CultureInfo.InvariantCulture)), ("text", text)).Refused());
            line++;
        }
        Assert.Equal("already-done", await wang.Post(Run, One, ("step", "4"), ("text", "还有")).Refused());
        Assert.Equal(["dialogue-to-score"], site.Told("陈静"));

        // Aids beside, and no points of their own.
        var sheet = await chen.Read(Sheet);
        foreach (var aid in new[] { "要求 30 秒", "禁用语“不知道”", "没提到“补发”" }) Assert.Contains(aid, sheet, StringComparison.Ordinal);
        Assert.Empty(Records(site));
        Assert.DoesNotContain("好的回复", await wang.Read(Sheet), StringComparison.Ordinal);
        Assert.Equal("role-may-not", await wang.Post(Sheet, List, Marks()).Refused());
        Assert.Equal("comment-missing", await chen.Post(Sheet, Sheet, [("mark:tone", "25"), ("mark:facts", "20"), ("mark:solution", "30"), ("mark:closing", "10")]).Refused());
        Assert.Equal("items-unclear", await chen.Post(Sheet, Sheet, [("mark:tone", "二十"), ("mark:facts", "20"), ("mark:solution", "30"), ("mark:closing", "10")]).Refused());
        Assert.Null(await chen.Post(Sheet, Sheet, Marks(("comment:tone", "接得住"))).Refused());
        // 20 + 20 + 30 + 10 = 80
        Assert.Equal(["王雨桐 催单演练 80/100 True"], Records(site));
        Assert.Equal(["dialogue-set", "dialogue-scored"], site.Told("王雨桐"));
        var own = await wang.Read(Sheet);
        foreach (var text in new[] { "接得住", "稳", "80 / 100", "好的回复" }) Assert.Contains(text, own, StringComparison.Ordinal);
        // Scored anew the later points stand.
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(await chen.Post(Sheet, Sheet, [("mark:tone", "15"), ("mark:facts", "20"), ("mark:solution", "30"), ("mark:closing", "10")]).Refused());
        Assert.Equal(["王雨桐 催单演练 75/100 True"], Records(site));
        Assert.Equal(["dialogue-run-begun", "dialogue-run-replied", "dialogue-run-replied", "dialogue-run-replied", "dialogue-run-replied", "dialogue-run-scored", "dialogue-run-scored"], site.Database.Decisions.About("dialogue-run/1").Select(d => d.What));
    }

    [Fact]
    public async Task Who_may_not_is_refused_and_what_one_may_not_see_is_not_there()
    {
        using var site = new LearningSite();
        var chen = await Set(site);
        var (wang, li, zhao, lu, auditor) = (await site.As("wang"), await site.As("li"), await site.As("zhao"), await site.As("lu"), await site.As("auditor"));
        Assert.Null(await wang.Post(One, One, ("act", "begin")).Refused());
        Assert.Equal("already-begun", await wang.Post(One, One, ("act", "begin")).Refused());
        // While it runs nobody reads it, and what nobody ended is over after an hour.
        Assert.Equal(HttpStatusCode.NotFound, (await chen.Get(Sheet)).StatusCode);
        site.Clock.Pass(TimeSpan.FromSeconds(3601));
        Assert.Equal("time-over", await wang.Post(Run, Run, ("step", "0"), ("text", "抱歉")).Refused());
        foreach (var (visitor, sees) in new[] { (chen, true), (wang, true), (auditor, true), (li, false), (zhao, false), (lu, false) })
        {
            using var answer = await visitor.Get(Sheet);
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal("role-may-not", await auditor.Post(Sheet, List, Marks()).Refused());
        Assert.Equal("window-over", await li.Post(One, List, ("act", "begin")).Refused());
        Assert.Equal("403", await li.Post(List, List, ("name", "x")).Refused());
        Assert.Equal("has-begun", await chen.Post(One, One, ("act", "call-off"), ("why", "x")).Refused());
        Assert.Equal("script-unknown", await chen.Post(List, List, ("name", "x"), ("script", "none")).Refused());
    }

    [Theory]
    [InlineData("late-parcel", 4, 100)]
    [InlineData("size-return", 4, 100)]
    public void The_scripts_that_ship_can_be_read_and_are_in_both_languages(string name, int steps, int full)
    {
        var read = ScriptFile.Read(Script(name), name + ".yaml");
        Assert.Empty(read.Errors);
        Assert.Equal((name, steps, (decimal)full), (read.Script!.Id, read.Script.Steps.Count, read.Script.Full));
        Assert.All(read.Script.Steps, s => Assert.True(s.Buyer.En.Length > 0 && s.Good.Zh.Length > 0 && s.Words.Count > 0));
    }

    [Fact]
    public void Everything_wrong_in_a_script_is_told_with_its_line()
    {
        var read = Of("script: a\nname: { zh: 甲, en: A }\nscene: { zh: 景, en: S }\nsteps:\n  - { buyer: { zh: 在吗, en: Hi }, good: { zh: 好, en: Good }, seconds: 2000 }\nrubric:\n  - { id: x, name: { zh: 项, en: X }, points: 0, definition: { zh: 义, en: D } }\n  - { id: x, name: { zh: 项, en: X }, points: 5, definition: { zh: 义, en: D }, weight: 1 }\n");
        Assert.Null(read.Script);
        Assert.Equal([5L, 7L, 7L, 8L], read.Errors.Select(e => e.Line).ToArray());
        Assert.NotEmpty(Of("").Errors);
        Assert.NotEmpty(Of(new string('[', 100_000)).Errors);
    }
}
