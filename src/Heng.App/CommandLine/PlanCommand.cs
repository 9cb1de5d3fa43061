using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Simulation;
using Heng.Engine.Rules;
using Heng.Engine.Simulation;

namespace Heng.App.CommandLine;

/// <summary><c>heng plan</c>: which templates and plans there are, whether a file is well-formed, and publishing it.</summary>
public static class PlanCommand
{
    public static Command Build(GlobalOptions options) => new("plan", "Plans: list, show, presets, lint, propose, publish, history, diff") { List(options), Show(options), PlanPresetsCommand.Build(options), PlanLintCommand.Build(options), PlanProposeCommand.Build(options), Publish(options), PlanHistoryCommands.History(options), PlanHistoryCommands.Diff(options) };

    private static Command List(GlobalOptions options)
    {
        var command = new Command("list", "Templates and published plans");
        command.Run(options, (context, _) =>
        {
            var published = context.Database.Plans.Current.Select(p => new JsonObject { ["plan"] = p.Id, ["version"] = p.Version, ["state"] = "published", ["by"] = p.By });
            var templates = TemplateLibrary.All().Select(t => new JsonObject { ["plan"] = t.Scheme, ["version"] = null, ["state"] = "template", ["by"] = null });
            var rows = new JsonArray([.. published, .. templates]);
            context.Output.Write(rows, () => new(["plan", "version", "state", "by"], [.. rows.Select(r => (IReadOnlyList<string>)
                [r!["plan"]!.GetValue<string>(), r["version"]?.ToJsonString() ?? "–", r["state"]!.GetValue<string>(), r["by"]?.GetValue<string>() ?? "–"])]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Show(GlobalOptions options)
    {
        var plan = new Argument<string>("PLAN") { Description = $"A {PlanFiles.Names}" };
        var command = new Command("show", "A plan's text") { plan };
        command.Run(options, (context, parsed) =>
        {
            PlanFiles.RequireReader(context);
            parsed.InvocationConfiguration.Output.WriteLine(PlanFiles.Text(context.Database, parsed.GetValue(plan)!));
            return Exit.Done;
        });
        return command;
    }

    private static Command Publish(GlobalOptions options)
    {
        var plan = new Argument<string>("PLAN") { Description = $"A {PlanFiles.Names}" };
        var command = new Command("publish", "Publish a plan; it counts from now on for months that are not closed") { plan };
        command.RunMaking(options, (context, parsed) =>
        {
            context.Require(Rights.Publishes(context.Viewer), "发布方案需要实名的人事或店长（--as）", "Publishing needs a named HR person or manager (--as)");
            var name = parsed.GetValue(plan)!;
            var yaml = PlanFiles.Text(context.Database, name);
            var content = PlanFiles.Checked(yaml, name, ShopCatalogue.Latest(context.Database));
            var newest = context.Database.Plans.Find(content.Scheme);
            var outcome = new Publication(context.Database, TimeProvider.System).Publish(content, yaml, context.Viewer, newest);
            if (outcome.Refused is { } refused) throw CommandStoppedException.Refused(new(refused.Name, refused.Words));
            if (outcome.Waits is { } waits) return Proposed(context, content.Scheme, waits);
            var (done, version, notes, simulation) = (outcome.Done!, outcome.Done!.Version, outcome.Done.Notes, outcome.Done.Simulation);
            var answer = new JsonObject
            {
                ["plan"] = version.Id, ["version"] = version.Version, ["by"] = version.By, ["takes"] = new JsonArray([.. notes.Takes.Select(JsonOf)]),
                ["unused"] = new JsonArray([.. notes.Unused.Select(JsonOf)]),
                ["simulation"] = SimulationJson.Summary(simulation),
                ["draftBy"] = done.Remaining?.By,
            };
            context.Output.Write(answer, () => new(["plan", "version", "by"], [[version.Id, $"{version.Version}", version.By]]));
            foreach (var line in SimulationWords.Summary(simulation)) context.Output.Say($"{line.Zh}{Environment.NewLine}{line.En}");
            foreach (var words in notes.Words) context.Output.Say($"{words.Zh}{Environment.NewLine}{words.En}");
            if (done.Remaining is { } draft) context.Tell([new($"页面上还有 {draft.By} 的一份 {draft.Scheme} 草稿，内容不同，已保留", $"a draft of {draft.Scheme} by {draft.By} remains on the pages: its text is another")]);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>The first of two: nothing is in force yet.</summary>
    private static int Proposed(CommandContext context, string scheme, WaitingPlan waits)
    {
        var by = SecondPerson.Of(waits.Proposal).By;
        if (waits.ProposedBefore) throw CommandStoppedException.Refused(SecondPerson.Words(ProposalRefusal.SamePerson));
        var answer = new JsonObject
        {
            ["plan"] = scheme, ["version"] = null, ["by"] = by, ["state"] = "proposed", ["takes"] = new JsonArray([.. waits.Notes.Takes.Select(JsonOf)]),
            ["unused"] = new JsonArray([.. waits.Notes.Unused.Select(JsonOf)]), ["simulation"] = SimulationJson.Summary(waits.Simulation),
        };
        context.Output.Write(answer, () => new(["plan", "state", "by"], [[scheme, "proposed", by]]));
        foreach (var line in SimulationWords.Summary(waits.Simulation)) context.Output.Say($"{line.Zh}{Environment.NewLine}{line.En}");
        context.Tell([new("已提出，等另一位人事或店长用同样的命令确认；还没有生效", "proposed; it waits for another HR person or manager to give the same command, and is not in force yet")]);
        return Exit.Done;
    }

    private static JsonObject JsonOf(TakenPosition taken) => new()
    {
        ["position"] = taken.Position, ["planFrom"] = taken.PlanFrom, ["planTo"] = taken.PlanTo, ["payFrom"] = taken.PayFrom, ["payTo"] = taken.PayTo,
        ["people"] = new JsonArray([.. taken.People.Select(p => JsonValue.Create(p))]), ["byName"] = taken.ByName,
    };

    private static JsonObject JsonOf(UnusedPlan unused) => new()
    {
        ["plan"] = unused.Plan, ["nobody"] = unused.Nobody, ["positions"] = new JsonArray([.. unused.Positions.Select(p => JsonValue.Create(p))]),
        ["people"] = new JsonArray([.. unused.People.Select(p => JsonValue.Create(p))]),
    };
}
