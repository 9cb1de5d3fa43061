using Heng.App.Features.CustomMetrics;
using Heng.App.Features.People;
using Heng.Engine.Choosing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Choosing;

/// <summary>A choice with its history as it is kept.</summary>
public sealed record KeptChoice(IndicatorChoice Choice, IReadOnlyList<ChoiceVersion> Steps)
{
    public ChoiceVersion Last => Steps[^1];
    public long Id => Last.Id;
}

/// <summary>What came of a deed: how the choice stands now, or the refusal and what it is about.</summary>
public sealed record ChoiceDone(KeptChoice? Kept, ChoiceRefusal? Refused, IReadOnlyList<string> About)
{
    public static ChoiceDone Not(ChoiceRefusal refused, IReadOnlyList<string>? about = null) => new(null, refused, about ?? []);
}

/// <summary>Deeds on choices: load, decide, keep; a signature goes into the chain of decisions with the hash of what was signed.</summary>
public sealed class Choices(Database database, TimeProvider time)
{
    public const string Signed = "indicators-signed";

    public IReadOnlyList<KeptChoice> All => [.. database.IndicatorChoices.Current.Select(v => Find(v.Id)!)];

    public KeptChoice? Find(long id) => database.IndicatorChoices.Of(id) is { Count: > 0 } steps ? new(ChoiceText.Read(steps[^1]), steps) : null;

    public ChoiceDone Begin(IndicatorChoice choice, Viewer viewer)
    {
        var step = ChoiceCycle.Begin(choice, NameOf(viewer), Rights.Publishes(viewer), Situation());
        return step.Next is not { } next ? ChoiceDone.Not(step.Refused!.Value, step.About)
            : new(Find(database.IndicatorChoices.Begin(next.Stage, ChoiceText.Of(next), Now, viewer.Name).Id), null, []);
    }

    /// <param name="seen">The step that the person saw; what came after it is not decided over.</param>
    public ChoiceDone Do(KeptChoice kept, int seen, ChoiceDeed deed)
    {
        if (kept.Choice.Stage != ChoiceStage.Signed && kept.Last.Step != seen) return ChoiceDone.Not(ChoiceRefusal.ChangedMeanwhile);
        var step = ChoiceCycle.Decide(kept.Choice, deed, Situation());
        if (step.Next is not { } next) return ChoiceDone.Not(step.Refused!.Value, step.About);
        if (database.IndicatorChoices.Follow(kept.Last, next.Stage, ChoiceText.Of(next), Now, deed.Person!) is not { } done) return ChoiceDone.Not(ChoiceRefusal.ChangedMeanwhile);
        if (next.Stage == ChoiceStage.Signed) database.Decisions.Append(Now, deed.Person!, Signed, SubjectOf(done.Id), ChoiceText.HashOf(done));
        return new(Find(done.Id), null, []);
    }

    /// <summary>Who may answer for a choice: those who may publish a plan, by the name they sign in with.</summary>
    public IReadOnlyList<string> Owners =>
        [.. database.Users.All.Where(u => !u.Disabled && Rights.Publishes(Viewers.Of(database, u))).Select(u => u.Name).Order(StringComparer.Ordinal)];

    /// <summary>The decision in which it was signed; null where it isn't, or where the text is not the one that was signed.</summary>
    public Decision? SignatureOf(KeptChoice kept) => kept.Choice.Stage != ChoiceStage.Signed ? null
        : database.Decisions.About(SubjectOf(kept.Id)).LastOrDefault(d => d.What == Signed && d.Why == ChoiceText.HashOf(kept.Last));

    private ChoiceSituation Situation()
    {
        var (metrics, owners) = (ShopCatalogue.Latest(database), Owners);
        return new(metrics.Find, owners.Contains);
    }

    private static string SubjectOf(long id) => $"choice/{id}";
    private static string? NameOf(Viewer viewer) => viewer.Role == Role.Operator ? null : viewer.Name;
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
