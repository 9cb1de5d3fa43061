using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>How the small records of one holding are put away, what days their files cover, and whom a record names.</summary>
internal sealed class KeptRecordImport
{
    private static readonly Dictionary<Holding, KeptRecordImport> All = new()
    {
        [Holding.Reported] = For(RecordKinds.Reported),
        [Holding.Punches] = For(RecordKinds.Punches),
        [Holding.Roster] = new(null, (import, records, changes) => import.Shifts(records, changes)),
        [Holding.BuyerAliases] = new(null, (import, records, changes) => import.Aliases(records, changes)),
        [Holding.Bindings] = new(null, (import, records, changes) => import.Bindings(records, changes)),
        [Holding.Coverage] = new(null, (import, records, changes) => import.Coverage(records, changes)),
        [Holding.Leave] = For(RecordKinds.Leave),
        [Holding.Calendar] = For(RecordKinds.Calendar),
        [Holding.StatusLog] = For(RecordKinds.StatusLog),
        [Holding.Calls] = For(RecordKinds.Calls),
        [Holding.Cases] = new(RecordKinds.Cases.Covers, (import, records, changes) => import.Cases(records, changes)),
        [Holding.Complaints] = For(RecordKinds.Complaints),
        [Holding.OperationErrors] = For(RecordKinds.OperationErrors),
        [Holding.Incidents] = For(RecordKinds.Incidents),
        [Holding.Training] = For(RecordKinds.Training),
        [Holding.Exams] = For(RecordKinds.Exams),
        [Holding.Tasks] = For(RecordKinds.Tasks),
        [Holding.Suggestions] = For(RecordKinds.Suggestions),
        [Holding.Activities] = For(RecordKinds.Activities),
        [Holding.Handovers] = For(RecordKinds.Handovers),
        [Holding.Surveys] = For(RecordKinds.Surveys),
        [Holding.ReviewWork] = For(RecordKinds.ReviewWork),
        [Holding.ReportedReceptions] = For(RecordKinds.ReportedReceptions),
        [Holding.Targets] = For(RecordKinds.Targets),
        [Holding.Goals] = For(RecordKinds.Goals),
        [Holding.Measures] = For(RecordKinds.Measures),
        [Holding.TaxOpenings] = For(RecordKinds.TaxOpenings),
        [Holding.SpecialDeductions] = For(RecordKinds.SpecialDeductions),
        [Holding.MinimumWages] = For(RecordKinds.MinimumWages),
        [Holding.PlanNotices] = For(RecordKinds.PlanNotices),
        [Holding.BankAccounts] = new(null, (import, records, changes) => import.BankAccounts(records, changes)),
        [Holding.Corrections] = new(null, (import, records, changes) => import.Corrections(records, changes)),
        [Holding.Inspections] = For(RecordKinds.Inspections),
        [Holding.Items] = For(RecordKinds.Items),
        [Holding.Refunds] = For(RecordKinds.Refunds),
    };

    private KeptRecordImport(Source? covers, Func<RecordImport, IReadOnlyList<object>, Changes?, MergeCounts> put) => (Covers, Put) = (covers, put);

    public Source? Covers { get; }

    /// <summary>Merges, or without changes only compares.</summary>
    public Func<RecordImport, IReadOnlyList<object>, Changes?, MergeCounts> Put { get; }

    public static KeptRecordImport Of(Holding holding) => All[holding];

    /// <summary>Whom a record of work is about, by name or account; null for other records.</summary>
    public static (string Agent, DateOnly Day)? WhoIn(object record) => record switch
    {
        Call call => (call.Agent, ShopClock.Shanghai.DayOf(call.At)),
        Case one => (one.Holder, ShopClock.Shanghai.DayOf(one.OpenedAt)),
        Complaint complaint => (complaint.Agent, ShopClock.Shanghai.DayOf(complaint.At)),
        OperationError error => (error.Agent, error.Day),
        Incident incident => (incident.Agent, incident.Day),
        TrainingSeat seat => (seat.Agent, seat.Day),
        Exam exam => (exam.Agent, exam.Day),
        Assignment task => (task.Agent, task.Due),
        Suggestion suggestion => (suggestion.Agent, suggestion.Day),
        Activity activity => (activity.Agent, activity.Day),
        Handover handover => (handover.Agent, handover.Day),
        SurveyAnswer answer => (answer.Agent, ShopClock.Shanghai.DayOf(answer.At)),
        ReviewWork work => (work.Agent, ShopClock.Shanghai.DayOf(work.ReviewedAt)),
        ReportedReception row => (row.Account, ShopClock.Shanghai.DayOf(row.From)),
        Goal goal => (goal.Agent, goal.Due),
        MeasureTaken measure => (measure.Agent, measure.Day),
        Inspected inspected => (inspected.Agent, inspected.Day),
        TaxOpening opening => (opening.Agent, opening.Through.Last),
        SpecialDeduction declared => (declared.Agent, declared.From.First),
        Correction { Person.Length: > 0 } correction => (correction.Person, correction.Day),
        PlanNotice { Agent.Length: > 0 } notice => (notice.Agent, notice.Day),
        BankAccount account => (account.Agent, account.From),
        Target { Agent.Length: > 0 } target => (target.Agent, target.Month.Last),
        Refund { Counts: true } refund when (refund.Operator ?? refund.Reviewer) is { } who => (who, ShopClock.Shanghai.DayOf(refund.FinishedAt!.Value)),
        Reported { Account.Length: > 0 } row => (row.Account, row.To),
        _ => null,
    };

    private static KeptRecordImport For<T>(RecordKind<T> kind) where T : class =>
        new(kind.Covers == Source.None ? null : kind.Covers, (import, records, changes) => import.Kept(kind, records, changes));
}
