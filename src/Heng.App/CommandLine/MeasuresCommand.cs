using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Consequences;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.CommandLine;

/// <summary><c>heng measures</c>: what the plans propose after a month's cards, beside what is on record. It proposes; a person decides.</summary>
public static class MeasuresCommand
{
    private static readonly string[] Columns = ["agent", "group", "plan", "score", "grade", "measure", "why"];

    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string>("--month") { Description = "Month, e.g. 2026-10", Required = true };
        var plan = new Option<string?>("--plan") { Description = $"A {PlanFiles.Names}; without it the published ones" };
        var command = new Command("measures", "What the plans propose after a month's cards, and what was done before") { month, plan };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesSomeMeasures(context.Viewer), "此账号看不到后续措施", "This account sees no measures");
            var kept = new Dictionary<Month, KeptMonth>();
            KeptMonth Of(Month of) => kept.TryGetValue(of, out var found) ? found
                : kept[of] = new(PlanFiles.Book(context, of, parsed.GetValue(plan)), SealedMonth.Find(context.Database, of) is { } closed ? new(closed) : null);
            var proposed = new ProposedMeasures(context.Database, Of, Read.Month(parsed.GetValue(month)));
            var rows = new JsonArray([.. proposed.All.Where(p => Rights.SeesMeasures(context.Viewer, p.Group)).Select(p => Row(p, proposed))]);
            context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => r![c]?.ToString() ?? "–")])]));
            if (!proposed.Any) context.Tell([new("现行方案没有写后续措施（consequences）", "no plan in force says what follows from its grades (consequences)")]);
            return Exit.Done;
        });
        return command;
    }

    private static JsonObject Row(ProposedMeasure proposal, ProposedMeasures all) => new()
    {
        ["agent"] = proposal.Agent,
        ["group"] = proposal.Group,
        ["plan"] = proposal.Plan.Id,
        ["score"] = Json.Number(proposal.Score),
        ["grade"] = proposal.Grade,
        ["rule"] = proposal.Proposal.Rule,
        ["measure"] = Json.Kebab(proposal.Proposal.Measure),
        ["running"] = proposal.Proposal.Running,
        ["why"] = proposal.Proposal.Why.Zh,
        ["whyEn"] = proposal.Proposal.Why.En,
        ["taken"] = new JsonArray([.. all.Taken.Where(t => t.Person == all.PersonOf(proposal.Agent)).Select(t => new JsonObject
        {
            ["day"] = t.Record.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["measure"] = Json.Kebab(t.Record.Kind), ["remark"] = t.Record.Remark,
        })]),
    };
}
