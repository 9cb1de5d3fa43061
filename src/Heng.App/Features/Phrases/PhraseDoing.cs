using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.Engine.Quality.Phrases;
using Heng.Store;

namespace Heng.App.Features.Phrases;

/// <summary>Writes phrases, publishes their versions and ends them, for a page, a command or a table. What is refused changes nothing.</summary>
public sealed class PhraseDoing(Database database)
{
    public (KeptMatter<PhraseHappening>? Kept, Refusal? Refused) Begin(PhraseHappening written, Filer filer)
    {
        var (step, not) = Checked(null, written, filer);
        if (not is not null) return (null, not);
        var begun = database.Matters(PhraseBook.Kind).Begin(new("", step!.From ?? filer.Today, step.Until ?? step.From ?? filer.Today, step.Code), step);
        return begun is null ? (null, PhraseWords.Of(PhraseRefusal.CodeTaken)) : (begun, null);
    }

    public Refusal? Write(KeptMatter<PhraseHappening> kept, PhraseHappening written, Filer filer)
    {
        var (step, not) = Checked(PhraseBook.Of(kept), written with { Code = PhraseBook.Of(kept).Code }, filer);
        return not ?? Keep(kept, step!);
    }

    public Refusal? DropDraft(KeptMatter<PhraseHappening> kept, Filer filer) => Unnamed(filer)
        ?? Keep(kept, PhraseCycle.DropDraft(PhraseBook.Of(kept), new(PhraseEvent.DraftDropped, filer.Name, filer.Now, "")));

    public Refusal? End(KeptMatter<PhraseHappening> kept, DateOnly? from, string why, Filer filer) => Unnamed(filer)
        ?? Keep(kept, PhraseCycle.End(PhraseBook.Of(kept), new(PhraseEvent.Ended, filer.Name, filer.Now, why) { From = from }));

    private (PhraseHappening? Step, Refusal? Refused) Checked(Phrase? phrase, PhraseHappening written, Filer filer)
    {
        if (Unnamed(filer) is { } not) return (null, not);
        var step = PhraseCycle.Write(phrase, written with { Who = filer.Name, At = filer.Now });
        if (step.Refused is { } refused) return (null, PhraseWords.Of(refused));
        return filer.Roster.Find(written.Owner!) is null ? (null, PhraseWords.Of(PhraseRefusal.OwnerUnknown)) : (step.Happens, null);
    }

    private static Refusal? Unnamed(Filer filer) => filer.Viewer.Role is Role.Operator ? DoingWords.NeedsNamedPerson : Rights.KeepsPhrases(filer.Viewer) ? null : PhraseWords.Of(PhraseRefusal.RoleMayNot);

    private Refusal? Keep(KeptMatter<PhraseHappening> kept, PhraseStep step) => step.Refused is { } refused ? PhraseWords.Of(refused) : Keep(kept, step.Happens!);

    private Refusal? Keep(KeptMatter<PhraseHappening> kept, PhraseHappening happens) => database.Matters(PhraseBook.Kind).Append(kept, happens) ? null : DoingWords.ChangedMeanwhile;
}
