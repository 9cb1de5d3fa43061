using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Plans;
using Heng.Engine.Scoring;
using Heng.Engine.Targets;

namespace Heng.App.Features.Proposals;

/// <summary>Proposals as JSON.</summary>
public static class ProposalJson
{
    public static JsonObject Of(LookedBack back) => new()
    {
        ["plan"] = back.Content.Scheme,
        ["months"] = new JsonArray([.. back.Months.Select(m => JsonValue.Create($"{m}"))]),
        ["for"] = $"{back.For}",
        ["points"] = new JsonArray([.. back.Points.Select(PointOf)]),
    };

    public static string KindOf(SetPoint point) => point is BalancePoint ? "indicator" : "item";
    public static string? PlanOf(SetPoint point) => (point as ItemTarget)?.Plan.Id;
    public static string WayOf(TargetProposal proposal) => Vocabulary.Ways.Single(w => w.Value == proposal.Way).Key;

    private static JsonObject PointOf(PointProposals of) => new()
    {
        ["kind"] = KindOf(of.Point), ["plan"] = PlanOf(of.Point), ["id"] = of.Point.Id, ["name"] = of.Point.Name.Zh, ["nameEn"] = of.Point.Name.En, ["place"] = of.Point.Place,
        ["metric"] = of.Point.Metric, ["unit"] = Json.UnitOf(of.Unit), ["current"] = Json.Number(of.Point.Aim.Default), ["basis"] = of.Point.Basis?.Words.Zh, ["basisEn"] = of.Point.Basis?.Words.En,
        ["proposals"] = new JsonArray([.. of.Proposals.Select(ProposalOf)]),
    };

    private static JsonObject ProposalOf(TargetProposal proposal) => new()
    {
        ["way"] = WayOf(proposal),
        ["numbers"] = new JsonArray([.. proposal.Numbers.Select(NumberOf)]),
        ["lacking"] = proposal.Lacking?.Zh,
        ["lackingEn"] = proposal.Lacking?.En,
        ["effect"] = proposal.Effect is { } effect ? EffectOf(effect) : null,
    };

    private static JsonObject NumberOf(ProposedNumber number) => new()
    {
        ["days"] = number.Day switch { null => "all", PromotionDay.Promotion => "promotion", _ => "ordinary" },
        ["value"] = Json.Number(number.Number.Value),
        ["months"] = new JsonArray([.. number.Months.Select(m => JsonValue.Create($"{m}"))]),
        ["people"] = new JsonArray([.. number.People.Select(p => JsonValue.Create(p))]),
        ["values"] = number.Values,
        ["thin"] = new JsonArray([.. number.Thin.Select(t => new JsonObject { ["kind"] = Json.Kebab(t.Kind), ["count"] = t.Count, ["words"] = t.Words.Zh, ["wordsEn"] = t.Words.En })]),
    };

    private static JsonObject EffectOf(Effect effect) => new()
    {
        ["unit"] = Json.UnitOf(effect.Unit), ["gained"] = effect.Gained, ["lost"] = effect.Lost, ["same"] = effect.Same, ["without"] = effect.Without,
        ["gainedBy"] = Json.Number(effect.GainedBy), ["lostBy"] = Json.Number(effect.LostBy), ["sum"] = Json.Number(effect.Sum),
        ["people"] = new JsonArray([.. effect.People.Select(p => new JsonObject
        {
            ["agent"] = p.Agent, ["gained"] = p.Gained, ["lost"] = p.Lost, ["same"] = p.Same, ["without"] = p.Without, ["sum"] = Json.Number(p.Sum),
        })]),
    };
}
