using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Heng.Engine.Quality.Inspection;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>Sets calibrations, takes the marks of those invited, opens them, and keeps what was agreed.</summary>
public sealed class CalibrationDoing(Database database)
{
    public const string SetKind = "calibration-set";

    private Matters<CalibrationHappening> Matters => database.Matters(InspectionMatters.Calibrations);

    public (long? Id, Refusal? Refused) Set(CalibrationHappening set, Inspector by)
    {
        if (by.Viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        var step = CalibrationCycle.Set(Leads(by), set with { Who = by.Name, At = by.Now }, by.Today);
        if (step.Refused is { } refused) return (null, InspectionRefusals.Of(refused));
        if (Faults(step.Happens!) is { } fault) return (null, InspectionRefusals.Of(fault));
        var due = step.Happens!.Due!.Value;
        var begun = Matters.Begin(new("", by.Today, due), step.Happens)!;
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = by.Name, ["name"] = set.Name!, ["until"] = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        database.Notices.Tell([.. set.Invited!.Where(w => w != by.Name).Select(to => new Notice(to, SetKind, begun.Subject, words, Links.Calibration(begun.Id), by.Now))]);
        return (begun.Id, null);
    }

    public Refusal? Mark(KeptMatter<CalibrationHappening> kept, string item, IReadOnlyList<CriterionMark> marks, Inspector by) =>
        CalibrationCycle.Mark(InspectionMatters.StateOf(kept), by.Name, item, marks, by.Now).Refused is { } refused ? InspectionRefusals.Of(refused, InspectionMatters.StateOf(kept).Form, marks)
        : !Sees(by.Viewer, item) ? InspectionRefusals.Of(InspectionRefusal.ItemUnseen)
        : Keep(kept, by, s => CalibrationCycle.Mark(s, by.Name, item, marks, by.Now));
    public Refusal? Open(KeptMatter<CalibrationHappening> kept, Inspector by) => Keep(kept, by, s => CalibrationCycle.Open(s, by.Name, Leads(by), by.Now));
    public Refusal? Agree(KeptMatter<CalibrationHappening> kept, string criterion, string words, Inspector by) => Keep(kept, by, s => CalibrationCycle.Agree(s, by.Name, Leads(by), criterion, words, by.Now));

    /// <summary>QA, HR and the manager lead calibrations.</summary>
    public static bool Leads(Inspector by) => by.Acts && Rights.DecidesInspections(by.Viewer);

    /// <summary>Whom one may ask: who inspects for the company or a group, or decides about inspections.</summary>
    public static bool MayBeAsked(Viewer viewer) => Rights.DecidesInspections(viewer) || viewer.Leads;

    /// <summary>Marks are of a chat that was read: everybody who is asked has to be somebody who sees all of them.</summary>
    private InspectionRefusal? Faults(CalibrationHappening set)
    {
        var roster = database.People.Roster;
        if (set.Items!.Any(i => ReceptionOf(i) is null)) return InspectionRefusal.ItemUnknown;
        var asked = database.Users.All.Where(u => !u.Disabled).Select(u => Viewers.Of(database, u)).Where(MayBeAsked).Select(v => (AppraisalDoing.ActorOf(v, roster).Name, Viewer: v)).ToLookup(v => v.Name, v => v.Viewer, StringComparer.Ordinal);
        if (set.Invited!.Any(w => !asked.Contains(w))) return InspectionRefusal.NotInspector;
        return set.Invited!.Any(w => set.Items!.Any(i => !asked[w].Any(v => Sees(v, i)))) ? InspectionRefusal.ItemUnseen : null;
    }

    private bool Sees(Viewer viewer, string item) => ReceptionOf(item) is { } reception && new Sight(viewer, database.People.Roster).Sees(reception.Agent, reception.Day);

    private Reception? ReceptionOf(string item) => long.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? database.Shops.All.Select(s => database.Facts.Reception(s.Id, id)).FirstOrDefault(r => r is not null) : null;

    private Refusal? Keep(KeptMatter<CalibrationHappening> kept, Inspector by, Func<CalibrationState, CalibrationStep> decide)
    {
        if (by.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var step = decide(InspectionMatters.StateOf(kept));
        if (step.Refused is { } refused) return InspectionRefusals.Of(refused);
        return Matters.Append(kept, step.Happens!) ? null : DoingWords.ChangedMeanwhile;
    }
}
