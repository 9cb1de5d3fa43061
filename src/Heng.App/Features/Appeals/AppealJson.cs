using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>Appeals as the command line answers.</summary>
internal static class AppealJson
{
    public static JsonObject Of(KeptAppeal appeal, AppealSight sight) => new()
    {
        ["appeal"] = appeal.Id, ["by"] = appeal.State.By, ["kind"] = Json.Kebab(appeal.Kind), ["fact"] = appeal.Fact, ["day"] = Day(appeal.Day), ["shop"] = appeal.Shop,
        ["stage"] = Json.Kebab(appeal.State.Stage), ["accepted"] = appeal.State.Accepted, ["wish"] = Of(appeal.Wish),
        ["happened"] = new JsonArray([.. appeal.State.Happened.Select(h => new JsonObject { ["what"] = Json.Kebab(h.What), ["who"] = h.Who, ["at"] = Time(h.At), ["why"] = h.Why })]),
        ["moved"] = appeal.Moved is { } moved ? new JsonArray([.. sight.Seen(moved).Select(Of)]) : null,
    };

    /// <summary>With what is recorded of its fact, as far as the viewer may know, and for who may answer, who would move.</summary>
    public static JsonObject Of(KeptAppeal appeal, AppealSight sight, KnownFact? fact, IReadOnlyList<Moved>? wouldMove)
    {
        var json = Of(appeal, sight);
        json["recorded"] = fact is null ? null : new JsonArray([.. sight.Seen(fact).Select(l => new JsonObject { ["name"] = l.Name.En, ["value"] = l.Value.En })]);
        json["corrected"] = fact?.Corrected?.Why;
        json["wouldMove"] = wouldMove is null ? null : new JsonArray([.. sight.Seen(wouldMove).Select(Of)]);
        return json;
    }

    public static Sheet Sheet(IEnumerable<KeptAppeal> appeals) => new(["appeal", "by", "kind", "fact", "stage", "accepted", "why"],
        [.. appeals.Select(a => (IReadOnlyList<string>)[a.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), a.State.By, Json.Kebab(a.Kind), a.Fact, Json.Kebab(a.State.Stage), a.State.Accepted ? "yes" : "no", a.State.Happened[0].Why])]);

    private static JsonObject Of(AppealWish wish) => new() { ["person"] = wish.Person, ["points"] = Json.Number(wish.Points), ["dueDays"] = Json.Number(wish.DueDays), ["paidDays"] = Json.Number(wish.PaidDays) };
    private static JsonObject Of(Moved moved) => new() { ["month"] = moved.Month.ToString(), ["agent"] = moved.Agent, ["before"] = Of(moved.Before), ["after"] = Of(moved.After) };
    private static JsonObject Of(MonthStanding of) => new() { ["score"] = Json.Number(of.Score), ["grade"] = of.Grade, ["rank"] = of.Rank, ["net"] = Json.Number(of.Net) };
    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    private static string Time(Instant at) => ShopClock.Shanghai.ToLocal(at).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
