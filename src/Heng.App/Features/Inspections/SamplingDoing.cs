using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>Commits plans, draws from them, and reveals their seeds.</summary>
public sealed class SamplingDoing(Database database, string folder)
{
    public const string DrawnKind = "sampling-drawn";

    // Two who draw at once would each begin half of the queue.
    private static readonly Lock Drawing = new();

    /// <param name="rolled">Only of an invented shop, whose draw is to be the same everywhere; else rolled here and known to nobody.</param>
    public (long? Id, Refusal? Refused) Commit(SamplingHappening set, string name, Inspector by, Seed? rolled = null)
    {
        if (by.Viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        var (safe, seed) = (new SeedSafe(folder), rolled ?? SeedSafe.Roll());
        var plan = set.Plan ?? new(InspectionKind.Company, Sampled.Receptions, default, default, 0, 0, 0, 0m, StrataAxes.None, []);
        var step = SamplingCycle.Commit(by.SamplerFor(plan), set with { Why = name, At = by.Now, Commitment = seed.Commitment, Locked = safe.Close(seed) });
        if (step.Refused is { } refused) return (null, InspectionRefusals.Of(refused));
        if (name.Length is 0 or > CalibrationCycle.MostName) return (null, InspectionRefusals.Of(SamplingRefusal.PlanUnclear));
        return (database.Matters(InspectionMatters.Plans).Begin(new("", plan.First, plan.Last), step.Happens!)!.Id, null);
    }

    /// <summary>The frame is kept first, then the queue, then that it was drawn: cut off in between it is drawn on from the same frame.</summary>
    public Refusal? Draw(KeptMatter<SamplingHappening> kept, Inspector by)
    {
        if (by.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        lock (Drawing)
        {
            var state = InspectionMatters.StateOf(kept);
            var frame = InspectionMatters.FrameOf(database, kept.Id) ?? (by.Today > state.Plan.Last ? InspectionFrames.Of(database, state.Plan) : SamplingFrame.Of([]));
            var seed = new SeedSafe(folder).Open(state.Set.Locked!);
            var step = SamplingCycle.Draw(state, by.SamplerFor(state.Plan), frame, seed, by.Now, by.Today);
            if (step.Refused is { } refused) return InspectionRefusals.Of(refused);
            database.Matters(InspectionMatters.Frames).Begin(new("", state.Plan.First, state.Plan.Last, InspectionMatters.FrameKey(kept.Id)), new(FrameEvent.Kept, by.Name, by.Now) { Packed = InspectionMatters.Packed(frame) });
            foreach (var drawn in Engine.Quality.Sampling.Draw.Of(state.Plan, frame, seed!)) Begin(kept.Id, state, drawn, by);
            if (!database.Matters(InspectionMatters.Plans).Append(kept, step.Happens!)) return DoingWords.ChangedMeanwhile;
            Tell(kept, state, step.Happens!, by);
            return null;
        }
    }

    public Refusal? Reveal(KeptMatter<SamplingHappening> kept, Inspector by) =>
        Keep(kept, by, state => SamplingCycle.Reveal(state, by.SamplerFor(state.Plan), new SeedSafe(folder).Open(state.Set.Locked!), by.Now));

    public Refusal? CallOff(KeptMatter<SamplingHappening> kept, string why, Inspector by) => Keep(kept, by, state => SamplingCycle.CallOff(state, by.SamplerFor(state.Plan), why, by.Now));

    private Refusal? Keep(KeptMatter<SamplingHappening> kept, Inspector by, Func<SamplingState, SamplingStep> decide)
    {
        if (by.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var step = decide(InspectionMatters.StateOf(kept));
        if (step.Refused is { } refused) return InspectionRefusals.Of(refused);
        return database.Matters(InspectionMatters.Plans).Append(kept, step.Happens!) ? null : DoingWords.ChangedMeanwhile;
    }

    private void Begin(long plan, SamplingState state, DrawnItem drawn, Inspector by) => database.Matters(InspectionMatters.Inspections).Begin(
        new(drawn.Item.Agent, drawn.Item.Day, drawn.Item.Day, InspectionMatters.KeyOf(plan, drawn.Item.Id)),
        new(InspectionEvent.Drawn, by.Name, by.Now, "")
        {
            Plan = plan, Item = drawn.Item.Id, Kind = state.Plan.Kind, Of = state.Plan.Of, Stratum = drawn.Stratum, Group = drawn.Item.Group, Second = drawn.Second, Due = by.Today.AddDays(state.Set.DueDays!.Value),
        });

    private void Tell(KeptMatter<SamplingHappening> kept, SamplingState state, SamplingHappening happens, Inspector by)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = state.Set.Why, ["count"] = happens.Drawn!.Value.ToString(CultureInfo.InvariantCulture), ["until"] = by.Today.AddDays(state.Set.DueDays!.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        var whom = state.Plan.Kind == InspectionKind.Company ? Recipients.Holding(database, Role.Qa)
            : InspectionMatters.DrawnBy(database, kept.Id, state).Select(i => i.Happened[0].Group!).Distinct(StringComparer.Ordinal).SelectMany(g => Recipients.LeadersOf(database, g));
        database.Notices.Tell([.. whom.Distinct(StringComparer.Ordinal).Select(to => new Notice(to, DrawnKind, kept.Subject, words, Links.Inspections, happens.At))]);
    }
}
