using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Label;
using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Preview;
using Heng.App.Features.Quality.ReadWhole;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using static Heng.App.Tests.Quality.CheckedShop;

namespace Heng.App.Tests.Quality;

/// <summary>The rule book's pages: adopting, changing, trying, labelling and reading whole.</summary>
public sealed class MeasurePageTests
{
    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])));

    private static async Task<QualityRulesView?> Book(CheckedShop shop, Viewer viewer, params (string, string)[] fields) =>
        (await new QualityRulesQuery(shop.Database, _ => viewer, shop.Clock).For(fields.Length == 0 ? null : Form(fields), new DefaultHttpContext())).View;

    private static async Task<LabelView?> Label(CheckedShop shop, Viewer viewer, LabelAsk ask, params (string, string)[] fields) =>
        (await new LabelQuery(shop.Database, _ => viewer, shop.Clock).For(ask, fields.Length == 0 ? null : Form(fields), new DefaultHttpContext())).View;

    private static async Task<AuditView?> Audit(CheckedShop shop, Viewer viewer, AuditAsk ask, params (string, string)[] fields) =>
        (await new AuditQuery(shop.Database, _ => viewer, shop.Clock).For(ask, fields.Length == 0 ? null : Form(fields), new DefaultHttpContext())).View;

    [Fact]
    public async Task Chosen_rules_of_a_pack_become_proposals_and_run_in_shadow_once_another_confirms_them()
    {
        using var shop = new CheckedShop(rules: false);
        Assert.Equal(5, (await Book(shop, Qa))!.Packs.Count);
        Assert.Equal("nothing-chosen", (await Book(shop, Qa, ("act", "adopt"), ("pack", "common"), ("from", "2026-10-01"), ("why", "采用")))!.Refused!.Name);
        Assert.Equal("pack-unknown", (await Book(shop, Qa, ("act", "adopt"), ("pack", new string('包', 100_000)), ("keep", "evasion")))!.Refused!.Name);
        var proposed = (await Book(shop, Qa, ("act", "adopt"), ("pack", "common"), ("keep", "evasion"), ("keep", "insults"), ("from", "2026-10-01"), ("why", "采用")))!;
        Assert.Null(proposed.Refused);
        Assert.Equal([("evasion", RuleStanding.Waiting), ("insults", RuleStanding.Waiting)], proposed.Rules.Select(r => (r.Rule.Id, r.Standing)).Order());
        Assert.DoesNotContain(proposed.Packs.SelectMany(p => p.Pack.Rules), r => r.Id is "evasion" or "insults");
        Assert.Equal("not-open", (await Book(shop, Qa, ("act", "confirm-all")))!.Refused!.Name);
        var confirmed = (await Book(shop, Hr, ("act", "confirm-all")))!;
        Assert.Equal([RuleStanding.Shadow, RuleStanding.Shadow], confirmed.Rules.Select(r => r.Standing));
        // However many they are, the one who proposed them is told once.
        Assert.Equal(["2"], shop.Database.Notices.Of("qa", 50).Where(n => n.Notice.Kind == QualityRuleDoing.AnsweredKind).Select(n => n.Notice.Words["count"]));
        Assert.Empty((await Book(shop, Wang))!.Rules);
        Assert.Null(await Book(shop, Wang, ("act", "confirm-all")));
        Assert.Null(await Book(shop, Auditor, ("act", "confirm-all")));
    }

    [Fact]
    public async Task A_text_that_cannot_be_read_is_refused_with_line_and_column_and_stays()
    {
        using var shop = new CheckedShop(rules: false);
        const string faulty = "rules:\n  - id: a\n    severty: fatal\n";
        var refused = (await Book(shop, Qa, ("act", "propose"), ("text", faulty), ("from", "2026-10-01"), ("why", "试")))!;
        Assert.Equal(("rules-faulty", faulty.TrimEnd()), (refused.Refused!.Name, refused.Typed));
        Assert.Contains(refused.Errors, e => e is { Line: 3, Column: 5 });
        Assert.Equal("rules-faulty", (await Book(shop, Qa, ("act", "propose"), ("text", new string('字', 300_000)), ("from", "2026-10-01"), ("why", "试")))!.Refused!.Name);
        // What only the checker can't take must never come to the folding of a day.
        var beside = RuleTexts.Write(Rule("beside", Severity.NonFatal, "x", 1, new Condition(Engine.Quality.Role.Agent, Stretch.Message, new Words(Needed.Any, ["你"])) { Near = new("nothing", Side.Before) }));
        Assert.Equal("rules-faulty", (await Book(shop, Qa, ("act", "propose"), ("text", beside), ("from", "2026-10-01"), ("why", "试")))!.Refused!.Name);
        Assert.Empty((await Book(shop, Qa))!.Rules);
    }

    [Fact]
    public async Task A_rules_page_tells_its_texts_to_who_tends_rules_and_tries_what_is_typed_in_the_background()
    {
        using var shop = new CheckedShop();
        using var jobs = new PreviewJobs(shop.Database, shop.Clock, NullLogger<PreviewJobs>.Instance);
        async Task<RuleView?> Page(Viewer viewer, string id, params (string, string)[] fields) => (await new RuleQuery(shop.Database, _ => viewer, shop.Clock, jobs).For(id, fields.Length == 0 ? null : Form(fields), new DefaultHttpContext())).View;
        Assert.Null(await Page(Qa, "none"));
        Assert.Equal(("", 0), (await Page(Qa, "address"))! is { } own ? (own.Errors.Count == 0 ? "" : "faulty", own.Examples.Count) : default);
        Assert.False((await Page(Wang, "address"))!.SeesText);
        shop.Put(Rule("hidden", Severity.Fatal, "x", 0, Agent("十元")), First, null);
        Assert.Null(await Page(Wang, "hidden"));
        Assert.NotNull(await Page(Auditor, "hidden"));
        Assert.Null(await Page(Auditor, "hidden", ("act", "confirm")));
        var other = RuleTexts.Write(Address with { Id = "another" });
        Assert.Equal("rules-faulty", (await Page(Qa, "address", ("act", "preview"), ("text", other)))!.Refused!.Name);
        var page = (await Page(Qa, "address", ("act", "preview"), ("text", RuleTexts.Write(Address with { When = Agent("十元") }))))!;
        var job = jobs.Find(page.Preview!)!;
        for (var i = 0; i < 600 && job.State == Features.Imports.ImportState.Running; i++) await Task.Delay(50);
        Assert.Equal((1, 2, 0), job.Result is { Places: { } places } ? (places.Gained.Count, places.Lost.Count, places.Both.Count) : default);
        Assert.Null((await new PreviewQuery(shop.Database, jobs, _ => Wang).For(job.Id, false, new DefaultHttpContext())).View);
        Assert.Equal(404, (await new PreviewQuery(shop.Database, jobs, _ => Qa).For("none", false, new DefaultHttpContext())).Status);
        Assert.Equal(job.Result, (await new PreviewQuery(shop.Database, jobs, _ => Auditor).For(job.Id, false, new DefaultHttpContext())).View!.Result);
    }

    [Fact]
    public async Task Hits_come_one_after_another_and_what_was_passed_over_comes_round_again()
    {
        using var shop = new CheckedShop();
        var ask = new LabelAsk("address", October);
        (string, string)[] Answer(LabelView view, string act) => [("act", act), ("rule", "address"), ("shop", view.Now!.Shop), ("place", view.Now.Place), ("reception", view.Now.Talk.Id), ("day", view.Now.Talk.Day.ToString("yyyy-MM-dd"))];
        var first = (await Label(shop, Qa, ask))!;
        Assert.Equal((2, 0), (first.Hits, first.Labelled));
        Assert.Contains(first.Now!.Talk.Lines, l => l.Pieces.Any(p => p.Text == "你"));
        Assert.Null((await Label(shop, Qa, ask, Answer(first, "skip")))!.Refused);
        var second = (await Label(shop, Qa, ask))!;
        Assert.NotEqual(first.Now.Place, second.Now!.Place);
        Assert.Equal(0, second.Labelled);
        // Of two, the one that was passed over is not the turn while the other waits, whoever makes a form by hand; for HR, who passed nothing over, it is the first.
        Assert.Equal("not-its-turn", (await Label(shop, Qa, ask, Answer(first, "wrong")))!.Refused!.Name);
        Assert.Equal("not-its-turn", (await Label(shop, Hr, ask, Answer(second, "wrong")))!.Refused!.Name);
        Assert.Null((await Label(shop, Qa, ask, Answer(first, "skip")))!.Refused);
        Assert.Null((await Label(shop, Qa, ask, Answer(second, "right")))!.Refused);
        // A slip is put right by who made it.
        Assert.Null((await Label(shop, Qa, ask, Answer(second, "wrong")))!.Refused);
        Assert.Null((await Label(shop, Qa, ask, Answer(second, "right")))!.Refused);
        var again = (await Label(shop, Qa, ask))!;
        Assert.Equal((first.Now.Place, 1), (again.Now!.Place, again.Labelled));
        foreach (var act in new[] { ("act", "none"), ("x", "y") }) Assert.Equal("act-unknown", (await Label(shop, Hr, ask, [act, .. Answer(again, "wrong")[1..]]))!.Refused!.Name);
        Assert.Null((await Label(shop, Hr, ask, Answer(again, "wrong")))!.Refused);
        var done = (await Label(shop, Qa, ask))!;
        Assert.Equal((null, 1, 1), (done.Now, done.Measured.Right, done.Measured.Wrong));
        Assert.Equal("place-unknown", (await Label(shop, Qa, ask, ("act", "right"), ("rule", "address"), ("shop", "没有这家店")))!.Refused!.Name);
        Assert.True((await Label(shop, Wang, ask))!.IsForOthers);
        Assert.Null(await Label(shop, Wang, ask, Answer(again, "right")));
        Assert.Null(await Label(shop, Auditor, ask, Answer(again, "right")));
        Assert.Null((await Label(shop, Qa, new(new string('长', 100_000), new(2099, 1))))!.Now);
        Assert.Null(shop.Database.Decisions.FirstBroken());
    }

    [Fact]
    public async Task A_reception_is_read_whole_its_missed_line_pointed_at_and_the_next_comes()
    {
        using var shop = new CheckedShop();
        var now = (await Audit(shop, Qa, new(October)))!;
        Assert.Equal((5, 0), (now.Receptions, now.Read));
        (string, string)[] Of(string act, params (string, string)[] more) => [("act", act), ("shop", now.Shop), ("reception", now.Talk!.Id), .. more];
        var (agents, buyers) = (now.Talk!.Lines.First(l => l.From == Features.Receptions.Speaker.Agent).Fact!, now.Talk.Lines.First(l => l.From == Features.Receptions.Speaker.Buyer).Fact!);
        var others = shop.Database.Facts.Receptions(shop.Only.Id, October.First, October.Last).Select(r => r.Id.ToString()).First(id => id != now.Talk.Id);
        Assert.Equal(("not-its-turn", now.Talk.Id), (await Audit(shop, Qa, new(October, now.Shop, others)))! is { } picked ? (picked.Refused!.Name, picked.Talk!.Id) : default);
        foreach (var act in new[] { "missed", "done" })
            Assert.Equal("not-its-turn", (await Audit(shop, Qa, new(October), ("act", act), ("shop", now.Shop), ("reception", others), ("rule", "address"), ("line", agents)))!.Refused!.Name);
        Assert.Equal("act-unknown", (await Audit(shop, Qa, new(October), Of("none")))!.Refused!.Name);
        Assert.Equal("act-unknown", (await Audit(shop, Qa, new(October), Of("done")[1..]))!.Refused!.Name);
        // What draws attention reads buyers alone, taboo words the agent's.
        Assert.Equal("line-not-read", (await Audit(shop, Qa, new(October), Of("missed", ("rule", "risk"), ("line", agents))))!.Refused!.Name);
        Assert.Equal("line-not-read", (await Audit(shop, Qa, new(October), Of("missed", ("rule", "taboo"), ("line", buyers))))!.Refused!.Name);
        Assert.Equal("rule-unknown", (await Audit(shop, Qa, new(October), Of("missed", ("line", agents))))!.Refused!.Name);
        Assert.Equal("place-unknown", (await Audit(shop, Qa, new(October), Of("missed", ("rule", "thanks"))))!.Refused!.Name);
        var pointed = (await Audit(shop, Qa, new(October, now.Shop, now.Talk.Id), Of("missed", ("rule", "risk"), ("line", buyers))))!;
        Assert.Equal([buyers], pointed.Pointed.Select(p => p.Message));
        if (pointed.Hits.Count > 0) Assert.Equal("answer-missing", (await Audit(shop, Qa, new(October), Of("done")))!.Refused!.Name);
        var next = (await Audit(shop, Qa, new(October), Of("done", [.. pointed.Hits.Select(h => ("hit-" + h.Of.Id, "right"))])))!;
        Assert.Null(next.Refused);
        Assert.Equal((1, pointed.Hits.Count, 1), (next.Read, next.Found, next.Missed));
        Measured Risk() => new RuleMeasures(shop.Database, "risk").Of("risk", new QualityBook(shop.Database).Courses.First(c => c.Id == "risk").Course.Versions[0]);
        var (found, mark) = (Risk().Found, Assert.Single(next.Own));
        Assert.Equal(1, Risk().Missed);
        // Read to its end, the mark is still its maker's to take back, with a reason, and nobody else's.
        Assert.Equal("nothing-to-take-back", (await Audit(shop, Hr, new(October), ("act", "take-back"), ("of", mark.Rule), ("place", mark.Place), ("why", "不是")))!.Refused!.Name);
        Assert.Equal("needs-reason", (await Audit(shop, Qa, new(October), ("act", "take-back"), ("of", mark.Rule), ("place", mark.Place)))!.Refused!.Name);
        var back = (await Audit(shop, Qa, new(October), ("act", "take-back"), ("of", mark.Rule), ("place", mark.Place), ("why", "看错了")))!;
        Assert.Equal((null, 0, 0, 0, found), (back.Refused, back.Own.Count, back.Missed, Risk().Missed, Risk().Found));
        Assert.Equal("nothing-to-take-back", (await Audit(shop, Qa, new(October), ("act", "take-back"), ("of", mark.Rule), ("place", mark.Place), ("why", "再")))!.Refused!.Name);
        Assert.Equal("already-read", (await Audit(shop, Qa, new(October), Of("missed", ("rule", "risk"), ("line", buyers))))!.Refused!.Name);
        Assert.NotEqual(now.Talk.Id, next.Talk!.Id);
        Assert.True((await Audit(shop, Wang, new(October)))!.IsForOthers);
        Assert.Null(await Audit(shop, Wang, new(October), Of("done")));
        Assert.Null((await Audit(shop, Qa, new(new Month(2099, 1))))!.Talk);
    }

    [Fact]
    public void The_command_line_takes_a_rule_through_its_course_in_fields_that_stay()
    {
        using var shop = new CheckedShop(rules: false);
        JsonNode As(string who, params string[] arguments) => JsonNode.Parse(shop.Shop.Json(["qa", "rules", .. arguments, "--as", who, "--key-file", shop.Shop.File(who + ".key", who)]))!;
        Assert.Equal(11, (int)As("qa", "adopt", "common", "--from", "2026-10-01", "--reason", "采用")["proposed"]!);
        Assert.Equal("shadow", (string)As("hr", "confirm", "evasion")["state"]!);
        var rows = JsonNode.Parse(shop.Shop.Json("qa", "rules", "list"))!.AsArray();
        Assert.Equal(["rule", "name", "nameEn", "severity", "category", "points", "state", "version", "found", "precision", "hits", "recall", "there", "passes", "proposed"], rows[0]!.AsObject().Select(p => p.Key));
        Assert.Equal(11, rows.Count);
        var shown = JsonNode.Parse(shop.Shop.Json("qa", "rules", "show", "evasion"))!;
        Assert.Equal(["version", "proposedBy", "confirmedBy", "shadow", "live", "over", "text"], shown["versions"]![0]!.AsObject().Select(p => p.Key));
        var file = shop.Shop.File("one.yaml", RuleTexts.Write(Taboo));
        Assert.Equal(1, (int)As("qa", "propose", file, "--from", "2026-10-01", "--reason", "自己的")["proposed"]!);
        // As `check` reads it: what is no UTF-8 is refused by name, and a fault names the file that was given.
        var gbk = shop.Shop.File("gbk.yaml", System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(RuleTexts.Write(Taboo)));
        var (code, _, error) = shop.Shop.Heng("qa", "rules", "propose", gbk, "--from", "2026-10-01", "--reason", "x", "--as", "qa", "--key-file", shop.Shop.File("qa.key", "qa"));
        Assert.Equal(3, code);
        Assert.Contains("rules-encoding", error, StringComparison.Ordinal);
        Assert.Contains("mine.yaml", shop.Shop.Heng("qa", "rules", "propose", shop.Shop.File("mine.yaml", "id: x\nname: [\n"), "--from", "2026-10-01", "--reason", "x", "--as", "qa", "--key-file", shop.Shop.File("qa.key", "qa")).Error, StringComparison.Ordinal);
        Assert.Equal(3, shop.Shop.Heng("qa", "rules", "propose", shop.Shop.File("bad.yaml", "rules: x"), "--as", "qa", "--key-file", shop.Shop.File("qa.key", "qa")).Code);
        Assert.Equal(1, shop.Shop.Heng("qa", "rules", "activate", "evasion", "--from", "2026-10-01", "--as", "hr", "--key-file", shop.Shop.File("hr.key", "hr")).Code);
        Assert.Equal(1, shop.Shop.Heng("qa", "rules", "confirm", "evasion").Code);
        Assert.Equal(1, shop.Shop.Heng("qa", "planted").Code);
        Assert.Equal("ended", (string)As("hr", "end", "evasion", "--from", "2026-10-01", "--reason", "不用了")["state"]!);
    }
}
