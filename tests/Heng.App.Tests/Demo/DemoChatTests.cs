using System.Globalization;
using Heng.App.Features.Demo;

namespace Heng.App.Tests.Demo;

[Collection(DemoFolderGroup.Name)]
public sealed class DemoChatTests(DemoFolder demo)
{
    private static readonly string[] NoReply = ["auto-reply", "broadcast", "recalled", "transfer"];

    [Fact]
    public void Every_message_stands_in_the_file_of_its_month_in_time_order_with_an_id_of_its_own()
    {
        foreach (var file in demo.Summary.Files.Where(f => f.Kind == "messages"))
        {
            var rows = demo.Rows(file);
            Assert.Equal(file.Rows, rows.Count);
            var month = file.Name["messages-".Length..^".csv".Length];
            Assert.DoesNotContain(rows, r => !r["at"].StartsWith(month, StringComparison.Ordinal));
            Assert.DoesNotContain(rows.Zip(rows.Skip(1)), p => string.CompareOrdinal(p.First["at"], p.Second["at"]) > 0);
            Assert.Equal(rows.Count, rows.Select(r => r["id"]).Distinct().Count());
        }
        Assert.Equal(demo.Summary.Counts.Messages, demo.Rows("messages").Count());
    }

    [Fact]
    public void Every_account_that_writes_or_is_passed_on_to_belongs_to_one_person_on_that_day()
    {
        var used = demo.Rows("messages").SelectMany(r => r["to"] == "" ? [(r["account"], r["at"][..10])] : new[] { (r["account"], r["at"][..10]), (r["to"], r["at"][..10]) });
        Assert.All(used.Distinct(), u => Assert.NotNull(demo.Holder(u.Item1, u.Item2)));
    }

    [Fact]
    public void Every_kind_of_message_that_the_kernel_tells_apart_occurs()
    {
        var kinds = demo.Rows("messages").Select(r => r["from"] + " " + r["kind"]).ToHashSet();
        Assert.Equal(
            [
                "agent auto-reply", "agent broadcast", "agent card", "agent recalled", "agent text", "agent transfer",
                "buyer card", "buyer image", "buyer offline", "buyer text", "robot text", "system text",
            ], kinds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_gap_of_a_sentence_stays_unfilled_and_the_texts_are_many()
    {
        var texts = demo.Rows("messages").Select(r => r["text"]).ToHashSet();
        Assert.DoesNotContain(texts, t => t.Length == 0 || t.Contains('{', StringComparison.Ordinal) || t.Contains('}', StringComparison.Ordinal));
        Assert.InRange(texts.Count, 5_000, int.MaxValue);
        Assert.Contains(texts, t => t.Contains('\n', StringComparison.Ordinal));
        Assert.Contains("你明天找其它客服吧", texts);
    }

    [Fact]
    public void A_transfer_is_made_both_with_an_unanswered_question_and_without()
    {
        var last = new Dictionary<(string, string), string>();
        var (open, answered) = (0, 0);
        foreach (var row in demo.Rows("messages"))
        {
            var key = (row["buyer"], row["account"]);
            if (row["kind"] == "transfer" && last.GetValueOrDefault(key) == "buyer") open++;
            else if (row["kind"] == "transfer") answered++;
            if (row["kind"] is not ("auto-reply" or "transfer") && row["from"] is "buyer" or "agent") last[key] = row["from"];
        }
        Assert.InRange(open, 50, 2_000);
        Assert.InRange(answered, 50, 2_000);
    }

    [Fact]
    public void Replies_take_as_long_as_in_real_shops_and_agents_differ()
    {
        var (waits, unanswered) = Waits();
        foreach (var month in waits.GroupBy(w => w.At[..7])) Assert.InRange(month.Sum(w => w.Seconds) / month.Count(), 20, 60);
        Assert.InRange(unanswered * 1000 / waits.Count, 10, 100);
        var byAgent = waits.GroupBy(w => demo.Holder(w.Account, w.At[..10])!).Where(g => g.Count() > 500).Select(g => g.Sum(w => w.Seconds) / g.Count()).ToList();
        Assert.InRange(byAgent.Min(), 12, 29);
        Assert.InRange(byAgent.Max(), 40, 90);
    }

    [Fact]
    public void The_promotion_weekend_brings_about_three_times_the_buyers()
    {
        var perDay = demo.Rows("messages").GroupBy(r => r["at"][..10]).ToDictionary(g => g.Key, g => g.Select(r => r["buyer"]).Distinct().Count(), StringComparer.Ordinal);
        // October 2026 begins on a Thursday: its third weekend from the first Saturday on is the 17th and 18th.
        Assert.InRange(perDay["2026-10-17"] * 100 / perDay["2026-10-10"], 200, 420);
        Assert.Equal(30 + 31, perDay.Count);
    }

    /// <summary>A plain loop over rounds: the first unanswered message to the first human reply, buyer by account by day; messages at night are left out.</summary>
    private (List<(string Account, string At, int Seconds)> Waits, int Unanswered) Waits()
    {
        var open = new Dictionary<(string, string, string), DateTime>();
        var waits = new List<(string, string, int)>();
        foreach (var row in demo.Rows("messages"))
        {
            var at = DateTime.ParseExact(row["at"], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            var key = (row["buyer"], row["account"], row["at"][..10]);
            if (row["from"] == "buyer" && row["kind"] != "offline") open.TryAdd(key, at);
            else if (row["kind"] == "transfer" && open.Remove(key)) open.TryAdd((row["buyer"], row["to"], row["at"][..10]), at);
            else if (row["from"] == "agent" && !NoReply.Contains(row["kind"]) && open.Remove(key, out var asked))
                waits.Add((row["account"], row["at"], (int)(at - asked).TotalSeconds));
        }
        return (waits, open.Count);
    }
}
