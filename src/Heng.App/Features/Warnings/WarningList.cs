using Heng.App.Features.People;
using Heng.Engine.Live.Warnings;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>What is asked of the list of warnings: those of a shop (null: all), raised on some days, as far as a stage (null: any).</summary>
public sealed record WarningsAsk(string? Shop, DateOnly From, DateOnly To, WarningStage? Stage);

/// <summary>Warnings as they were raised, the newest first, as far as one may see them on their page.</summary>
public static class WarningList
{
    private const int AtOnce = 200;

    /// <summary>Read piece by piece: only as many as are taken, and those that are not shown between them.</summary>
    public static IEnumerable<KeptMatter<WarningHappening>> Behind(Database database, Viewer viewer, WarningsAsk ask, long before)
    {
        var matters = database.Matters(WarningMatters.Kind);
        while (matters.Before(before, AtOnce, ask.From, ask.To) is { Count: > 0 } piece)
        {
            foreach (var kept in piece)
                if (WarningMatters.StateOf(kept) is var state && (ask.Stage is not { } stage || state.Stage == stage) && (ask.Shop is null || ask.Shop == state.Raised.Of.Shop) && WarningsQuery.Sees(viewer, state)) yield return kept;
            before = piece[^1].Id;
        }
    }
}
