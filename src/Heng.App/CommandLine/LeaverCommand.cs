using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.PayRuns;
using Heng.App.Features.People;
using Heng.Engine.Closing;

namespace Heng.App.CommandLine;

/// <summary><c>heng run leaver</c>: the pay of somebody who left in mid-month, before the month's own run.</summary>
internal static class LeaverCommand
{
    private static readonly string[] Columns = ["agent", "lastDay", "stage", "net", "hash"];

    public static Command Build(GlobalOptions options) => new("leaver", "Pay somebody who left before the month ends: show, draft, approve, paid")
    {
        Show(options), Step(options, "draft", "Note the payslip for another person to approve; again until then", RunAct.Draft),
        Step(options, "approve", "Seal exactly what was drafted; not who drafted", RunAct.Approve), Step(options, "paid", "Note the day of payment and a reference", RunAct.Pay),
    };

    private static Option<string> MonthOption() => new("--month") { Description = "Month, e.g. 2026-10", Required = true };

    private static Command Show(GlobalOptions options)
    {
        var (month, agent) = (MonthOption(), new Option<string?>("--agent") { Description = "One person alone" });
        var command = new Command("show", "Who left in the month, where their own pay stands, and what it comes to") { month, agent };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesEverybodysPay(context.Viewer), "此角色看不到所有人的工资", "This role does not see everybody's pay");
            var (of, only) = (Read.Month(parsed.GetValue(month)), parsed.GetValue(agent));
            var kept = context.Books is { } books && context.AsOf is null ? books.Of(of) : KeptMonth.Of(context.Database, MonthBook.Load(context.Database, of, context.Database.Shops.All, context.AsOf));
            Leaver[] leavers = [.. new LeaverRun(context.Database, context.Time).All(kept).Where(l => only is null || l.Agent == only)];
            if (only is not null && leavers.Length == 0) throw CommandStoppedException.Refused(LeaverWords.Of(LeaverRefusal.NotLeaving));
            context.Output.Write(new JsonArray([.. leavers.Select(RunJson.Of)]), () => new(Columns, [.. leavers.Select(l => (IReadOnlyList<string>)
                [l.Agent, l.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Json.Kebab(l.State.Stage), l.Net?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–", l.State.PreparedHash ?? ""])]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Step(GlobalOptions options, string name, string description, RunAct act)
    {
        var (month, agent) = (MonthOption(), new Option<string>("--agent") { Description = "Who left", Required = true });
        var day = new Option<string?>("--on") { Description = "Day of payment, e.g. 2026-11-05" };
        var reference = new Option<string?>("--reference") { Description = "The bank's or the books' reference" };
        var command = new Command(name, description) { month, agent };
        foreach (var option in act == RunAct.Pay ? [day, reference] : Array.Empty<Option>()) command.Add(option);
        command.Run(options, (context, parsed) =>
        {
            var (of, who, pays) = (Read.Month(parsed.GetValue(month)), parsed.GetValue(agent)!, act == RunAct.Pay);
            var ask = new RunAsk(act, false, pays ? parsed.GetValue(day) : null, pays ? parsed.GetValue(reference) : null, null) { Agent = who };
            if (new RunDoing(context.Database, TimeProvider.System).Do(of, context.Database.Shops.All, context.AsOf, context.Viewer, ask) is { } refused) throw CommandStoppedException.Refused(refused);
            var state = new LeaverRun(context.Database, TimeProvider.System).StateOf(of, who);
            var answer = new JsonObject { ["month"] = of.ToString(), ["agent"] = who, ["stage"] = Json.Kebab(state.Stage), ["by"] = context.Viewer.Name, ["hash"] = state.PreparedHash };
            context.Output.Write(answer, () => new(["month", "agent", "stage", "by", "hash"], [[of.ToString(), who, Json.Kebab(state.Stage), context.Viewer.Name, state.PreparedHash ?? ""]]));
            return Exit.Done;
        });
        return command;
    }
}
