using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Consequences;

/// <summary>The bars that a plan's rules ask about, as a month's cards say them. A closed month says them in the notes that it was sealed with, under the plan that it was closed with.</summary>
internal sealed class BarsBefore(KeptMonth month, Plan asking)
{
    private readonly LadderBar[] asked = [.. asking.Consequences.SelectMany(c => c.Steps).Select(s => s.Bar).OfType<LadderBar>().Distinct()];
    private readonly Plan? then = month.Book.Files.SelectMany(f => f.Plans).FirstOrDefault(p => p.Id == asking.Id);

    public IReadOnlyList<BarSeen> On(Scorecard? card) => card is null ? [] : [.. asked.Select(b => b.On(card))];

    public IReadOnlyList<BarSeen> On(SealedCard? card) => card is null ? [] : [.. asked.Select(b => Sealed(b, card))];

    private BarSeen Sealed(LadderBar bar, SealedCard card)
    {
        if (bar.Item is null) return bar.InNotes(card.Score, then?.Bars ?? [], card.Notes);
        var item = card.Items.FirstOrDefault(i => i.Item == bar.Item);
        return item is null || card.Stretches.Count > 0 ? bar.Unseen(item?.Value) : bar.InNotes(item.Value, then?.Items.FirstOrDefault(i => i.Id == bar.Item)?.Bars ?? [], item.Notes);
    }
}
