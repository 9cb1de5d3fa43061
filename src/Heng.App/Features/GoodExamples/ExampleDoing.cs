using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Quality.Examples;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.GoodExamples;

/// <summary>Proposes receptions as good examples, and does what the agent whose it is decides.</summary>
public sealed class ExampleDoing(Database database)
{
    public (KeptMatter<ExampleHappening>? Kept, Refusal? Refused) Propose(ShownReception? reception, ExampleHappening proposed, Filer filer)
    {
        if (filer.Viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        if (!Rights.ProposesExamples(filer.Viewer)) return (null, ExampleWords.Of(ExampleRefusal.RoleMayNot));
        if (reception is null) return (null, ExampleWords.Of(ExampleRefusal.ReceptionMissing));
        var (happens, refused) = GoodExample.Propose(reception.Agent, proposed with { Who = filer.Name, At = filer.Now, Reception = reception.Id });
        if (refused is { } not) return (null, ExampleWords.Of(not));
        if (reception.Between(happens!.First, happens.Last).Count == 0) return (null, ExampleWords.Of(ExampleRefusal.StretchEmpty));
        if (database.Matters(ExampleMatters.Kind).About(reception.Agent).Select(ExampleMatters.Of).Any(e => e.Stage != ExampleStage.Over && e.Proposed.Reception == reception.Id)) return (null, ExampleWords.Of(ExampleRefusal.AlreadyProposed));
        var begun = database.Matters(ExampleMatters.Kind).Begin(new(reception.Agent, reception.Day), happens)!;
        Tell(begun, happens, reception.Agent);
        return (begun, null);
    }

    public Refusal? Act(KeptMatter<ExampleHappening> kept, ExampleEvent what, Filer filer)
    {
        if (filer.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var example = ExampleMatters.Of(kept);
        var step = what == ExampleEvent.TakenBack ? example.TakeBack(filer.Name, Rights.ManagesLearning(filer.Viewer), filer.Now) : example.Answer(what, filer.Name, filer.Now);
        if (step.Refused is { } not) return ExampleWords.Of(not);
        if (!database.Matters(ExampleMatters.Kind).Append(kept, step.Happens!)) return DoingWords.ChangedMeanwhile;
        if (what != ExampleEvent.TakenBack) Tell(kept, step.Happens!, example.Proposed.Who);
        return null;
    }

    private void Tell(KeptMatter<ExampleHappening> kept, ExampleHappening happens, string to)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = happens.Who, ["title"] = kept.Happened[0].Title!, ["what"] = Json.Kebab(happens.What) };
        var kind = happens.What == ExampleEvent.Proposed ? ExampleWords.ProposedKind : ExampleWords.AnsweredKind;
        database.Notices.Tell([new Notice(to, kind, string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{happens.What}"), words, Links.Example(kept.Id), happens.At)]);
    }
}
