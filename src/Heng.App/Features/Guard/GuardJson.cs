using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Pay.Guard;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Guard;

/// <summary>The guard's findings and parameters as JSON.</summary>
public static class GuardJson
{
    private static readonly string[] Columns = ["finding", "what", "article", "acknowledged"];

    public static JsonObject Of(GuardRow row) => new()
    {
        ["finding"] = row.Id, ["rule"] = Json.Kebab(row.Finding.Rule), ["subject"] = row.Finding.Subject, ["stamp"] = row.Finding.Stamp,
        ["article"] = row.Finding.Article.Zh, ["articleEn"] = row.Finding.Article.En, ["what"] = row.Finding.What.Zh, ["whatEn"] = row.Finding.What.En,
        ["mend"] = row.Finding.Mend.Zh, ["mendEn"] = row.Finding.Mend.En,
        ["numbers"] = new JsonObject(row.Finding.Numbers.Select(n => KeyValuePair.Create<string, JsonNode?>(n.Id, Json.Number(n.Value)))),
        ["words"] = new JsonArray([.. row.Finding.Words.Select(w => JsonValue.Create(w))]), ["people"] = new JsonArray([.. row.Finding.People.Select(p => JsonValue.Create(p))]),
        ["acknowledged"] = Given(row.Acknowledged), ["acknowledgedBefore"] = Given(row.Before),
    };

    public static Sheet Sheet(IReadOnlyList<GuardRow> rows) =>
        new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[r.Id, r.Finding.What.Zh, r.Finding.Article.Zh, r.Acknowledged is { } given ? $"{given.Who} {given.Reason}" : r.Before is null ? "–" : "数字变了"])]);

    public static JsonObject Of(GuardSetting setting, IReadOnlyList<MinimumWage> minimums) => new()
    {
        ["place"] = setting.Place, ["announceDays"] = setting.AnnounceDays, ["baseAtLeast"] = Json.Number(setting.BaseAtLeast), ["baseAtMost"] = Json.Number(setting.BaseAtMost),
        ["flexibleHolidays"] = setting.FlexibleHolidays,
        ["minimumWages"] = new JsonArray([.. minimums.Select(m => new JsonObject
        {
            ["place"] = m.Place, ["from"] = Day(m.From), ["minimum"] = Json.Number(m.Monthly), ["netOfInsurance"] = m.NetOfInsurance, ["source"] = m.Source,
        })]),
    };

    public static Sheet Sheet(GuardSetting setting, IReadOnlyList<MinimumWage> minimums) => new(["what", "value", "source"],
    [
        ["place", setting.Place ?? "–", ""], ["announce-days", setting.AnnounceDays.ToString(CultureInfo.InvariantCulture), ""],
        ["base", FormattableString.Invariant($"{setting.BaseAtLeast:P0}–{setting.BaseAtMost:P0}"), ""],
        ["flexible-holidays", setting.FlexibleHolidays ?? "–", ""],
        .. minimums.Select(m => (IReadOnlyList<string>)[$"{m.Place} {Day(m.From)}", m.Monthly.ToString("0.00", CultureInfo.InvariantCulture), m.Source]),
    ]);

    private static JsonObject? Given(GuardAcknowledgement? given) => given is null ? null : new()
    {
        ["by"] = given.Who, ["at"] = ShopClock.Shanghai.ToLocal(given.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), ["reason"] = given.Reason,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
