using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
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
        var step = CalibrationCycle.Set(Leads(by), set with { Who = by.Name, At = by.Now });
        if (step.Refused is { } refused) return (null, InspectionRefusals.Of(refused));
        var due = step.Happens!.Due ?? by.Today;
        var begun = Matters.Begin(new("", by.Today, due < by.Today ? by.Today : due), step.Happens)!;
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = by.Name, ["name"] = set.Name!, ["until"] = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        database.Notices.Tell([.. set.Invited!.Where(w => w != by.Name).Select(to => new Notice(to, SetKind, begun.Subject, words, Links.Calibration(begun.Id), by.Now))]);
        return (begun.Id, null);
    }

    public Refusal? Mark(KeptMatter<CalibrationHappening> kept, string item, IReadOnlyList<CriterionMark> marks, Inspector by) => Keep(kept, by, s => CalibrationCycle.Mark(s, by.Name, item, marks, by.Now));
    public Refusal? Open(KeptMatter<CalibrationHappening> kept, Inspector by) => Keep(kept, by, s => CalibrationCycle.Open(s, by.Name, Leads(by), by.Now));
    public Refusal? Agree(KeptMatter<CalibrationHappening> kept, string criterion, string words, Inspector by) => Keep(kept, by, s => CalibrationCycle.Agree(s, by.Name, Leads(by), criterion, words, by.Now));

    /// <summary>QA, HR and the manager lead calibrations.</summary>
    public static bool Leads(Inspector by) => by.Acts && Rights.DecidesInspections(by.Viewer);

    private Refusal? Keep(KeptMatter<CalibrationHappening> kept, Inspector by, Func<CalibrationState, CalibrationStep> decide)
    {
        if (by.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var step = decide(InspectionMatters.StateOf(kept));
        if (step.Refused is { } refused) return InspectionRefusals.Of(refused);
        return Matters.Append(kept, step.Happens!) ? null : DoingWords.ChangedMeanwhile;
    }
}
