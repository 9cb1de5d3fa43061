using Heng.App.CommandLine;
using Heng.App.Features.People;

namespace Heng.App.Tests.CommandLine;

/// <summary>heng rules: a change is kept and counts nothing again by itself; recomputing does, for the days asked.</summary>
[Collection(WholeDemo.Name)]
public class RulesCommandTests(DemoFixture shop)
{
    private const string First = DemoFixture.Month + "-10", Last = DemoFixture.Month + "-11";

    [Fact]
    public void A_change_is_kept_shown_and_counted_only_where_it_is_recomputed()
    {
        var folder = shop.OpenMonth(("boss", Role.Manager, null));
        string[] boss = ["--as", "boss", "--key-file", DemoFixture.KeyFile(folder, "boss", "boss")];
        long Slow(string day) => (long)(decimal)Ran.Json(folder, "metrics", "--from", day, "--to", day, "--by", "all", "--metric", "slow").Done().Rows[0]!["metrics"]!["slow"]!["value"]!;
        string Rules(string day) => Ran.Json(folder, "metrics", "--from", day, "--to", day, "--by", "all", "--metric", "slow").Done().Rows[0]!["rules"]!.ToJsonString();
        var (before, beside) = (Slow(First), Slow(Last));
        Assert.EndsWith("\"version\":1}]", Rules(First), StringComparison.Ordinal);

        string[] change = ["rules", "set", "--set", "slow-seconds=1", "--set", "slow-times=1", "--from", First, "--reason", "试"];
        Assert.Equal("role-may-not", Ran.Json(folder, change).Refusal);
        Assert.Equal("reason-missing", Ran.Json(folder, ["rules", "set", "--set", "slow-times=1", "--from", First, .. boss]).Refusal);
        Assert.Equal("setting-out-of-range", Ran.Json(folder, ["rules", "set", "--set", "slow-times=21", "--from", First, "--reason", "试", .. boss]).Refusal);
        Assert.Equal("rules-unchanged", Ran.Json(folder, ["rules", "set", "--set", "slow-times=3", "--from", First, "--reason", "试", .. boss]).Refusal);
        Assert.Equal("cut-fixed", Ran.Json(folder, ["rules", "set", "--set", "business-day-cut=4", "--from", First, "--reason", "试", .. boss]).Refusal);
        Assert.Equal("from-too-far", Ran.Json(folder, ["rules", "set", "--set", "slow-times=1", "--from", "9999-12-31", "--reason", "试", .. boss]).Refusal);
        Assert.Equal(Exit.WrongUsage, Ran.Json(folder, ["rules", "set", "--set", "slow-times=1", "--from", First, "--reason", "", .. boss, "--dry-run"]).Code);
        Assert.Equal(Exit.WrongUsage, Ran.Json(folder, ["rules", "set", "--set", "slow-times=1", "--set", "slow-times=2", "--from", First, "--reason", "试", .. boss]).Code);
        Assert.Null(Ran.Json(folder, [.. change, .. boss, "--dry-run"]).Done().Object["version"]);
        Assert.Equal(2, (int)Ran.Json(folder, [.. change, .. boss]).Done().Object["version"]!);
        Assert.Equal((before, beside), (Slow(First), Slow(Last)));

        var shown = Ran.Json(folder, "rules", "show").Done().Rows[0]!;
        Assert.Equal(("2", "1", First), (shown["version"]!.ToJsonString(), (string)shown["settings"]!["slow-times"]!, (string)shown["toRecompute"]![0]!["from"]!));
        Assert.Equal(("boss", "试", 2), ((string)shown["versions"]![0]!["by"]!, (string)shown["versions"]![0]!["reason"]!, shown["versions"]![0]!["changes"]!.AsArray().Count));
        Assert.Equal("3", (string)Ran.Json(folder, "rules", "show", "--day", DemoFixture.Month + "-09").Done().Rows[0]!["settings"]!["slow-times"]!);

        string[] again = ["rules", "recompute", "--from", First, "--to", First];
        Assert.Equal("reason-missing", Ran.Json(folder, [.. again, .. boss]).Refusal);
        Assert.Equal(1, (int)Ran.Json(folder, [.. again, "--reason", "改了慢响应", .. boss]).Done().Object["days"]!);
        Assert.True(Slow(First) > before, "one slow reply of a second is more than three of two minutes");
        Assert.Equal(beside, Slow(Last));
        Assert.Contains("\"version\":2}]", Rules(First), StringComparison.Ordinal);
        string[] Stale() => [.. Ran.Json(folder, "rules", "show").Done().Rows[0]!["toRecompute"]!.AsArray().Select(d => (string)d!["from"]!)];
        Assert.Equal(Last, Stale()[0]);

        // What changes no fact marks no day: back to the old rules, the 10th alone was counted under others; and how quick a quick reply is, is only shown.
        Ran.Json(folder, ["rules", "set", "--set", "slow-seconds=120", "--set", "slow-times=3", "--set", "quick-reply=20", "--from", First, "--reason", "改回", .. boss]).Done();
        Assert.Equal([First], Stale());

        // Far beyond what was imported there is nothing to count, and nothing to fall over.
        string[] ever = ["rules", "recompute", "--reason", "试", .. boss];
        Assert.Equal(0, (int)Ran.Json(folder, [.. ever, "--from", "0001-01-01", "--to", "0001-01-02"]).Done().Object["days"]!);
        Assert.Equal(0, (int)Ran.Json(folder, [.. ever, "--from", "9999-12-01", "--to", "9999-12-31"]).Done().Object["days"]!);
        Assert.InRange((int)Ran.Json(folder, [.. ever, "--from", "0001-01-01", "--to", "9999-12-31"]).Done().Object["days"]!, 28, 366);
    }

    [Fact]
    public void Where_two_may_change_the_rules_one_proposes_and_the_other_gives_the_same_command()
    {
        var folder = shop.OpenMonth(("boss", Role.Manager, null), ("root", Role.Administrator, null));
        Ran Set(string who, string times, string reason) => Ran.Json(folder, ["rules", "set", "--set", "slow-times=" + times, "--from", First, "--reason", reason, "--as", who, "--key-file", DemoFixture.KeyFile(folder, who, who)]);
        int Version() => (int)Ran.Json(folder, "rules", "show").Done().Rows[0]!["version"]!;

        Assert.Equal(("proposed", null), Set("boss", "1", "太松").Done().Object is var proposed ? ((string)proposed["state"]!, proposed["version"]) : default);
        Assert.Equal(("same-person", 1), (Set("boss", "1", "太松").Refusal, Version()));
        Assert.Equal("proposed", (string)Set("root", "2", "另一个").Done().Object["state"]!);
        // The reason may be another's own; the change is the same.
        Assert.Equal(("kept", 2), Set("boss", "2", "同意").Done().Object is var kept ? ((string)kept["state"]!, (int)kept["version"]!) : default);
        Assert.Equal(2, Version());
    }
}
