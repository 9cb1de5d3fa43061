using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Consequences;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng measures</c>: what the plans propose after a month's cards, beside what is on record. It proposes; a person decides.</summary>
public static class MeasuresCommand
{
    private static readonly string[] Columns = ["agent", "group", "plan", "score", "grade", "measure", "why"];

    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string>("--month") { Description = "Month, e.g. 2026-10", Required = true };
        var plan = new Option<string?>("--plan") { Description = $"A {PlanFiles.Names}; without it the published ones" };
        var command = new Command("measures", "What the plans propose after a month's cards, and what was done before") { month, plan, Decide(options) };
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

    private static Command Decide(GlobalOptions options)
    {
        var month = new Option<string>("--month") { Description = "The month of the card", Required = true };
        var (agent, rule) = (new Option<string>("--agent") { Description = "Whom it is about", Required = true }, new Option<string>("--rule") { Description = "The rule that proposes it", Required = true });
        var plan = new Option<string>("--plan") { Description = "The plan of the rule, e.g. s8-unit-profit/agent", Required = true };
        var measure = new Option<string>("--measure") { Description = string.Join(", ", Enum.GetValues<MeasureKind>().Select(k => Json.Kebab(k))), Required = true };
        var acts = Enum.GetValues<MeasureEvent>().ToDictionary(a => a, a => new Option<bool>(a switch { MeasureEvent.Accepted => "--accept", MeasureEvent.PutOff => "--put-off", MeasureEvent.Refused => "--refuse", _ => "--confirm" })
            { Description = a switch { MeasureEvent.Accepted => "Take it, from --day on", MeasureEvent.PutOff => "Later; --day says when to look again", MeasureEvent.Refused => "Not at all", _ => "As the second person" } });
        var (day, reason) = (new Option<string?>("--day") { Description = "Its day" }, new Option<string?>("--reason") { Description = "Why" });
        var command = new Command("decide", "Decide about a proposed measure") { month, agent, plan, rule, measure, day, reason };
        foreach (var option in acts.Values) command.Add(option);
        command.Run(options, (context, parsed) =>
        {
            if (acts.Where(a => parsed.GetValue(a.Value)).Select(a => a.Key).ToArray() is not [var act]) throw CommandStoppedException.Usage("answer-unclear", "请用 --accept、--put-off、--refuse、--confirm 之一", "Say one of --accept, --put-off, --refuse, --confirm");
            if (Enum.GetValues<MeasureKind>().Where(k => Json.Kebab(k) == parsed.GetValue(measure)).ToArray() is not [var kind]) throw CommandStoppedException.Usage("value-unknown", "没有这种措施", "There is no such measure");
            context.Require(Rights.DecidesSomeMeasures(context.Viewer) || context.Viewer.Role == Role.Operator, "此账号不裁定后续措施", "This account decides about no measures");
            var of = new MeasureOf(Read.Month(parsed.GetValue(month)), parsed.GetValue(plan)!, parsed.GetValue(rule)!, parsed.GetValue(agent)!, kind);
            var months = new Dictionary<Month, KeptMonth>();
            KeptMonth Of(Month at) => months.TryGetValue(at, out var known) ? known : months[at] = KeptMonth.Of(context.Database, MonthBook.Load(context.Database, at, context.Database.Shops.All, context.AsOf));
            if (new MeasureDoing(context.Database, context.Folder, TimeProvider.System, Of).Decide(of, act, DayOf(parsed.GetValue(day)), parsed.GetValue(reason), context.Viewer) is { } refused) throw CommandStoppedException.Refused(refused);
            var kept = context.Database.Measures.Find(of)!;
            var row = new JsonObject
            {
                ["month"] = of.Month.ToString(), ["agent"] = of.Agent, ["plan"] = of.Plan, ["rule"] = of.Rule, ["measure"] = Json.Kebab(of.Measure), ["stage"] = Json.Kebab(kept.State.Stage),
                ["day"] = kept.State.Accepted?.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["by"] = kept.State.Happened[^1].Who,
            };
            context.Output.Write(new JsonArray(row), () => new(["agent", "measure", "stage", "day", "by"], [[of.Agent, Json.Kebab(of.Measure), Json.Kebab(kept.State.Stage), row["day"]?.ToString() ?? "–", kept.State.Happened[^1].Who]]));
            return Exit.Done;
        });
        return command;
    }

    private static DateOnly? DayOf(string? day) => day is null ? null : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
        : throw CommandStoppedException.Usage("day-unreadable", "日期写成 2026-10-05 这样", "Days are written like 2026-10-05");

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
        ["held"] = proposal.Proposal.Held is { } held ? Json.Kebab(held) : null,
        ["evidence"] = new JsonArray([.. proposal.Proposal.Row.Select(c => new JsonObject { ["month"] = c.Last.ToString(), ["score"] = Json.Number(c.Score), ["grade"] = c.Grade })]),
        ["taken"] = new JsonArray([.. all.Taken.Where(t => t.Person == all.PersonOf(proposal.Agent)).Select(t => new JsonObject
        {
            ["day"] = t.Record.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["measure"] = Json.Kebab(t.Record.Kind), ["remark"] = t.Record.Remark,
        })]),
    };
}
