using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.PayRuns;
using Heng.App.Features.People;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng run</c>: a month's pay run, from the published cards to the payment, beside the month before.</summary>
public static class RunCommand
{
    private const decimal MostShare = 1000m;

    public static Command Build(GlobalOptions options)
    {
        var command = new Command("run", "A month's pay run: show, publish, draft, check, approve, paid, leaver, budget (heng close ends it)");
        command.Add(Show(options));
        command.Add(Step(options, "publish", "Note the cards as they are", RunAct.Publish));
        command.Add(Step(options, "draft", "Note the results for another person to approve; again until then", RunAct.Draft));
        command.Add(Step(options, "check", "Say that totals and changes were looked at; not who drafted", RunAct.Check));
        command.Add(Step(options, "approve", "Seal exactly what was drafted; not who drafted", RunAct.Approve));
        command.Add(Step(options, "paid", "Note the day of payment and a reference", RunAct.Pay));
        command.Add(LeaverCommand.Build(options));
        command.Add(Step(options, "budget", "Set the monthly pay budget from this month on", RunAct.Budget));
        return command;
    }

    private static Option<string> MonthOption() => new("--month") { Description = "Month, e.g. 2026-10", Required = true };

    private static Command Show(GlobalOptions options)
    {
        var (month, over) = (MonthOption(), new Option<string?>("--over") { Description = "Point out who moved by more than this share of last month's pay, e.g. 20% (the default)" });
        var command = new Command("show", "Where the run stands, and what it comes to beside the month before") { month, over };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesEverybodysPay(context.Viewer), "此角色看不到所有人的工资", "This role does not see everybody's pay");
            var share = parsed.GetValue(over) is not { } text ? PayRunTotals.UsualShare
                : Read.Share(text) is { } written and <= MostShare ? written : throw CommandStoppedException.Usage("value-unknown", "--over 是比例，如 20% 或 0.2", "--over is a share such as 20% or 0.2");
            var (of, close) = (Read.Month(parsed.GetValue(month)), new Close(context.Database, TimeProvider.System));
            var budget = new RunBudget(context.Database).Of(of);
            var kept = context.MonthOf(of);
            var totals = PayRunTotals.Of(kept, context.MonthOf(of.Plus(-1)), budget?.Yuan, share, context.Database);
            context.Output.Write(RunJson.Of(of, close.StateOf(of), close.Steps(of), totals, budget, Outlook.Of(context.Database, kept)), () => RunJson.Sheet(totals));
            return Exit.Done;
        });
        return command;
    }

    private static Command Step(GlobalOptions options, string name, string description, RunAct act)
    {
        var month = MonthOption();
        var provisional = new Option<bool>("--provisional") { Description = "Before every number is final; what moves later becomes a difference" };
        var day = new Option<string?>("--on") { Description = "Day of payment, e.g. 2026-11-05" };
        var reference = new Option<string?>("--reference") { Description = "The bank's or the books' reference" };
        var yuan = new Option<string?>("--yuan") { Description = "The budget in yuan" };
        var command = new Command(name, description) { month };
        foreach (var option in act switch { RunAct.Approve => [provisional], RunAct.Pay => [day, reference], RunAct.Budget => [yuan], _ => Array.Empty<Option>() }) command.Add(option);
        command.Run(options, (context, parsed) =>
        {
            var of = Read.Month(parsed.GetValue(month));
            var ask = new RunAsk(act, act == RunAct.Approve && parsed.GetValue(provisional), act == RunAct.Pay ? parsed.GetValue(day) : null, act == RunAct.Pay ? parsed.GetValue(reference) : null, act == RunAct.Budget ? parsed.GetValue(yuan) : null);
            if (new RunDoing(context.Database, TimeProvider.System).Do(of, context.Shops, context.AsOf, context.Viewer, ask) is { } refused) throw CommandStoppedException.Refused(refused);
            var state = new Close(context.Database, TimeProvider.System).StateOf(of);
            var answer = new JsonObject { ["month"] = of.ToString(), ["stage"] = Json.Kebab(state.Stage), ["by"] = context.Viewer.Name, ["hash"] = state.PreparedHash };
            context.Output.Write(answer, () => new(["month", "stage", "by", "hash"], [[of.ToString(), Json.Kebab(state.Stage), context.Viewer.Name, state.PreparedHash ?? ""]]));
            return Exit.Done;
        });
        return command;
    }
}
