using System.Text.Json;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;
using Heng.Engine.Records;
using Heng.Intake.Tests;
using static Heng.Engine.Tests.Quality.Checks;

namespace Heng.Engine.Tests.Quality;

/// <summary>Eighteen rules over 7,851 real messages of 650 sessions, beside what another program counted with the same words.</summary>
public sealed class JdRulesTests
{
    [SharedDataFact]
    public void Eighteen_rules_find_what_was_counted_on_real_chats()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.At("expected", "chat-zh-rules.json")));
        var said = expected.RootElement.GetProperty("rules").EnumerateObject().ToArray();
        QualityRule[] rules = [.. said.Select(r => RuleOf(r.Name, r.Value.GetProperty("direction").GetString() == "agent" ? Role.Agent : Role.Buyer, r.Value.GetProperty("regex").GetString()!))];
        var (checker, applies, counts) = (new Checker(rules), rules.Select(_ => true).ToArray(), new (int Lines, int Sessions, int Occurrences)[rules.Length]);
        foreach (var session in File.ReadLines(SharedData.At("chat-zh", "jd.tsv")).Select(l => l.Split('\t')).GroupBy(c => c[0]))
        {
            var (talk, found) = (new Talk(), new List<Finding>());
            foreach (var columns in session) talk.Add(columns[2] == "0" ? Speaker.Buyer : Speaker.Agent, MessageKind.Text, 0, columns[6]);
            checker.Check(talk, applies, found);
            foreach (var of in found.GroupBy(f => f.Rule))
                counts[of.Key] = (counts[of.Key].Lines + of.Count(), counts[of.Key].Sessions + 1, counts[of.Key].Occurrences + of.Sum(f => f.Spans.Count));
        }
        Assert.Equal(18, rules.Length);
        Assert.Equal(said.Select(r => $"{r.Name} {r.Value.GetProperty("lines")} {r.Value.GetProperty("sessions")} {r.Value.GetProperty("occurrences")}"),
            rules.Select((r, i) => $"{r.Id} {counts[i].Lines} {counts[i].Sessions} {counts[i].Occurrences}"));
    }

    /// <summary>Alternatives of plain words are phrases, the look-ahead of A06 is an exclusion, and what is left a pattern.</summary>
    private static QualityRule RuleOf(string id, Role role, string regex)
    {
        if (id == "A06") return Rule(new Condition(role, Stretch.Message, new Pattern("第一", "第一(时间|次|个|张|件|单)"))) with { Id = id };
        var words = regex.Split('|');
        Operator of = words.Any(w => w.IndexOfAny(['(', ')', '[', '+', '\\']) >= 0) ? new Pattern(regex) : new Words(Needed.Any, words);
        return Rule(new Condition(role, Stretch.Message, of)) with { Id = id };
    }
}
