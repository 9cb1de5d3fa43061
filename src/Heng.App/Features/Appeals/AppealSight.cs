using Heng.App.Features.Appraisals;
using Heng.App.Features.People;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>Whose appeals a viewer sees, and what of them: their own; those of the groups they lead; all, who leads or looks after assessments. Never another's numbers but by right.</summary>
public sealed class AppealSight(Viewer viewer, Roster roster)
{
    public string Name { get; } = AppraisalDoing.ActorOf(viewer, roster).Name;

    public bool IsMine(KeptAppeal appeal) => viewer.Person == appeal.State.By;

    public bool Sees(KeptAppeal appeal) => IsMine(appeal) || Rights.SeesAppraisals(viewer) || viewer.Leads && Rights.SeesGroup(viewer, GroupOf(appeal.State.By, Month.Of(appeal.Day)));

    /// <summary>Whether a fact that bears on somebody may be looked at from here: as for an appeal of theirs.</summary>
    public bool Opens(KnownFact fact) => fact.Bears.Any(b => viewer.Person == b || Rights.SeesAppraisals(viewer) || viewer.Leads && Rights.SeesGroup(viewer, GroupOf(b, fact.Month)));

    /// <summary>Whether it waits for an answer that the viewer may give.</summary>
    public bool MayAnswer(KeptAppeal appeal, KnownFact? fact) => appeal.State.IsOpen && !IsMine(appeal) && fact?.Parties.Contains(Name) != true && appeal.State.Answers.All(a => a.Who != Name)
        && (Rights.LeadsAppraisals(viewer) || appeal.State.Stage == AppealStage.Raised && viewer.Leads && Rights.SeesGroup(viewer, GroupOf(appeal.State.By, Month.Of(appeal.Day))));

    /// <summary>Who moved, as far as the viewer may see them; pay only to who sees it.</summary>
    public IReadOnlyList<Moved> Seen(IEnumerable<Moved> moved) => [.. moved.Where(m => Rights.Sees(viewer, m.Agent, GroupOf(m.Agent, m.Month)))
        .Select(m => Rights.SeesPay(viewer, m.Agent) ? m : m with { Before = m.Before with { Net = null }, After = m.After with { Net = null } }).Where(m => m.Before != m.After)];

    /// <summary>What is recorded, with the names of those the viewer may not see left out.</summary>
    public IReadOnlyList<FactLine> Seen(KnownFact fact) => [.. fact.Says.Select(line => line.Whose is { } whose && !SeesPerson(whose, fact.Month)
        ? line with { Value = new(line.Value.Zh.Replace(whose, "其他人", StringComparison.Ordinal), line.Value.En.Replace(whose, "somebody else", StringComparison.Ordinal)) } : line)];

    public bool SeesPerson(string name, Month month) => Rights.Sees(viewer, name, GroupOf(name, month));

    private string? GroupOf(string name, Month month) => roster.Find(name) is { } person ? roster.In(person.Id, month)?.Group : null;
}
