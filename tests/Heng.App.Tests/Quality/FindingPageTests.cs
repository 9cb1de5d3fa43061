using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.Quality.FindingPages;
using Heng.App.Features.Quality.Rules;
using Heng.App.Features.Receptions;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using static Heng.App.Tests.Quality.CheckedShop;

namespace Heng.App.Tests.Quality;

/// <summary>Who sees which findings, on the pages and on the command line, and what a leader does about what draws attention.</summary>
public sealed class FindingPageTests
{
    private static readonly FindingsAsk Ask = new(October);

    private static async Task<FindingsView> List(CheckedShop shop, Viewer viewer, FindingsAsk? ask = null) => (await new FindingsQuery(shop.Database, _ => viewer).For(ask ?? Ask, new DefaultHttpContext())).View!;
    private static string[] Told(FindingsView view) => [.. view.Rows.Select(r => $"{r.Found.Rule} {r.Agent}{(r.Found.Shadow ? " shadow" : "")}").Order(StringComparer.Ordinal)];
    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));

    [Fact]
    public async Task An_agent_sees_their_own_a_leader_the_groups_and_rules_in_shadow_those_who_tend_them()
    {
        using var shop = new CheckedShop();
        shop.Put(Rule("new", Severity.Fatal, "服务用语", 0, Agent("十元")), First, null);
        shop.Recount();
        Assert.Equal(["slow 李思远", "thanks 李思远"], Told(await List(shop, Li)));
        Assert.Equal(6, (await List(shop, Chen)).Total);
        Assert.Equal(0, (await List(shop, Zhao)).Total);
        foreach (var tends in new[] { Qa, Hr, Boss, Auditor }) Assert.Contains("new 王雨桐 shadow", Told(await List(shop, tends)));
        Assert.Equal(0, (await List(shop, Li, Ask with { Agent = "王雨桐" })).Total);
        Assert.Equal(0, (await List(shop, Hr, Ask with { Agent = new string('谁', 100_000) })).Total);
        Assert.Equal(["address 王雨桐", "address 王雨桐"], Told(await List(shop, Hr, Ask with { Rule = "address" })));
        Assert.Equal(["risk 王雨桐"], Told(await List(shop, Hr, Ask with { Severity = Severity.Attention })));
        Assert.Equal(["new 王雨桐 shadow"], Told(await List(shop, Hr, Ask with { State = FindingState.Shadow })));
        Assert.Equal((6, 0), ((await List(shop, Hr, Ask with { State = FindingState.Counts })).Total, (await List(shop, Hr, Ask with { State = FindingState.Struck })).Total));
        var all = await List(shop, Hr);
        // What is in shadow is in no count, and praise and attention in nobody's.
        Assert.Equal([("address", 2, 2), ("risk", 1, 1), ("slow", 1, 1), ("taboo", 1, 1), ("thanks", 1, 1)], all.ByRule.Select(c => (c.Id, c.Times, c.Receptions)));
        Assert.Equal([("王雨桐", 3, 2), ("李思远", 1, 1)], all.ByAgent.Select(c => (c.Id, c.Times, c.Receptions)));
        var sheet = (await new FindingsQuery(shop.Database, _ => Li).File(Ask, new DefaultHttpContext())).View!;
        Assert.Equal(2, sheet.Rows.Count);
    }

    [Fact]
    public async Task The_transcript_marks_the_very_words_and_offers_the_objection_to_whose_it_is_alone()
    {
        using var shop = new CheckedShop();
        var id = $"{shop.Findings.Single(f => f.Rule == "taboo").Reception}";
        async Task<ReceptionView?> Seen(Viewer viewer) => (await new ReceptionQuery(shop.Database, _ => viewer).For(id, new DefaultHttpContext())).View;
        var own = (await Seen(Wang))!;
        Assert.Equal((true, 3), (own.Mine, own.Findings.Count));
        var said = own.Lines.Single(l => l.Text == "你自己看");
        Assert.Equal([("你", (Severity?)Severity.NonFatal), ("自己看", Severity.Fatal)], said.Pieces.Select(p => (p.Text, p.Found)));
        Assert.Equal([("不退我就", (Severity?)null), ("投诉", Severity.Attention)], own.Lines.Single(l => l.Text == "不退我就投诉").Pieces.Select(p => (p.Text, p.Found)));
        Assert.Empty(own.Lines.Single(l => l.Text == "你好，您说").Pieces);
        Assert.False((await Seen(Chen))!.Mine);
        Assert.Null(await Seen(Li));
    }

    [Fact]
    public async Task What_draws_attention_is_taken_and_solved_with_a_note_by_who_leads_and_costs_nothing()
    {
        using var shop = new CheckedShop();
        shop.Import("late.csv", Importing.Counter.Messages + Says("31 11:00:00", "fay", "雨桐", "buyer", "我要给差评", "f1") + Says("31 11:00:20", "fay", "雨桐", "agent", "您说", "f2"));
        async Task<AttentionView> Page(Viewer viewer, params (string, string)[] fields) =>
            (await new AttentionQuery(shop.Database, _ => viewer, shop.Clock).For(new(), fields.Length == 0 ? null : Form(fields), new DefaultHttpContext())).View!;
        var row = Assert.Single((await Page(Chen)).Rows).First;
        Assert.Equal(("王雨桐", new DateOnly(2026, 10, 31), true), (row.Agent, row.Day, row.MayHandle));
        Assert.Empty((await Page(Zhao)).Rows);
        Assert.False(Assert.Single((await Page(Wang)).Rows).First.MayHandle);
        Assert.Equal("role-may-not", (await Page(Wang, ("id", row.Id), ("act", "take"))).Refused!.Name);
        Assert.Equal("role-may-not", (await Page(Auditor, ("id", row.Id), ("act", "take"))).Refused!.Name);
        Assert.Equal("reception-unknown", (await Page(Zhao, ("id", row.Id), ("act", "take"))).Refused!.Name);
        Assert.Equal("reception-unknown", (await Page(Chen, ("id", new string('9', 100_000)), ("act", "take"))).Refused!.Name);
        Assert.Null((await Page(Chen, ("id", row.Id), ("act", "take"))).Refused);
        Assert.Equal("already-taken", (await Page(Chen, ("id", row.Id), ("act", "take"))).Refused!.Name);
        Assert.Equal("needs-note", (await Page(Chen, ("id", row.Id), ("act", "solve"))).Refused!.Name);
        Assert.Equal("reason-too-long", (await Page(Chen, ("id", row.Id), ("act", "solve"), ("note", new string('长', 501)))).Refused!.Name);
        var solved = await Page(Chen, ("id", row.Id), ("act", "solve"), ("note", "已致电买家"));
        Assert.Equal((AttentionEvent.Solved, "陈静", "已致电买家"), Assert.Single(solved.Rows).First is var r ? (r.State!.Value, r.By, r.Note) : default);
        Assert.Equal("already-solved", (await Page(Qa, ("id", row.Id), ("act", "take"))).Refused!.Name);
        Assert.Null(shop.Database.Decisions.FirstBroken());
        // 198 of 300, and fay's whole 100.
        Assert.Equal(298m / 4m, shop.Metric("qa-score", "王雨桐"));
    }

    [Fact]
    public void A_rule_is_proposed_confirmed_by_another_and_counts_only_once_it_passed_the_bar()
    {
        using var shop = new CheckedShop(rules: false);
        QualityRuleDoing doing = new(shop.Database, shop.Clock), passing = new(shop.Database, shop.Clock) { Passed = (_, _) => true };
        Assert.Equal("role-may-not", doing.Propose([Taboo], First, "试", Chen).Refused!.Name);
        Assert.Equal("needs-named-person", doing.Propose([Taboo], First, "试", new("operator", Features.People.Role.Operator, null, null)).Refused!.Name);
        Assert.Equal("needs-reason", doing.Propose([Taboo], First, " ", Qa).Refused!.Name);
        Assert.Equal("day-missing", doing.Propose([Taboo], null, "试", Qa).Refused!.Name);
        Assert.Equal((2, null), doing.Propose([Taboo, Address], First, "试", Qa));
        Assert.Equal("waiting", doing.Propose([Taboo with { Points = 1 }], First, "再试", Hr).Refused!.Name);
        Assert.Equal("same-person", doing.Confirm("taboo", Qa)!.Name);
        Assert.Null(doing.Confirm("taboo", Hr));
        Assert.Equal("not-open", doing.Confirm("taboo", Boss)!.Name);
        Assert.Equal("rule-unknown", doing.Confirm("none", Boss)!.Name);
        Assert.Equal(["quality-rule-to-confirm"], shop.Database.Notices.Of("hr", 50).Select(n => n.Notice.Kind));
        Assert.Equal(["quality-rule-answered"], shop.Database.Notices.Of("qa", 50).Select(n => n.Notice.Kind));
        shop.Recount();
        Assert.Equal(["taboo 王雨桐 05 自己看 shadow"], shop.Told(all: true));
        Assert.Equal("bar-not-passed", doing.Activate("taboo", First, "准", Hr)!.Name);
        Assert.Equal("same-person", passing.Activate("taboo", First, "准", Qa)!.Name);
        Assert.Null(passing.Activate("taboo", First, "准", Hr));
        shop.Recount();
        Assert.Equal(["taboo 王雨桐 05 自己看"], shop.Told());
        shop.Close();
        Assert.Equal("month-closed", doing.End("taboo", new(2026, 10, 31), "不用了", Boss)!.Name);
        Assert.Null(doing.End("taboo", new(2026, 11, 1), "不用了", Boss));
        Assert.Null(shop.Database.Decisions.FirstBroken());
    }

    [Fact]
    public void The_command_line_tells_the_same_in_fields_that_stay()
    {
        using var shop = new CheckedShop();
        var rows = JsonNode.Parse(shop.Shop.Json("qa", "--month", "2026-10", "--rule", "taboo"))!.AsArray();
        Assert.Equal(["shop", "day", "agent", "reception", "finding", "rule", "version", "name", "nameEn", "severity", "category", "points", "state"], Assert.Single(rows)!.AsObject().Select(p => p.Key));
        Assert.Equal(("2026-10-05", "王雨桐", "fatal", 0m, "counts"), rows[0] is { } r ? ((string)r["day"]!, (string)r["agent"]!, (string)r["severity"]!, (decimal)r["points"]!, (string)r["state"]!) : default);
        Assert.Equal(2, JsonNode.Parse(shop.Shop.Json("qa", "--month", "2026-10", "--agent", "李思远"))!.AsArray().Count);
        Assert.Equal(2, shop.Shop.Heng("qa").Code);
    }

    [Fact]
    public void A_rule_reads_back_as_it_was_written()
    {
        foreach (var rule in new[] { Taboo, Address, Slow, Thanks, Risk })
            Assert.Equal(RuleTexts.Write(rule), RuleTexts.Write(RuleTexts.Read(RuleTexts.Write(rule))));
        Assert.NotNull(RuleTexts.Pack("rules: x").Faults);
        Assert.NotNull(RuleTexts.Pack("").Faults);
        var pack = RuleTexts.Pack("pack: one\ntitle: { zh: 一条, en: One }\nrules:\n  - " + string.Join("\n    ", RuleTexts.Write(Taboo).TrimEnd().Split('\n')) + "\n");
        Assert.Equal((null, RuleTexts.Write(Taboo)), (pack.Faults, RuleTexts.Write(pack.Rules.Single())));
    }
}
