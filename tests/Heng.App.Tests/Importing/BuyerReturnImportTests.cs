using System.Text.Json.Nodes;

namespace Heng.App.Tests.Importing;

/// <summary>One-contact resolution on an invented shop: from chats, cases and aliases to the number, its state and its explanation.</summary>
public sealed class BuyerReturnImportTests
{
    private const string Metric = "one-contact-resolution";
    private const string People = "name,accounts,position,base_pay,from\n王雨桐,小店:小雨,front-line,3000,2026-01-01\n李静,小店:小静,front-line,3000,2026-01-01\n";

    private static string Talk(int day, string buyer, string account) =>
        Counter.Line($"2026-10-{day:00} 10:00:00", buyer: buyer, account: account) + Counter.Line($"2026-10-{day:00} 10:00:20", "在的", "agent", buyer: buyer, account: account);

    private static void Chats(Counter counter, string name, params string[] talks) => counter.Import(counter.File(name, Counter.Messages + string.Concat(talks)));

    /// <summary>Part, whole, state and the day it is final after.</summary>
    private static (decimal? Part, decimal? Whole, string State, string? FinalOn) Read(Counter counter, string agent, params string[] options)
    {
        var row = JsonNode.Parse(counter.Json(["metrics", "--month", "2026-10", "--metric", Metric, .. options]))!.AsArray().Single(r => r!["agent"]?.GetValue<string>() == agent)!;
        var cell = row["metrics"]![Metric]!;
        return (cell["part"]?.GetValue<decimal>(), cell["whole"]?.GetValue<decimal>(), cell["state"]!.GetValue<string>(), cell["finalOn"]?.GetValue<string>());
    }

    [Fact]
    public void A_later_day_an_alias_and_a_case_change_what_an_earlier_day_was_worth_and_a_gap_keeps_it_provisional()
    {
        using var counter = new Counter();
        counter.Import(counter.File("people.csv", People));
        Chats(counter, "1.csv", Talk(1, "ann", "小店:小雨"), Talk(1, "bea", "小店:小雨"), Talk(1, "cem", "小店:小雨"));
        Assert.Equal((3, 3, "provisional", "2026-10-04"), Read(counter, "王雨桐"));

        // ann comes back to somebody else the day after; who is back is one of the shop's three.
        Chats(counter, "2.csv", Talk(2, "ann", "小店:小静"));
        Assert.Equal((2, 3, "provisional", "2026-10-05"), Read(counter, "王雨桐"));
        Assert.Equal((1, 1, "provisional", "2026-10-05"), Read(counter, "李静"));

        // The 3rd is not there: bea and cem may have been back on it, so the first day is not final.
        Chats(counter, "4.csv", Talk(4, "bee", "小店:小静"));
        Chats(counter, "7.csv", Talk(7, "dan", "小店:小静"));
        Assert.Equal((2, 3, "provisional"), Read(counter, "王雨桐", "--as-of", "2026-10-20 00:00:00") is var gap ? (gap.Part, gap.Whole, gap.State) : default);
        var told = counter.Json("explain", "--month", "2026-10", "--agent", "王雨桐", "--metric", Metric, "--as-of", "2026-10-20 00:00:00");
        Assert.Contains("ReceptionsJudgedOnce", told, StringComparison.Ordinal);

        // bee is bea, back within 72 hours of the 1st, 10:00:20; a case on the 3rd is cem's return; dan's chat is followed by nothing.
        counter.Import(counter.File("aliases.csv", "shop,alias,buyer\n小店,bee,bea\n"));
        Assert.Equal((1m, 3m), Read(counter, "王雨桐") is var known ? (known.Part, known.Whole) : default);
        counter.Import(counter.File("cases.csv", "shop,id,agent,opened_at,buyer,solved_at,once\n小店,1,李静,2026-10-03 09:00:00,cem,2026-10-03 10:00:00,是\n"));
        Assert.Equal((0, 3, "final", null), Read(counter, "王雨桐", "--as-of", "2026-10-20 00:00:00"));
        // 李静: ann on the 2nd, bea on the 4th, dan on the 7th, and the case: 4 of 4, while days behind them are not there.
        Assert.Equal((4, 4, "provisional"), Read(counter, "李静", "--as-of", "2026-10-20 00:00:00") is var her ? (her.Part, her.Whole, her.State) : default);
    }
}
