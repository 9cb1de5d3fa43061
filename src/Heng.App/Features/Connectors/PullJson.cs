using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;

namespace Heng.App.Features.Connectors;

/// <summary>Pull reports as JSON and as a table: an import's counts, a row an interface.</summary>
public static class PullJson
{
    private static readonly string[] Counted = ["read", "accepted", "rejected", "duplicate", "dropped"];

    public static JsonObject Of(PullReport report)
    {
        var json = new JsonObject { ["shop"] = report.Shop, ["api"] = report.Api, ["format"] = report.Format, ["windows"] = report.Windows, ["calls"] = report.Calls };
        if (report.Fault is { } fault) json["refused"] = new JsonObject { ["name"] = fault.Name, ["message"] = fault.Words.En, ["details"] = Texts(fault.Details) };
        var counts = report.Counts;
        foreach (var (name, value) in Counted.Zip([counts.Read, counts.Accepted, counts.Rejected, counts.Duplicate, counts.Dropped])) json[name] = value;
        json["rejectedRows"] = new JsonArray([.. report.FirstRejected.Select(r => new JsonObject { ["line"] = r.Line, ["reason"] = r.Reason, ["raw"] = r.Raw })]);
        if (report.From is { } from) json["from"] = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (report.To is { } to) json["to"] = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (report.Notices.Count > 0)
            json["notices"] = new JsonArray([.. report.Notices.Select(n => new JsonObject { ["name"] = n.Code, ["message"] = n.Words.En, ["details"] = Texts(n.Details) })]);
        return json;
    }

    public static Sheet Sheet(JsonArray rows) => new(["shop", "api", "windows", .. Counted, "refused"], [.. rows.Select(r => (IReadOnlyList<string>)
        [r!["shop"]!.GetValue<string>(), r["api"]!.GetValue<string>(), r["windows"]!.ToJsonString(), .. Counted.Select(c => r[c]!.ToJsonString()), r["refused"]?["name"]!.GetValue<string>() ?? ""])]);

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
