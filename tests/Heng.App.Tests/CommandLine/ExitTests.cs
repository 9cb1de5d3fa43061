using Heng.App.CommandLine;
using Heng.App.Features.People;

namespace Heng.App.Tests.CommandLine;

/// <summary>Exit codes and refusals by name: 0 done, 1 refused, 2 wrong usage, 3 bad input.</summary>
[Collection(WholeDemo.Name)]
public class ExitTests(DemoFixture shop)
{
    [Theory]
    [InlineData("metric-unknown", "metrics", "--month", "2026-10", "--metric", "no-such")]
    [InlineData("month-unreadable", "metrics", "--month", "2026-13")]
    [InlineData("day-unreadable", "metrics", "--from", "2026-10-32", "--to", "2026-10-31")]
    [InlineData("period-missing", "metrics", "--from", "2026-10-02", "--to", "2026-10-01")]
    [InlineData("period-missing", "metrics", "--month", "2026-10", "--from", "2026-10-01", "--to", "2026-10-02")]
    [InlineData("period-missing", "metrics")]
    [InlineData("period-missing", "orders")]
    [InlineData("shop-unknown", "orders", "--month", "2026-10", "--shop", "nobody's")]
    [InlineData("instant-unreadable", "metrics", "--month", "2026-10", "--as-of", "yesterday")]
    [InlineData("plan-unknown", "score", "--month", "2026-10", "--plan", "no-such")]
    [InlineData("shop-missing", "import", "x.csv", "--replace", "2026-10-01")]
    [InlineData("map-missing", "import", "x.csv", "--map", "/nowhere/map.yaml")]
    [InlineData("key-file-missing", "metrics", "--month", "2026-10", "--as", "hr", "--key-file", "/nowhere/key")]
    [InlineData("only-one", "explain", "--month", "2026-10", "--agent", "ann", "--line", "net", "--item", "x")]
    [InlineData("only-one", "explain", "--month", "2026-10", "--agent", "ann", "--metric", "sales", "--item", "x")]
    [InlineData("only-one", "explain", "--month", "2026-10", "--agent", "ann", "--metric", "sales", "--line", "net")]
    [InlineData("name-unreadable", "people", "account", "")]
    [InlineData("name-unreadable", "people", "account", " \t")]
    [InlineData("name-unreadable", "people", "account", "two\nlines", "--role", "hr")]
    [InlineData("name-unreadable", "people", "account", "", "--reset")]
    [InlineData("name-unreadable", "people", "account", "operator", "--role", "hr")]
    [InlineData("value-unknown", "metrics", "--month", "2026-10", "--by", "moon")]
    [InlineData("value-unknown", "metrics", "--month", "2026-10", "--by", "0")]
    [InlineData("value-unknown", "metrics", "--month", "2026-10", "--source", "guessed")]
    [InlineData("value-unknown", "people", "account", "x", "--role", "operator")]
    [InlineData("out-of-range", "demo", "--agents", "2", "--no-serve")]
    public void What_makes_no_sense_is_wrong_usage_with_a_name(string name, params string[] arguments)
    {
        var ran = shop.Json(arguments);
        Assert.Equal((Exit.WrongUsage, name, ""), (ran.Code, ran.Refusal, ran.Out));
    }

    [Theory]
    [InlineData("metrics", "--by", "moon")]
    [InlineData("metrics", "--month", "2026-10", "--format", "xml")]
    [InlineData("no-such-command")]
    [InlineData("import")]
    [InlineData("explain", "--month", "2026-10")]
    public void Words_that_no_command_knows_are_wrong_usage(params string[] arguments) => Assert.Equal(Exit.WrongUsage, Ran.Heng(arguments).Code);

    [Theory]
    [InlineData("heng connect taobao --help", "connect", "taobao", "--nonsense")]
    [InlineData("heng metrics --help", "metrics", "--nonsense")]
    [InlineData("heng --help", "nonsense")]
    public void Wrong_usage_names_the_whole_command_whose_help_there_is(string help, params string[] arguments) =>
        Assert.Contains(help, Ran.Heng(arguments).Err, StringComparison.Ordinal);

    [Theory]
    [InlineData("--by is one of agent, group, shop, day, hour, all, not 'moon' / --by 可用：agent、group、shop、day、hour、all，不是“moon”", "metrics", "--month", "2026-10", "--by", "moon")]
    [InlineData("--format is one of table, json, csv, not 'xml' / --format 可用：table、json、csv，不是“xml”", "formats", "--format", "xml")]
    [InlineData("--role is one of administrator, manager, hr, qa, leader, agent, auditor, supervisor, not 'boss'", "people", "account", "x", "--role", "boss")]
    [InlineData("--source is one of computed, reported, not 'guessed'", "metrics", "--month", "2026-10", "--source", "guessed")]
    public void A_word_out_of_a_few_is_told_which_there_are_and_never_in_the_names_of_the_code(string told, params string[] arguments)
    {
        var ran = Ran.Heng(arguments);
        Assert.Equal((Exit.WrongUsage, ""), (ran.Code, ran.Out));
        Assert.StartsWith("value-unknown: " + told, ran.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("Heng.App", ran.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("Heng.App", Ran.Heng("metrics", "--help").Done().Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent-unknown", "explain", "--month", "2026-10", "--agent", "nobody", "--metric", "consulted")]
    [InlineData("order-unknown", "orders", "--order", "0")]
    [InlineData("nothing-reported", "metrics", "--month", "2026-10", "--source", "reported")]
    [InlineData("needs-named-person", "close", "--month", "2026-10")]
    [InlineData("role-may-not", "plan", "publish", "s4-ksf")]
    [InlineData("key-missing", "metrics", "--month", "2026-10", "--as", "hr")]
    [InlineData("database-unreachable", "db", "info", "--db", "Host=127.0.0.1;Port=1;Username=nobody")]
    public void What_is_not_allowed_now_is_refused_by_name(string name, params string[] arguments)
    {
        var ran = shop.Json(arguments);
        Assert.Equal((Exit.Refused, name, ""), (ran.Code, ran.Refusal, ran.Out));
    }

    [Theory]
    [InlineData("metric-unknown", "--metric")]
    [InlineData("item-unknown", "--item")]
    [InlineData("line-unknown", "--line")]
    public void An_explanation_of_something_that_is_not_there_is_refused(string name, string option)
    {
        var agent = shop.Json("metrics", "--month", DemoFixture.Month).Rows[0]!["agent"]!.GetValue<string>();
        var ran = shop.Json("explain", "--month", DemoFixture.Month, "--agent", agent, option, "no-such");
        Assert.Equal((Exit.Refused, name), (ran.Code, ran.Refusal));
    }

    [Fact]
    public void Another_users_key_is_refused()
    {
        var managersKey = shop.As("manager")[^1];
        Assert.Equal("key-wrong", shop.Json("metrics", "--month", DemoFixture.Month, "--as", "hr", "--key-file", managersKey).Refusal);
        Assert.Equal("key-wrong", shop.Json("metrics", "--month", DemoFixture.Month, "--as", "nobody", "--key-file", managersKey).Refusal);
        Assert.Equal(Exit.Done, shop.Json(["metrics", "--month", DemoFixture.Month, .. shop.As("hr")]).Code);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_bad_input_and_says_why_in_its_report()
    {
        var folder = shop.NewFolder();
        var missing = Ran.Json(folder, "import", Path.Combine(folder, "nowhere.csv"), "--shop", "店");
        Assert.Equal((Exit.BadInput, "file-missing"), (missing.Code, missing.Rows[0]!["refused"]!["name"]!.GetValue<string>()));
        var map = Path.Combine(folder, "map.yaml");
        File.WriteAllText(map, "columns: {nonsense: x}\n");
        var faulty = Ran.Json(folder, "import", "x.csv", "--map", map);
        Assert.Equal((Exit.BadInput, "map-faulty"), (faulty.Code, faulty.Refusal));
        var plan = Path.Combine(folder, "plan.yaml");
        File.WriteAllText(plan, "scheme: [\n");
        var unreadable = shop.Json("score", "--month", DemoFixture.Month, "--plan", plan);
        Assert.Equal((Exit.BadInput, "plan-faulty"), (unreadable.Code, unreadable.Refusal));
        Assert.Equal(Exit.Refused, Ran.Heng("plan", "lint", plan).Code);
        Assert.Equal(Exit.Done, Ran.Heng("plan", "lint", "s4-ksf").Code);
    }

    [Fact]
    public void A_dry_run_counts_and_changes_nothing()
    {
        var folder = shop.NewFolder();
        var report = Ran.Json(folder, "import", Path.Combine(shop.FilesFolder, "messages-2026-10.csv"), "--shop", DemoFixture.ShopName, "--dry-run").Done().Rows[0]!;
        Assert.True((long)report["accepted"]! > 1000);
        Assert.Equal((long)report["read"]!, (long)report["accepted"]! + (long)report["duplicate"]!);
        Assert.Equal(0, Ran.Json(folder, "db", "info").Object["rows"]!.AsObject().Where(r => r.Key is "import_file" or "message_day" or "transcript" or "agent_day").Sum(r => (long)r.Value!));
    }

    [Theory]
    [InlineData("metrics", "--month", "2026-10")]
    [InlineData("metrics", "--month", "2026-10", "--by", "day", "--metric", "all")]
    [InlineData("orders", "--month", "2026-10")]
    [InlineData("score", "--month", "2026-10")]
    [InlineData("pay", "--month", "2026-10")]
    [InlineData("people", "list")]
    [InlineData("plan", "list")]
    [InlineData("formats")]
    [InlineData("db", "info")]
    public void Every_answer_comes_as_a_table_and_as_csv(params string[] arguments)
    {
        var table = Ran.Heng([.. arguments, "--data", shop.Folder]).Done().Out;
        var csv = Ran.Heng([.. arguments, "--data", shop.Folder, "--format", "csv"]).Done().Out;
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 1, csv);
        Assert.True(table.Split('\n').Length > 4, table);
        Assert.All(lines[0].Split(','), column => Assert.Contains(column.Trim('"')[..Math.Min(4, column.Length)], table, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', table);
    }

    [Fact]
    public void A_month_without_records_has_no_value_and_no_zero()
    {
        var rows = shop.Json("metrics", "--month", "2020-01", "--by", "all", "--metric", "consulted,sales,reply-rate").Done().Rows;
        Assert.All(rows[0]!["metrics"]!.AsObject(), cell => Assert.Equal((null, "missing"), (cell.Value!["value"]?.ToString(), cell.Value["state"]!.GetValue<string>())));
    }

    [Fact]
    public void An_agent_sees_only_themselves_and_no_one_elses_pay()
    {
        var names = shop.Json("pay", "--month", DemoFixture.Month).Rows.Select(r => r!["agent"]!.GetValue<string>()).ToList();
        var (self, other) = (names[0], names[1]);
        var folder = shop.OpenMonth(("ann", Role.Agent, self));
        string[] ann = ["--as", "ann", "--key-file", DemoFixture.KeyFile(folder, "ann", "ann")];
        Ran Ask(params string[] arguments) => Ran.Json(folder, [.. arguments, .. ann]);
        Assert.Equal([self], Agents(Ask("metrics", "--month", DemoFixture.Month)));
        Assert.Equal([self], Agents(Ask("score", "--month", DemoFixture.Month, "--plan", "s2-office-regulation")));
        Assert.Equal([self], Agents(Ask("pay", "--month", DemoFixture.Month, "--scheme", "s4-ksf")));
        foreach (var by in new[] { "all", "shop", "group", "day", "hour" }) Assert.Equal("role-may-not", Ask("metrics", "--month", DemoFixture.Month, "--by", by).Refusal);
        Assert.Equal("agent-unknown", Ask("explain", "--month", DemoFixture.Month, "--agent", other, "--metric", "consulted").Refusal);
        Assert.Equal("role-may-not", Ask("import", "x.csv").Refusal);
        Assert.Equal("role-may-not", Ask("close", "--month", DemoFixture.Month).Refusal);
        Assert.Equal([self], Ask("people", "list").Done().Rows.Select(r => r!["agent"]!.GetValue<string>()).Distinct());
    }

    [Fact]
    public void Whoever_can_see_nobody_is_refused_and_not_told_of_an_empty_month()
    {
        var folder = shop.OpenMonth(("adm", Role.Administrator, null), ("qa", Role.Qa, null), ("lost", Role.Leader, null));
        (int, string) Ask(string user, params string[] arguments)
        {
            var ran = Ran.Json(folder, [.. arguments, "--month", DemoFixture.Month, "--as", user, "--key-file", DemoFixture.KeyFile(folder, user, user)]);
            return (ran.Code, ran.Refusal);
        }
        foreach (var user in new[] { "adm", "qa", "lost" }) Assert.Equal((Exit.Refused, "role-may-not"), Ask(user, "pay", "--scheme", "s4-ksf"));
        foreach (var user in new[] { "adm", "qa" }) // see everybody, and nobody's pay
        {
            Assert.Equal((Exit.Done, ""), Ask(user, "score", "--plan", "s2-office-regulation"));
            Assert.Equal((Exit.Done, ""), Ask(user, "metrics", "--by", "all"));
        }
        Assert.Equal((Exit.Refused, "role-may-not"), Ask("lost", "score", "--plan", "s2-office-regulation")); // a leader's account that is nobody's
        Assert.Equal((Exit.Refused, "role-may-not"), Ask("lost", "metrics"));
        Assert.Equal((Exit.Refused, "role-may-not"), Ask("lost", "metrics", "--by", "group"));
    }

    private static IEnumerable<string> Agents(Ran ran) => ran.Done().Rows.Select(r => r!["agent"]!.GetValue<string>());
}
