using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Inspections;
using Heng.App.Features.People;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng qa draw</c> and <c>heng qa inspections</c>: a draw done again from its seed, and what was inspected.</summary>
internal static class InspectionCommands
{
    public static Command Draw(GlobalOptions options)
    {
        var month = new Option<string>("--month") { Description = "Month, e.g. 2026-10: plans whose period reaches into it", Required = true };
        var seed = new Option<string?>("--seed") { Description = "The seed, 64 digits of hex; default: the one that was revealed" };
        var command = new Command("draw", "Draws a plan's list again from its seed and the frame it was drawn from; changes nothing") { month, seed };
        command.Run(options, (context, parsed) =>
        {
            var (of, given) = (Read.Month(parsed.GetValue(month)), SeedIn(parsed.GetValue(seed)));
            var by = By(context);
            var plans = context.Database.Matters(InspectionMatters.Plans).Between(of.First, of.Last).Where(p => InspectionMatters.StateOf(p) is { CalledOff: false } state && by.SeesPlan(state.Plan)).ToArray();
            // One seed is one plan's: with several in the month it is the one that was committed with it.
            if (given is not null && plans.Length > 1) plans = [.. plans.Where(p => InspectionMatters.StateOf(p).Set.Commitment == given.Commitment)];
            if (given is not null && plans.Length == 0) throw CommandStoppedException.Refused(InspectionRefusals.Of(SamplingRefusal.PlanMissing));
            var drawn = plans.Select(p => (Plan: p, State: InspectionMatters.StateOf(p), Again: Again(context.Database, p, given))).ToArray();
            context.Output.Write(new JsonArray([.. drawn.Select(d => JsonOf(d.Plan, d.State, d.Again))]), () => new(["plan", "item", "day", "agent", "stratum", "second"],
                [.. drawn.SelectMany(d => (d.Again?.Items ?? []).Select(i => (IReadOnlyList<string>)[Text(d.Plan.Id), i.Item.Id, Iso(i.Item.Day), i.Item.Agent, i.Stratum, i.Second ? "yes" : ""]))]));
            foreach (var (plan, state, again) in drawn) context.Output.Say($"  {plan.Subject} {state.Set.Why}: {Said(state, again)}");
            if (plans.Length == 0) context.Tell([new("这个月没有抽检计划", "the month has no sampling plan")]);
            return drawn.Any(d => d.Again is { SeedHolds: false }) ? throw CommandStoppedException.Refused(InspectionRefusals.Of(SamplingRefusal.SeedWrong)) : Exit.Done;
        });
        return command;
    }

    public static Command Inspections(GlobalOptions options)
    {
        var month = new Option<string>("--month") { Description = "Month of what was inspected, e.g. 2026-10", Required = true };
        var agent = new Option<string?>("--agent") { Description = "One person's alone" };
        var command = new Command("inspections", "Inspections by people: how far each is, and what it earned") { month, agent };
        command.Run(options, (context, parsed) =>
        {
            var (of, who, by) = (Read.Month(parsed.GetValue(month)), parsed.GetValue(agent), By(context));
            var found = InspectionBook.Between(context.Database, of.First, of.Last).Where(i => by.Sees(i.State) && (who is null || i.State.Agent == who)).OrderBy(i => i.State.Day).ThenBy(i => i.Id).ToArray();
            if (who is not null && found.Length == 0 && !context.Database.People.Employments.Any(e => e.Name == who && Rights.Sees(context.Viewer, e.Name, e.Group))) throw CommandStoppedException.Usage("agent-unknown", $"没有“{who}”这个人", $"There is nobody called '{who}'");
            context.Output.Write(new JsonArray([.. found.Select(i => JsonOf(i, by))]), () => new(["id", "day", "agent", "kind", "item", "stage", "earned", "possible"],
                [.. found.Select(i => (IReadOnlyList<string>)[i.Kept.Subject, Iso(i.State.Day), i.State.Agent, Json.Kebab(i.State.Kind), i.State.Drawn.Item!, Json.Kebab(i.State.Stage), Text(Card(i, by)?.Earned), Text(Card(i, by)?.Possible)])]));
            return Exit.Done;
        });
        return command;
    }

    private static Inspector By(CommandContext context) => new(context.Database, context.Viewer, context.Now);

    private static Seed? SeedIn(string? hex) => hex is null ? null : Seed.Parse(hex) ?? throw CommandStoppedException.Usage("seed-unreadable", "种子是 64 位十六进制", "A seed is 64 digits of hex");

    private static Redraw? Again(Database database, KeptMatter<SamplingHappening> plan, Seed? given) =>
        (given ?? Seed.Parse(InspectionMatters.StateOf(plan).Revealed?.Revealed)) is { } seed ? Redraw.Of(database, plan, seed) : null;

    /// <summary>Marks are as blind here as on the pages.</summary>
    private static InspectionCard? Card(BookedInspection of, Inspector by) => by.SeesMarks(of.State) ? of.Card : null;

    private static JsonObject JsonOf(KeptMatter<SamplingHappening> plan, SamplingState state, Redraw? again) => new()
    {
        ["plan"] = plan.Id, ["name"] = state.Set.Why, ["from"] = Iso(state.Plan.First), ["to"] = Iso(state.Plan.Last), ["late"] = state.IsLate(ShopClock.Shanghai), ["commitment"] = state.Set.Commitment, ["revealed"] = state.Revealed?.Revealed,
        ["drawn"] = state.Drawn?.Drawn, ["seedHolds"] = again?.SeedHolds, ["sameQueue"] = again?.SameQueue, ["frameHash"] = state.Drawn?.FrameHash, ["frameHolds"] = again?.FrameHolds,
        ["frameNow"] = again is null ? null : new JsonObject { ["gone"] = Ids(again.Frame.Gone), ["added"] = Ids(again.Frame.Added), ["changed"] = Ids(again.Frame.Changed) },
        ["items"] = again is null ? null : new JsonArray([.. again.Items.Select(i => new JsonObject { ["item"] = i.Item.Id, ["day"] = Iso(i.Item.Day), ["agent"] = i.Item.Agent, ["stratum"] = i.Stratum, ["second"] = i.Second })]),
    };

    private static JsonObject JsonOf(BookedInspection of, Inspector by) => new()
    {
        ["id"] = of.Kept.Subject, ["plan"] = of.State.Drawn.Plan, ["item"] = of.State.Drawn.Item, ["day"] = Iso(of.State.Day), ["agent"] = of.State.Agent, ["kind"] = Json.Kebab(of.State.Kind), ["of"] = Json.Kebab(of.State.Drawn.Of!.Value), ["stratum"] = of.State.Drawn.Stratum,
        ["second"] = of.State.Needed == 2, ["stage"] = Json.Kebab(of.State.Stage), ["inspectors"] = Ids([.. of.State.Takers.Where(t => by.SeesWho(of.State) || t == by.Name)]), ["earned"] = Card(of, by)?.Earned, ["possible"] = Card(of, by)?.Possible,
        ["due"] = Iso(of.State.Drawn.Due!.Value), ["answerBy"] = of.State.AnswerBy is { } day ? Iso(day) : null, ["card"] = Card(of, by) is { } card ? JsonOf(of.Plan.Form, card, of.State.Result!) : null,
    };

    /// <summary>As the card on the page: every category, and of the criteria those that are not just fine.</summary>
    private static JsonObject JsonOf(InspectionForm form, InspectionCard card, IReadOnlyList<CriterionMark> marks) => new()
    {
        ["form"] = form.Id, ["praise"] = Json.Number(card.Praise), ["voidedBy"] = card.VoidedBy?.Id,
        ["categories"] = new JsonArray([.. card.Categories.Select(c => new JsonObject { ["category"] = c.Category.Id, ["name"] = c.Category.Name.Zh, ["nameEn"] = c.Category.Name.En, ["earned"] = c.Out ? null : Json.Number(c.Earned), ["possible"] = c.Out ? null : Json.Number(c.Possible), ["void"] = c.Void })]),
        ["marks"] = new JsonArray([.. marks.Where(m => m.Verdict != Verdict.Fine || m.Comment is not null).Select(m => (Mark: m, Of: form.Find(m.Criterion))).Where(m => m.Of is not null).Select(m => new JsonObject
        {
            ["criterion"] = m.Mark.Criterion, ["name"] = m.Of!.Name.Zh, ["nameEn"] = m.Of.Name.En, ["severity"] = Json.Kebab(m.Of.Severity), ["verdict"] = Json.Kebab(m.Mark.Verdict), ["times"] = m.Mark.Verdict == Verdict.Found ? m.Mark.Times : null, ["comment"] = m.Mark.Comment,
        })]),
    };

    private static string Said(SamplingState state, Redraw? again) => again is null ? state.Drawn is null ? "not drawn yet / 尚未抽取" : "seed not revealed; give --seed / 种子未公开，可用 --seed"
        : string.Join("; ", again.SeedHolds ? "seed holds / 种子相符" : "seed differs / 种子不符", again.SameQueue ? "same as the queue / 与队列一致" : "differs from the queue / 与队列不同", again.FrameHolds ? "frame holds / 抽样框相符" : "frame differs / 抽样框不符",
            again.Frame.IsNone ? "the records give the same frame / 记录给出同样的抽样框" : $"the records now: {again.Frame.Gone.Count} gone, {again.Frame.Added.Count} added, {again.Frame.Changed.Count} changed / 现在的记录：少 {again.Frame.Gone.Count}、多 {again.Frame.Added.Count}、变 {again.Frame.Changed.Count}");

    private static JsonArray Ids(IReadOnlyList<string> ids) => new([.. ids.Select(i => JsonValue.Create(i))]);
    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    private static string Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
