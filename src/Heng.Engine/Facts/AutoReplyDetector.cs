using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>A text that looks like an auto-reply (疑似自动回复): to how many buyers it went on its fullest day, and which that was.</summary>
public sealed record AutoReplyProposal(string Text, int Buyers, DateOnly Day);

/// <summary>
/// Looks for texts that no hand wrote: the same one to twenty buyers a day and more, each within a second after the buyer. It only proposes;
/// the fold goes by flags and lists alone, so that a text counts as automatic from the day on which somebody confirmed it.
/// </summary>
public static class AutoReplyDetector
{
    public const int FewestBuyers = 20, LongestSeconds = 1;

    /// <summary>By buyers, most first, then text. Texts that the rules list already are no proposals.</summary>
    public static IReadOnlyList<AutoReplyProposal> Of(DateOnly day, DayRows rows, IReadOnlyList<string> texts, RuleSet rules)
    {
        var known = new AutoReplies(rules);
        var order = Enumerable.Range(0, rows.Count).OrderBy(i => rows.Second[i]).ThenBy(i => rows.Sequence[i]).ThenBy(i => rows.From[i]);
        var asked = new Dictionary<(int, int), int>();
        var buyers = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var i in order)
        {
            var conversation = (rows.Buyer[i], rows.Account[i]);
            if (rows.From[i] == Sender.Buyer && rows.Kind[i] != MessageKind.Recalled) asked[conversation] = rows.Second[i];
            else if (rows.From[i] == Sender.Agent && rows.Kind[i] == MessageKind.Text)
            {
                var quick = asked.Remove(conversation, out var at) && rows.Second[i] - at <= LongestSeconds;
                if (!quick || texts[i].Length == 0 || known.Lists(texts[i])) continue;
                if (!buyers.TryGetValue(texts[i], out var to)) buyers[texts[i]] = to = [];
                to.Add(rows.Buyer[i]);
            }
        }
        return [.. buyers.Where(b => b.Value.Count >= FewestBuyers).Select(b => new AutoReplyProposal(b.Key, b.Value.Count, day))
            .OrderByDescending(p => p.Buyers).ThenBy(p => p.Text, StringComparer.Ordinal)];
    }
}
