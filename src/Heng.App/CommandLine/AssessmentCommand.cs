using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Cycles;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng appraisal</c>: a month's assessments, stage by stage: who is waited for, and one's own part.</summary>
public static class AssessmentCommand
{
    public static Command Build(GlobalOptions options) => new("appraisal", "A month's assessments: show, confirm, approve, object, answer, delegate, end, reopen, propose, invite, withdraw")
    {
        Show(options),
        Act(options, "confirm", "One's own part about oneself: points given, results confirmed", AppraisalAct.Confirm),
        Act(options, "approve", "What one has to do about others or for the whole: all of it, or about one person", AppraisalAct.Approve),
        Act(options, "object", "Object to one's own result while it is to be confirmed", AppraisalAct.Object),
        Act(options, "answer", "Answer an objection", AppraisalAct.Answer),
        Act(options, "delegate", "Give a part to another person", AppraisalAct.Delegate),
        Act(options, "end", "End the present stage, without those still waited for only for a reason", AppraisalAct.End),
        Act(options, "propose", "Propose a peer for oneself", AppraisalAct.Propose),
        Act(options, "invite", "Invite a peer, or one in place of another", AppraisalAct.Invite),
        Act(options, "withdraw", "Ask a peer no more", AppraisalAct.Withdraw),
        Act(options, "reopen", "Go back to a stage, for one person or everybody", AppraisalAct.Reopen),
    };

    private static Option<string> MonthOption() => new("--month") { Description = "Month, e.g. 2026-10; of a longer cycle its last", Required = true };
    private static Option<string?> SchemeOption() => new("--scheme") { Description = "The scheme, where the month has several assessments" };
    private static Option<string?> CycleOption() => new("--cycle") { Description = $"One of {CycleWords.Known}" };

    private static Command Show(GlobalOptions options)
    {
        var (month, scheme, cycle) = (MonthOption(), SchemeOption(), CycleOption());
        var command = new Command("show", "Where the assessments stand: stages, who is waited for until when, one's own part") { month, scheme, cycle };
        command.Run(options, (context, parsed) =>
        {
            var (kept, all) = Load(context, Read.Month(parsed.GetValue(month)));
            var shown = all.Where(a => Is(a, parsed.GetValue(scheme), parsed.GetValue(cycle))).Select(a => (One: a, Sight: new AppraisalSight(a, context.Viewer, kept))).ToArray();
            context.Output.Write(new JsonArray([.. shown.Select(a => AppraisalJson.Of(a.One, a.Sight))]), () => new(["scheme", "cycle", "stage", "done", "all", "state", "lastDay"], [.. shown.SelectMany(a => AppraisalJson.Sheet(a.One).Rows)]));
            if (shown.Length == 0) context.Tell([new("这个月没有考核", "the month has no assessment")]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Act(GlobalOptions options, string name, string description, AppraisalAct act)
    {
        var (month, scheme, cycle) = (MonthOption(), SchemeOption(), CycleOption());
        var about = new Option<string?>("--about") { Description = "The person whom it is about" };
        var stage = new Option<string?>("--stage") { Description = "The stage's id", Required = act == AppraisalAct.Reopen };
        var peers = act is AppraisalAct.Propose or AppraisalAct.Invite or AppraisalAct.Withdraw;
        var to = new Option<string?>(peers ? "--peer" : "--to") { Description = peers ? "The peer" : "Who does it instead", Required = true };
        var instead = new Option<string?>("--instead-of") { Description = "The peer who is asked no more" };
        var reason = new Option<string?>("--reason") { Description = "Why" };
        var command = new Command(name, description) { month, scheme, cycle };
        foreach (var option in act switch
        {
            AppraisalAct.Approve => [about],
            AppraisalAct.Object => [reason],
            AppraisalAct.Answer => [about, reason],
            AppraisalAct.Delegate => [about, to, reason],
            AppraisalAct.End => [stage, reason],
            AppraisalAct.Reopen => [stage, about, reason],
            AppraisalAct.Propose => [to],
            AppraisalAct.Invite => [about, to, instead],
            AppraisalAct.Withdraw => [about, to],
            _ => Array.Empty<Option>(),
        }) command.Add(option);
        command.Run(options, (context, parsed) =>
        {
            string? Given(Option<string?> option) => command.Options.Contains(option) ? parsed.GetValue(option) : null;
            var (kept, all) = Load(context, Read.Month(parsed.GetValue(month)));
            var fitting = all.Where(a => Is(a, parsed.GetValue(scheme), parsed.GetValue(cycle))).ToArray();
            // Of several the one in which the viewer has a part, where that is only one.
            if (fitting.Length > 1 && !Rights.SeesAppraisals(context.Viewer)) fitting = [.. fitting.Where(a => new AppraisalSight(a, context.Viewer, kept).HasPart)];
            if (fitting.Length > 1) throw CommandStoppedException.Usage("assessment-unclear", "请用 --scheme、--cycle 指明哪个考核", "Say which assessment: --scheme, --cycle");
            if (fitting is not [var one]) throw CommandStoppedException.Refused(AppraisalWords.Unknown);
            var ask = new AppraisalAsk(act) { About = Given(about), Stage = Given(stage), To = Given(to), Why = Given(reason), Instead = Given(instead) };
            if (new AppraisalDoing(context.Database).Do(one, ask, context.Viewer) is { } refused) throw CommandStoppedException.Refused(refused);
            var then = one.Again();
            context.Output.Write(AppraisalJson.Of(then, new(then, context.Viewer, kept)), () => AppraisalJson.Sheet(then));
            return Exit.Done;
        });
        return command;
    }

    private static bool Is(Assessment one, string? scheme, string? cycle) => (scheme is null || one.Of.Scheme == scheme) && (cycle is null || CycleWords.Id(one.Of.Cycle) == cycle);

    private static (KeptMonth Kept, IReadOnlyList<Assessment> All) Load(CommandContext context, Month month)
    {
        var kept = context.MonthOf(month);
        return (kept, Assessment.All(context.Database, kept, context.Now));
    }
}
