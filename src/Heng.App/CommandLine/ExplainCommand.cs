using System.CommandLine;
using Heng.App.Features.Closing;
using Heng.App.Features.Cycles;
using Heng.App.Features.Explain;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.WhyChanged;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.CommandLine;

/// <summary><c>heng explain</c>: any number of one person's month, down to its receptions, orders, ratings and entries.</summary>
public static class ExplainCommand
{
    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string>("--month") { Description = "Month, e.g. 2026-10", Required = true };
        var agent = new Option<string>("--agent") { Description = "The person", Required = true };
        var metric = new Option<string?>("--metric") { Description = "A metric id" };
        var item = new Option<string?>("--item") { Description = "An item of the scorecard; without any, the whole score" };
        var line = new Option<string?>("--line") { Description = "A line of the payslip" };
        var cycle = new Option<string?>("--cycle") { Description = $"Whose card the item is of, where several have it: {CycleWords.Known}; without an item, the card's score" };
        var since = new Option<string?>("--since") { Description = "An earlier month: why the score and the pay are not that month's" };
        var plan = new Option<string?>("--plan") { Description = $"A {PlanFiles.Names}; without it the published ones" };
        var command = new Command("explain", "Why a number is what it is") { month, agent, metric, item, line, cycle, since, plan };
        command.Run(options, (context, parsed) =>
        {
            if (parsed.GetValue(cycle) is not null && new[] { metric, line, since }.Any(o => parsed.GetValue(o) is not null))
                throw CommandStoppedException.Usage("only-one", "--cycle 只与 --item 或总分同用", "--cycle goes with --item or the score");
            if (new[] { metric, item, line }.Count(o => parsed.GetValue(o) is not null) > 1)
                throw CommandStoppedException.Usage("only-one", "--metric、--item、--line 只能给一个", "Give only one of --metric, --item and --line");
            var name = parsed.GetValue(agent)!;
            if (parsed.GetValue(since) is { } earlier)
            {
                if (new[] { metric, item, plan }.Any(o => parsed.GetValue(o) is not null) || parsed.GetValue(line) is not (null or "net"))
                    throw CommandStoppedException.Usage("only-one", "--since 解释总分；加 --line net 解释实发", "--since is about the score, or with --line net about the pay");
                return Changed(context, Read.Month(earlier), Read.Month(parsed.GetValue(month)), name, parsed.GetValue(line) is not null);
            }
            var book = PlanFiles.Book(context, Read.Month(parsed.GetValue(month)), parsed.GetValue(plan), who => who == name);
            var lookup = new ExplainLookup(book, context.Viewer, parsed.GetValue(plan) is null ? SealedMonth.Find(context.Database, book.Month) : null);
            var found = lookup.Find(name, parsed.GetValue(metric), parsed.GetValue(item), parsed.GetValue(line), CycleOf(parsed.GetValue(cycle)));
            if (found.Refused is { } refused) throw CommandStoppedException.Refused(refused);
            context.Output.Write(ExplainJson.Of(found.Explained!), () => Sheet(found.Explained!));
            if (found.Explained!.Note is { } note) context.Tell([note]);
            return Exit.Done;
        });
        return command;
    }

    private static Cycle? CycleOf(string? name) => name is null ? null : CycleWords.Parse(name)
        ?? throw CommandStoppedException.Usage("cycle-unknown", $"没有周期“{name}”；有：{CycleWords.Known}", $"There is no cycle '{name}'; there are: {CycleWords.Known}");

    private static int Changed(CommandContext context, Month earlier, Month month, string agent, bool pay)
    {
        if (earlier.First >= month.First) throw CommandStoppedException.Usage("month-order", "--since 应早于 --month", "--since lies before --month");
        var (then, now) = (Kept(context, earlier), Kept(context, month));
        if (now.Find(agent) is not { } person || then.Find(agent) is not { } before || !KeptMonth.Sees(context.Viewer, person) || !KeptMonth.Sees(context.Viewer, before))
            throw CommandStoppedException.Refused(new("agent-unknown", new($"两个月中至少有一个月没有“{agent}”，或您无权查看", $"There is no '{agent}' in one of the months, or you may not see them")));
        if (pay && !Rights.SeesPay(context.Viewer, agent)) throw CommandStoppedException.Refused(new("role-may-not", new("您无权查看此人的工资", "You may not see this person's pay")));
        var steps = now.StepsFrom(then, context.Database);
        if ((pay ? steps.Pay(agent) : steps.Score(agent)) is not { } change)
            throw CommandStoppedException.Refused(new("no-card", new("两个月中至少有一个月没有结果可比", "One of the months has nothing to compare")));
        context.Output.Write(ChangeJson.Of(change, earlier, month, agent, pay ? Unit.Yuan : Unit.Points), () => ChangeJson.Sheet(change));
        return Exit.Done;
    }

    private static KeptMonth Kept(CommandContext context, Month month) => KeptMonth.Of(context.Database, MonthBook.Load(context.Database, month, context.Shops, context.AsOf));

    /// <summary>The tree to the depth that people read at a desk; its leaves are counted, and are in the JSON.</summary>
    private static Sheet Sheet(Explained explained)
    {
        var rows = new List<IReadOnlyList<string>>();
        void Walk(Explained node, int depth)
        {
            rows.Add([new string(' ', 2 * depth) + node.Label.Zh, node.Value is { } v ? Math.Round(v, 6, MidpointRounding.AwayFromZero).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) : "–",
                Json.UnitOf(node.Unit), node.How.Formula.Zh, node.Evidence.Count > 0 ? $"{node.Evidence.Count} × {Json.Kebab(node.Evidence[0].Kind)}" : ""]);
            if (depth < 6) foreach (var input in node.Inputs) Walk(input, depth + 1);
        }
        Walk(explained, 0);
        return new(["what", "value", "unit", "how", "evidence"], rows);
    }
}
