using Heng.App.Features.Facts;
using Heng.Engine.Facts;
using Heng.Store;

namespace Heng.App.Features.Rules;

/// <summary>Texts of a shop's latest days that look like auto-replies (疑似自动回复). They count as such only once somebody confirms them.</summary>
public static class AutoReplyProposals
{
    private const int LatestDays = 7, Most = 20;

    public static IReadOnlyList<AutoReplyProposal> Of(Database database, Shop shop)
    {
        var rules = database.RuleSets.Timeline(shop.Id).Latest;
        var found = new Dictionary<string, AutoReplyProposal>(StringComparer.Ordinal);
        foreach (var kept in database.Days.All(shop.Id).TakeLast(LatestDays))
        {
            var records = database.Days.Load(shop.Id, kept.Day, withText: true)!;
            foreach (var proposal in AutoReplyDetector.Of(kept.Day, Folding.RowsOf(records, rules), [.. records.Text!.Select(t => t.ToString())], rules))
                if (!found.TryGetValue(proposal.Text, out var fuller) || proposal.Buyers > fuller.Buyers) found[proposal.Text] = proposal;
        }
        return [.. found.Values.OrderByDescending(p => p.Buyers).ThenBy(p => p.Text, StringComparer.Ordinal).Take(Most)];
    }
}
