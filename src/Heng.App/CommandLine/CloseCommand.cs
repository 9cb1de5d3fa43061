using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Closing;

namespace Heng.App.CommandLine;

/// <summary><c>heng close</c>: the first named person prepares the month, the second closes it.</summary>
public static class CloseCommand
{
    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string>("--month") { Description = "Month, e.g. 2026-10", Required = true };
        var provisional = new Option<bool>("--provisional") { Description = "Close before every number is final; what moves later becomes a difference" };
        var command = new Command("close", "Prepare a month (first person), then close it (second person)") { month, provisional };
        command.Run(options, (context, parsed) =>
        {
            var wanted = Read.Month(parsed.GetValue(month));
            var close = new Close(context.Database, TimeProvider.System);
            var before = close.StateOf(wanted);
            var step = before.Stage is not (MonthStage.Open or MonthStage.Published) && before.PreparedBy != context.Viewer.Name && Rights.Closes(context.Viewer)
                ? close.Finish(wanted, context.Shops, context.AsOf, context.Viewer, parsed.GetValue(provisional))
                : close.Prepare(wanted, context.Shops, context.AsOf, context.Viewer);
            if (step.Refused is { } refused) throw CommandStoppedException.Refused(CloseWords.Of(refused));
            context.Tell(MonthNotes.Standing(MonthBook.Load(context.Database, wanted, context.Shops, context.AsOf), context.Viewer));
            var answer = new JsonObject { ["month"] = wanted.ToString(), ["stage"] = Json.Kebab(step.Next!.Stage), ["by"] = context.Viewer.Name, ["hash"] = step.Next.PreparedHash };
            context.Output.Write(answer, () => new(["month", "stage", "by", "hash"], [[wanted.ToString(), Json.Kebab(step.Next.Stage), context.Viewer.Name, step.Next.PreparedHash ?? ""]]));
            return Exit.Done;
        });
        return command;
    }
}
