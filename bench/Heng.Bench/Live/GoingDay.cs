using System.Globalization;
using System.Text;
using Heng.Bench.Quality;
using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Live;
using Heng.Engine.Quality.Checking;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;

namespace Heng.Bench.Live;

/// <summary>A day of invented chats in the order in which they were said, two hundred people's.</summary>
internal sealed class GoingDay
{
    private const int People = 200;
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly RuleSet Rules = RuleSet.Default;
    private readonly MessageBlock block = new(1 << 20);
    private readonly RulesOfDay inForce;

    public GoingDay(int messages)
    {
        var phrases = InventedRules.PhraseList();
        var (chat, rules, start) = (new InventedChat(messages, phrases), InventedRules.Of(phrases), Rules.Clock.StartOf(Day));
        inForce = new(rules, [.. rules.Select(_ => true)], new Checker(rules));
        foreach (var line in Enumerable.Range(0, chat.Messages).OrderBy(chat.SecondOf).ThenBy(l => l))
            block.Add(new("shop", FormattableString.Invariant($"b{InventedChat.ReceptionOf(line)}"), FormattableString.Invariant($"a{InventedChat.ReceptionOf(line) % People}"), start.Plus(chat.SecondOf(line)),
                chat.IsAgents(line) ? Sender.Agent : Sender.Buyer, MessageKind.Text, null, chat.Texts[line], FormattableString.Invariant($"m{line}"), line));
    }

    public int Messages => block.Count;

    /// <summary>The sums of everybody and how many findings there are, once all came in pieces of so many.</summary>
    public string Run(int piece)
    {
        var start = Rules.Clock.StartOf(Day);
        var (messages, today) = (new LiveMessages(Day, start, name => name), new LiveDay(start, Rules.SessionGapSeconds));
        var taken = 0;
        for (var place = 0; place < block.Length;)
        {
            messages.Take(block.At(ref place), null, inOrder: true);
            if (++taken % piece == 0 || taken == block.Count) Settle(messages, today);
        }
        var text = new StringBuilder();
        foreach (var agent in today.At(0))
            text.Append(CultureInfo.InvariantCulture, $"{agent.Agent}:{string.Join(',', agent.Today.Values.Select(v => $"{(int)v.Key}={v.Value}"))}\n");
        return text.Append(CultureInfo.InvariantCulture, $"{today.Findings.Count()} findings").ToString();
    }

    private void Settle(LiveMessages messages, LiveDay today)
    {
        while (!messages.IsSettled)
        {
            // As many at once as the server works out under its lock.
            var touched = messages.Settle(500);
            var (facts, quality) = Worked(messages, messages.Of(touched));
            today.Put(touched, facts, quality, messages.IsCourtesy);
        }
    }

    private (DayFacts, DayQuality) Worked(LiveMessages messages, DayRecords records)
    {
        var characters = new Utf8Characters();
        var texts = new DayTexts(row => characters.Of(records.Text![row]), records.Key!, _ => (null, null), (_, _) => null, new HashSet<string>());
        var names = new DayNames("shop", b => messages.Buyers.Names[b - 1], a => messages.Accounts.Names[a - 1], a => a, a => messages.Accounts.Names[a - 1]);
        return Pipeline.Checked(Day, RowsOf(records), names, Rules, new DayCheck(Day, inForce, texts));
    }

    private static DayRows RowsOf(DayRecords records) => new()
    {
        Count = records.Count, Key = records.Key, Buyer = records.Buyer, Account = records.Account, Second = records.Second, From = records.From, Kind = records.Kind, Length = records.Length,
        Sequence = records.Sequence, Target = Array.ConvertAll(records.Target, t => t == 0 ? -1 : t), IsAutoText = new bool[records.Count],
    };
}
