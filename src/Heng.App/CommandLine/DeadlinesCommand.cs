using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Calendars;
using Heng.App.Features.Notices;
using Heng.App.Features.PayRuns;
using Heng.App.Ui;

namespace Heng.App.CommandLine;

/// <summary><c>heng deadlines</c>: one's own days as the calendar has them.</summary>
public static class DeadlinesCommand
{
    private static readonly string[] Columns = ["lastDay", "begins", "ends", "title", "calledOff"];

    public static Command Build(GlobalOptions options)
    {
        var command = new Command("deadlines", "One's own last days, trainings, exams and dialogues, as the calendar has them");
        command.Run(options, (context, _) =>
        {
            var who = Recipients.NameOf(context.Database, context.Viewer);
            var days = CalendarDay.Of(context.Database, who, Language.Zh).Zip(CalendarDay.Of(context.Database, who, Language.En));
            // An hour of a day stands behind the last days of that day.
            var rows = new JsonArray([.. days.Select(d => Row(d.First, d.Second)).OrderBy(r => r["lastDay"]?.ToString() ?? r["begins"]!.ToString(), StringComparer.Ordinal).ThenBy(r => r["id"]!.ToString(), StringComparer.Ordinal)]);
            context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => r![c]?.ToString() ?? "–")])]));
            return Exit.Done;
        });
        return command;
    }

    private static JsonObject Row(CalendarDay zh, CalendarDay en) => new()
    {
        ["id"] = zh.Key, ["title"] = zh.Title, ["titleEn"] = en.Title, ["lastDay"] = zh.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["begins"] = zh.Begins is { } begins ? RunJson.At(begins) : null,
        ["ends"] = zh.Ends is { } ends ? RunJson.At(ends) : null, ["calledOff"] = zh.CalledOff, ["toldAt"] = RunJson.At(zh.ToldAt), ["times"] = zh.Times, ["link"] = zh.Link,
    };
}
