using Heng.Engine.Quality.Sampling;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>A draw that was done again (重抽核对) from a seed: whether the seed is the committed one, the list the queue, the kept frame the one noted, and what of the frame the records now have otherwise.</summary>
public sealed record Redraw(IReadOnlyList<DrawnItem> Items, bool SeedHolds, bool SameQueue, bool FrameHolds, FrameDifference Frame)
{
    /// <summary>Null where nothing was drawn yet.</summary>
    public static Redraw? Of(Database database, KeptMatter<SamplingHappening> kept, Seed seed)
    {
        var state = InspectionMatters.StateOf(kept);
        if (state.Drawn is not { } drawn || InspectionMatters.FrameOf(database, kept.Id) is not { } frame) return null;
        var items = Draw.Of(state.Plan, frame, seed);
        var queue = InspectionMatters.DrawnBy(database, kept.Id, state).Select(i => (i.Happened[0].Item!, i.Happened[0].Second == true)).Order();
        return new(items, seed.Commitment == state.Set.Commitment, queue.SequenceEqual(items.Select(i => (i.Item.Id, i.Second)).Order()), frame.Hash == drawn.FrameHash, frame.To(InspectionFrames.Of(database, state.Plan)));
    }
}
