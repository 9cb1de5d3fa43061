using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Raters;
using Heng.Engine.Statistics;

namespace Heng.App.CommandLine;

/// <summary><c>heng raters</c>: how each rater rates in a month, for who may know who gave what.</summary>
public static class RatersCommand
{
    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string>("--month") { Description = "Month, e.g. 2026-10", Required = true };
        var command = new Command("raters", "How each rater rates: leniency, spread, halo, and the gap between self and peers") { month };
        command.Run(options, (context, parsed) =>
        {
            if (!Rights.SeesRaters(context.Viewer)) throw CommandStoppedException.Refused(new Refusal("role-may-not", new("评分人分析只给人事、店长和审计看", "How raters rate is for HR, the manager and the auditor")));
            var of = Read.Month(parsed.GetValue(month));
            var kept = context.MonthOf(of);
            var habits = RaterStatistics.Of([.. RatedMark.Of(context.Database, kept).Select(m => m.Share)]);
            context.Output.Write(new JsonArray([.. habits.Select(JsonOf)]), () => new(["rater", "marks", "people", "mean", "leniency", "spread", "halo", "selfPeerGap"],
                [.. habits.Select(h => (IReadOnlyList<string>)[h.Rater, Text(h.Marks), Text(h.People), Text(h.Mean), Text(h.Leniency), Text(h.Spread), Text(h.Halo), Text(h.SelfPeerGap)])]));
            if (habits.Count == 0) context.Tell([new("这个月还没有评分", "the month has no marks yet")]);
            return Exit.Done;
        });
        return command;
    }

    private static JsonObject JsonOf(RaterHabits h) => new()
    {
        ["rater"] = h.Rater, ["kinds"] = new JsonArray([.. h.Kinds.Select(k => JsonValue.Create(k))]), ["marks"] = h.Marks, ["people"] = h.People, ["mean"] = Rounded(h.Mean),
        ["leniency"] = JsonOf(h.Leniency), ["leniencyPoints"] = Rounded(h.LeniencyPoints), ["spread"] = JsonOf(h.Spread), ["halo"] = JsonOf(h.Halo), ["selfPeerGap"] = JsonOf(h.SelfPeerGap),
    };

    private static JsonObject JsonOf(Habit habit) => new() { ["value"] = Rounded(habit.Value), ["n"] = habit.N, ["verdict"] = Json.Kebab(habit.Verdict) };

    private static decimal? Rounded(decimal? value) => value is { } number ? Math.Round(number, 6, MidpointRounding.AwayFromZero) : null;
    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    private static string Text(decimal? value) => value is { } number ? number.ToString("0.###", CultureInfo.InvariantCulture) : "–";
    private static string Text(Habit habit) => habit.Verdict is HabitVerdict.None or HabitVerdict.Usual ? Text(habit.Value) : $"{Text(habit.Value)} {Json.Kebab(habit.Verdict)}";
}
