using System.CommandLine;
using System.Globalization;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Proposals;
using Heng.App.Features.Simulation;
using Heng.Engine.Scoring;
using Heng.Engine.Targets;

namespace Heng.App.CommandLine;

/// <summary><c>heng plan propose</c>: targets and balance points from history, and whom each would have moved. Nothing is kept.</summary>
public static class PlanProposeCommand
{
    public static Command Build(GlobalOptions options)
    {
        var plan = new Option<string>("--plan") { Description = $"A {PlanFiles.Names}", Required = true };
        var item = new Option<string?>("--item") { Description = "One item alone" };
        var indicator = new Option<string?>("--indicator") { Description = "One KSF indicator alone" };
        var months = new Option<string?>("--months") { Description = "Months to look back on, e.g. 2026-08..2026-10 (default: the last six that are there)" };
        var aimedAt = new Option<string?>("--for") { Description = "The month that the numbers are for (default: the one after the last)" };
        var command = new Command("propose", "Targets and balance points from history, and who would have gained and lost") { plan, item, indicator, months, aimedAt };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesEverybodysPay(context.Viewer), "此角色看不到所有人的工资，不能提议目标", "This role does not see everybody's pay and may not look back for targets");
            var metrics = ShopCatalogue.Latest(context.Database);
            var content = PlanFiles.Load(context.Database, parsed.GetValue(plan)!, metrics);
            var wanted = Wanted(content, metrics.Find, parsed.GetValue(item), parsed.GetValue(indicator));
            var over = parsed.GetValue(months) is { } named ? Read.Months(named) : DraftRehearsal.Available(context.Database, context.Shops, LookBack.Usual);
            var none = new Refusal("nothing-to-look-back-on", new("这些月份没有任何数据，无从提议", "No data came for these months, so there is nothing to look back on"));
            if (over.Count == 0) throw CommandStoppedException.Refused(none);
            var target = parsed.GetValue(aimedAt) is { } next ? Read.Month(next) : over[^1].Plus(1);
            var back = LookBack.Of(m => MonthBook.Load(context.Database, m, context.Shops, context.AsOf), content, over, target, wanted, metrics.Find);
            if (back.Months.Count == 0) throw CommandStoppedException.Refused(none);
            context.Output.Write(ProposalJson.Of(back), () => Sheet(back));
            foreach (var month in back.Empty) context.Tell([new($"{month} 没有数据，未计入", $"no data for {month}; it was left out")]);
            return Exit.Done;
        });
        return command;
    }

    private static Func<SetPoint, bool> Wanted(PlanFileContent content, Func<string, Engine.Metrics.Metric?> metrics, string? item, string? indicator)
    {
        if (item is null && indicator is null) return _ => true;
        if (item is not null && indicator is not null) throw CommandStoppedException.Usage("only-one", "--item 与 --indicator 只写一个", "--item or --indicator, not both");
        bool Is(SetPoint point) => item is not null ? point is ItemTarget && point.Id == item : point is BalancePoint && point.Id == indicator;
        if (SetPoints.Of(content.Counting, metrics).Any(Is)) return Is;
        var (zh, en) = item is not null ? ("没有可定目标的考核项", "no item with a target called") : ("没有 KSF 指标", "no KSF indicator called");
        throw CommandStoppedException.Usage("point-unknown", $"方案 {content.Scheme} {zh}“{item ?? indicator}”", $"The plan {content.Scheme} has {en} '{item ?? indicator}'");
    }

    private static Sheet Sheet(LookedBack back) => new(["kind", "id", "name", "current", "way", "proposed", "promotion", "months", "people", "gained", "lost", "same", "without", "sum", "unit", "thin", "lacking"],
        [.. back.Points.SelectMany(p => p.Proposals.Select(proposal => Row(p, proposal)))]);

    private static IReadOnlyList<string> Row(PointProposals of, TargetProposal proposal)
    {
        var (first, effect) = (proposal.Numbers[0], proposal.Effect);
        return
        [
            ProposalJson.KindOf(of.Point), of.Point.Id, of.Point.Name.Zh, Number(of.Point.Aim.Default), ProposalJson.WayOf(proposal) + (proposal.ByCalendar ? " A/B" : ""), Number(first.Number.Value),
            proposal.ByCalendar ? Number(proposal.Numbers[1].Number.Value) : "", Count(first.Months.Count), Count(first.People.Count), Count(effect?.Gained), Count(effect?.Lost), Count(effect?.Same), Count(effect?.Without),
            Number(effect?.Sum), effect is null ? "" : Json.UnitOf(effect.Unit), string.Join("；", proposal.Numbers.SelectMany(n => n.Thin).Distinct().Select(t => t.Words.Zh)), proposal.Lacking?.Zh ?? "",
        ];
    }

    private static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–";
    private static string Count(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "–";
}
