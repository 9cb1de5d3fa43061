using System.CommandLine;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Simulation;
using Heng.Engine.Records;
using Heng.Engine.Simulation;

namespace Heng.App.CommandLine;

/// <summary><c>heng simulate</c>: a draft tried on past months, beside what is published. Nothing is kept.</summary>
public static class SimulateCommand
{
    public static Command Build(GlobalOptions options)
    {
        var plan = new Option<string>("--plan") { Description = $"A {PlanFiles.Names}", Required = true };
        var months = new Option<string?>("--months") { Description = "Months, e.g. 2026-08..2026-10 (default: the last three that are there)" };
        var budget = new Option<string?>("--budget") { Description = "Yuan for all pay of these months together" };
        var cliff = new Option<string>("--cliff") { Description = "From which share of a month's pay on one step is a cliff", DefaultValueFactory = _ => "5%" };
        var command = new Command("simulate", "What a draft would have scored and paid over past months, and where it is steep") { plan, months, budget, cliff };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesEverybodysPay(context.Viewer), "此角色看不到所有人的工资，不能预演", "This role does not see everybody's pay and may not rehearse");
            var ask = new SimulationAsk(parsed.GetValue(budget) is { } yuan ? Amount(yuan, "--budget") : null, Amount(parsed.GetValue(cliff)!, "--cliff"));
            var draft = PlanFiles.Load(context.Database, parsed.GetValue(plan)!, ShopCatalogue.Latest(context.Database));
            var wanted = parsed.GetValue(months) is { } named ? Read.Months(named) : DraftRehearsal.Available(context.Database, context.Shops, DraftRehearsal.MonthsToPublish);
            var result = DraftRehearsal.Run(context.Database, context.Shops, draft, wanted, ask, context.AsOf)
                ?? throw CommandStoppedException.Refused(new("nothing-to-rehearse", new("这些月份没有任何数据，无法预演", "No data came for these months, so there is nothing to rehearse on")));
            context.Output.Write(SimulationJson.Of(draft.Scheme, result), () => SimulationWords.Sheet(result));
            foreach (var line in SimulationWords.Summary(result)) context.Output.Say($"{line.Zh}{Environment.NewLine}{line.En}");
            foreach (var words in new Publication(context.Database, TimeProvider.System).NotesOn(draft).Warnings) context.Tell([words]);
            foreach (var month in wanted.Except(result.Months)) context.Tell([new($"{month} 没有数据，未预演", $"no data for {month}; it was left out")]);
            return Exit.Done;
        });
        return command;
    }

    private static decimal Amount(string text, string option) =>
        Read.Share(text) ?? throw CommandStoppedException.Usage("number-unreadable", $"{option} 应为不小于 0 的数，不是“{text}”", $"{option} is a number from 0, not '{text}'");
}
