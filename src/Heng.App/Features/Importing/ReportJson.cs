using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;

namespace Heng.App.Features.Importing;

/// <summary>Import reports as JSON and as a table.</summary>
public static class ReportJson
{
    private static readonly string[] Counted = ["read", "accepted", "rejected", "duplicate", "dropped"];

    public static JsonObject Of(ImportReport report)
    {
        var json = new JsonObject { ["file"] = report.Name, ["format"] = report.Format?.Id, ["import"] = report.Refused is null ? report.Import : null };
        if (report.Refused is { } refused) json["refused"] = new JsonObject { ["name"] = refused.Code, ["message"] = refused.Message.En, ["details"] = new JsonArray([.. refused.Details.Select(d => JsonValue.Create(d))]) };
        var counts = report.Counts;
        foreach (var (name, value) in Counted.Zip([counts.Read, counts.Accepted, counts.Rejected, counts.Duplicate, counts.Dropped])) json[name] = value;
        if (report.Dropped.Count > 0) json["droppedBy"] = new JsonObject(report.Dropped.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Key, d.Value)));
        json["rejectedRows"] = new JsonArray([.. report.FirstRejected.Select(r => new JsonObject { ["line"] = r.Line, ["reason"] = r.Reason, ["raw"] = r.Raw })]);
        if (report.From is { } from) json["from"] = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (report.To is { } to) json["to"] = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (report.Notices.Count > 0) json["notices"] = new JsonArray([.. report.Notices.Select(n => new JsonObject { ["name"] = n.Code, ["message"] = n.Words.En, ["details"] = new JsonArray([.. n.Details.Select(d => JsonValue.Create(d))]) })]);
        if (report.SeenBefore) json["seenBefore"] = true;
        return json;
    }

    public static Sheet Sheet(JsonArray rows) => new(["file", "format", .. Counted], [.. rows.Select(r => (IReadOnlyList<string>)
        [r!["file"]!.GetValue<string>(), r["format"]?.GetValue<string>() ?? r["refused"]!["name"]!.GetValue<string>(), .. Counted.Select(c => r[c]!.ToJsonString())])]);
}
