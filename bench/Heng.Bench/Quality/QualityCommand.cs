using System.Globalization;
using System.Text;
using System.Text.Json;
using Heng.Bench.Fold;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;

namespace Heng.Bench.Quality;

/// <summary>What <c>heng-bench quality</c> was asked for.</summary>
internal sealed record QualityOptions(int Messages, int Threads, bool Json)
{
    /// <summary>Null where the words make no sense.</summary>
    public static QualityOptions? Parse(IReadOnlyList<string> words)
    {
        var options = new QualityOptions(1_200_000, 2, false);
        for (var i = 0; i < words.Count; i += 2)
        {
            if (i + 1 == words.Count) return null;
            var number = int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : (int?)null;
            var next = (words[i], number) switch
            {
                ("--messages", { } messages) => options with { Messages = messages },
                ("--threads", { } threads and <= 64) => options with { Threads = threads },
                ("--format", _) when words[i + 1] is "table" or "json" => options with { Json = words[i + 1] == "json" },
                _ => null,
            };
            if (next is null) return null;
            options = next;
        }
        return options;
    }
}

/// <summary>Fifty rules over invented chats, on one thread and on several, beside the phrases of the same rules looked for one by one. Exit code 1 where threads find different things.</summary>
internal static class QualityCommand
{
    private const int Runs = 5;

    public static int Run(QualityOptions options)
    {
        var phrases = InventedRules.PhraseList();
        var chat = new InventedChat(options.Messages, phrases);
        var rules = InventedRules.Of(phrases);
        var checker = new Checker(rules);
        var results = new List<Measured>();
        foreach (var threads in ((int[])[1, options.Threads]).Distinct())
        {
            var best = new BestOf();
            string[] found = [];
            for (var run = 0; run < Runs; run++) found = best.Run(() => Checked(checker, rules.Count, chat, threads));
            results.Add(new("heng", threads, best.Seconds, best.ProcessorSeconds, AgentDayTable.HashOf(string.Concat(found))));
        }
        var naive = new BestOf();
        var hits = naive.Run(() => Naive(rules, chat));
        results.Add(new("phrases one by one", 1, naive.Seconds, naive.ProcessorSeconds, $"{hits} hits"));
        Say(options, chat.Messages, results);
        return results.Where(r => r.Engine == "heng").Select(r => r.Hash).Distinct().Count() == 1 ? 0 : 1;
    }

    private static string[] Checked(Checker checker, int rules, InventedChat chat, int threads)
    {
        var applies = Enumerable.Repeat(true, rules).ToArray();
        var found = new string[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var (talk, findings, text) = (new Talk(), new List<Finding>(), new StringBuilder());
            for (var reception = (int)((long)chat.Receptions * part / threads); reception < (int)((long)chat.Receptions * (part + 1) / threads); reception++)
            {
                chat.Fill(talk, reception);
                findings.Clear();
                checker.Check(talk, applies, findings);
                foreach (var finding in findings) text.Append(CultureInfo.InvariantCulture, $"{reception},{finding.Rule},{finding.Spans[0].Line},{finding.Spans[0].Start}\n");
            }
            found[part] = text.ToString();
        });
        return found;
    }

    /// <summary>Every phrase of every rule looked for in every message, as it stands.</summary>
    private static long Naive(IReadOnlyList<QualityRule> rules, InventedChat chat)
    {
        string[][] phrases = [.. rules.Select(r => r.When is Condition { Of: Words words } ? words.Phrases.ToArray() : [])];
        var hits = 0L;
        foreach (var text in chat.Texts)
            foreach (var rule in phrases)
                foreach (var phrase in rule)
                    if (text.Contains(phrase, StringComparison.Ordinal)) hits++;
        return hits;
    }

    private static void Say(QualityOptions options, int messages, List<Measured> results)
    {
        if (options.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(results.Select(r => new Dictionary<string, object?>
            {
                ["work"] = "quality", ["engine"] = r.Engine, ["threads"] = r.Threads, ["rows"] = messages, ["seconds"] = r.TakenSeconds, ["processorSeconds"] = r.ProcessorSeconds, ["hash"] = r.Hash,
            })));
            return;
        }
        Console.WriteLine($"{"engine",-20} {"threads",7} {"messages",10} {"seconds",9} {"messages/s",11} {"cpu s",9}  hash");
        foreach (var r in results)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{r.Engine,-20} {r.Threads,7} {messages,10} {r.TakenSeconds,9:F4} {messages / Math.Max(0.0001m, r.TakenSeconds ?? 0m),11:F0} {r.ProcessorSeconds,9:F4}  {r.Hash}"));
    }
}
