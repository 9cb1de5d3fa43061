using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.PayRuns;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>A warning as the command line answers: what its row on the page says.</summary>
internal static class WarningJson
{
    /// <param name="standing">What open ones have come to since their last step.</param>
    public static JsonObject Of(KeptMatter<WarningHappening> kept, IReadOnlyDictionary<long, Raised> standing)
    {
        var state = WarningMatters.StateOf(kept);
        var (of, now) = (state.Raised, WarningBook.CameTo(kept, standing.GetValueOrDefault(kept.Id)));
        var newest = now.IsEvent && now.Parts.Count > 0 ? now.Parts.Max(p => p.Since.UnixSeconds) : 0;
        return new()
        {
            ["id"] = kept.Id.ToString(CultureInfo.InvariantCulture), ["shop"] = of.Of.Shop, ["day"] = kept.Of.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["kind"] = Json.Kebab(of.Kind),
            ["name"] = WarningWords.Of(of.Kind).Zh, ["nameEn"] = WarningWords.Of(of.Kind).En, ["gravity"] = Json.Kebab(of.Gravity), ["group"] = of.Of.Group, ["agent"] = of.Of.Person, ["count"] = now.Count, ["state"] = Json.Kebab(state.Stage),
            ["since"] = At(of.Since), ["at"] = At(state.At), ["lastAt"] = At(new Instant(Math.Max(state.Last.UnixSeconds, newest))), ["level"] = state.Level, ["figure"] = Json.Number6(of.Figure), ["limit"] = Json.Number6(of.Limit), ["what"] = of.What?.Zh, ["whatEn"] = of.What?.En,
            ["reception"] = of.Reception?.ToString(CultureInfo.InvariantCulture), ["takenBy"] = state.Take?.Who, ["takenAt"] = At(state.Take?.At), ["secondsToTake"] = state.SecondsToTake,
            ["overAt"] = At(state.Over?.At), ["overBy"] = state.Over is { Who.Length: > 0 } over ? over.Who : null, ["secondsToSolve"] = state.SecondsToSolve,
            ["steps"] = new JsonArray([.. state.Happened.Select(Step)]),
        };
    }

    private static JsonObject Step(WarningHappening of) => new() { ["step"] = Json.Kebab(of.What), ["by"] = of.Who.Length > 0 ? of.Who : null, ["at"] = At(of.At), ["count"] = of.Count, ["level"] = of.Level, ["note"] = of.Note };

    private static string? At(Instant? at) => at is { } known ? RunJson.At(known) : null;
}
