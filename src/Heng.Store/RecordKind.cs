using System.Globalization;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>
/// A kind of small records: the name it is stored under (never renamed), the source whose days its files cover, the shop it is of (empty: the company),
/// its natural key within the shop, and the days it speaks of.
/// </summary>
public sealed record RecordKind<T>(string Name, Source Covers, Func<T, string> ShopOf, Func<T, string> KeyOf, Func<T, (DateOnly First, DateOnly Last)> DaysOf)
    where T : class
{
    /// <summary>The order that the record is about: the first part of its key. A change of it changes that order's days.</summary>
    public Func<T, string>? OrderOf { get; init; }
    /// <summary>Its records say no day of their own: they are found by their order, and cover nothing.</summary>
    public bool Undated { get; init; }
}

/// <summary>Every kind of small records.</summary>
public static class RecordKinds
{
    public static readonly RecordKind<Reported> Reported = new(
        "reported", Source.Reported, r => r.Shop, r => Stored.Key(r.Source, r.Account, Stored.Text(Stored.Day(r.From)), Stored.Text(Stored.Day(r.To)), r.Item ?? "", r.Counter ?? ""), r => (r.From, r.To));

    public static readonly RecordKind<Punches> Punches = new(
        "punches", Source.Duty, _ => "", p => Stored.Key(p.Name, p.Account, Span(p.From, p.To), p is { At: [var one] } && p.From == p.To ? Stored.Text(one.UnixSeconds) : ""), p => (p.From, p.To));

    // What nobody counts by itself covers nothing.
    public static readonly RecordKind<RosterDay> Roster = new("roster", Source.None, _ => "", r => Stored.Key(r.Name, r.Account, Span(r.Day, r.Day)), r => (r.Day, r.Day));
    public static readonly RecordKind<AccountBinding> Bindings = new(
        "account-binding", Source.None, _ => "", b => Stored.Key(b.Account, b.Person, Print(b.From), Stored.Text(b.At.UnixSeconds)), b => (b.From, b.From));
    // Of no day: an alias holds whenever a name comes.
    public static readonly RecordKind<BuyerAlias> BuyerAliases = new("buyer-alias", Source.None, a => a.Shop, a => a.Alias, _ => default);
    public static readonly RecordKind<Leave> Leave = new("leave", Source.None, _ => "", l => Stored.Key(l.Form), l => (DayOf(l.From).First, DayOf(l.To.Plus(-1)).Last));
    public static readonly RecordKind<CalendarDay> Calendar = new("calendar", Source.None, _ => "", d => Stored.Key(Span(d.Day, d.Day)), d => (d.Day, d.Day));
    public static readonly RecordKind<StatusChange> StatusLog = new(
        "status-log", Source.Status, _ => "", c => Stored.Key(c.Account, Stored.Text(c.At.UnixSeconds), Stored.Text((sbyte)c.Status), Stored.Text(c.Device)), c => DayOf(c.At));

    // What only stands beside numbers, or is aimed at, covers nothing.
    public static readonly RecordKind<ReportedReception> ReportedReceptions = new(
        "reported-reception", Source.None, r => r.Shop, r => Stored.Key(r.Account, r.Buyer, Stored.Text(r.From.UnixSeconds)), r => DayOf(r.From));
    public static readonly RecordKind<Target> Targets = new("target", Source.None, t => t.Shop, t => Stored.Key(t.Month.ToString(), t.Agent, t.Metric), t => (t.Month.First, t.Month.Last));
    public static readonly RecordKind<Goal> Goals = new("goal", Source.None, _ => "", g => Stored.Key(Print(g.Due), g.Agent, g.Name), g => (g.Due, g.Due));
    public static readonly RecordKind<MeasureTaken> Measures = new("measure", Source.None, _ => "", m => m.For is null ? Stored.Key(Print(m.Day), m.Agent, Stored.Text((sbyte)m.Kind)) : Stored.Key(Print(m.Day), m.Agent, Stored.Text((sbyte)m.Kind), m.For), m => (m.Day, m.Day));
    // What holds from a day on stands under that day, and is asked for as a whole.
    public static readonly RecordKind<TaxOpening> TaxOpenings = new("tax-opening", Source.None, _ => "", t => Stored.Key(t.Through.ToString(), t.Agent), t => (t.Through.First, t.Through.Last));
    public static readonly RecordKind<SpecialDeduction> SpecialDeductions = new(
        "special-deduction", Source.None, _ => "", s => Stored.Key(s.Agent, s.Kind, s.From.ToString()), s => (s.From.First, s.From.First));
    public static readonly RecordKind<MinimumWage> MinimumWages = new("minimum-wage", Source.None, _ => "", m => Stored.Key(m.Place, Print(m.From)), m => (m.From, m.From));
    public static readonly RecordKind<PlanNotice> PlanNotices = new(
        "plan-notice", Source.None, _ => "", n => Stored.Key(n.Scheme, Stored.Text(n.Version), n.Agent, Stored.Text((byte)n.Kind)), n => (n.Day, n.Day));
    public static readonly RecordKind<ClosedBankAccount> BankAccounts = new("bank-account", Source.None, _ => "", a => Stored.Key(a.Agent, Print(a.From)), a => (a.From, a.From));
    public static readonly RecordKind<Call> Calls = new("call", Source.Calls, c => c.Shop, c => c.Id, c => DayOf(c.At));
    public static readonly RecordKind<Case> Cases = new("case", Source.Cases, c => c.Shop, c => c.Id, c => DayOf(c.OpenedAt));
    public static readonly RecordKind<Complaint> Complaints = new("complaint", Source.Complaints, c => c.Shop, c => c.Id, c => DayOf(c.At));
    public static readonly RecordKind<OperationError> OperationErrors = new(
        "operation-error", Source.Errors, e => e.Shop, e => Stored.Key(Print(e.Day), e.Agent, e.Kind, e.OrderId ?? ""), e => (e.Day, e.Day));
    public static readonly RecordKind<Incident> Incidents = new(
        "incident", Source.Incidents, i => i.Shop, i => Stored.Key(Print(i.Day), i.Agent, i.Kind, Stored.Text(i.Number)), i => (i.Day, i.Day));
    public static readonly RecordKind<TrainingSeat> Training = new("training", Source.Training, _ => "", t => Stored.Key(Print(t.Day), t.Course, t.Agent), t => (t.Day, t.Day));
    public static readonly RecordKind<Exam> Exams = new("exam", Source.Exams, _ => "", e => Stored.Key(Print(e.Day), e.Name, e.Agent), e => (e.Day, e.Day));
    public static readonly RecordKind<Assignment> Tasks = new("task", Source.Tasks, _ => "", t => Stored.Key(Print(t.Due), t.Name, t.Agent), t => Both(t.Due, t.DoneOn ?? t.Due));
    public static readonly RecordKind<Suggestion> Suggestions = new("suggestion", Source.Suggestions, _ => "", s => Stored.Key(Print(s.Day), s.Agent, s.What), s => (s.Day, s.Day));
    public static readonly RecordKind<Activity> Activities = new(
        "activity", Source.Activities, _ => "", a => Stored.Key(Print(a.Day), a.Agent, a.Kind == ActivityKind.Sharing ? "sharing" : "project", a.Name), a => (a.Day, a.Day));
    public static readonly RecordKind<Handover> Handovers = new("handover", Source.Handovers, _ => "", h => Stored.Key(Print(h.Day), h.Agent, h.Shift ?? ""), h => (h.Day, h.Day));
    public static readonly RecordKind<SurveyAnswer> Surveys = new("survey", Source.Surveys, s => s.Shop, s => s.Id, s => DayOf(s.At));
    public static readonly RecordKind<ReviewWork> ReviewWork = new("review-work", Source.ReviewWork, w => w.Shop, w => Stored.Key(w.OrderId, w.Item), w => DayOf(w.ReviewedAt));

    // No inspection is no value, and never 0: it covers nothing.
    public static readonly RecordKind<Inspected> Inspections = new("qa-card", Source.None, _ => "", i => Stored.Key(Print(i.Day), i.Agent, i.Id), i => (i.Day, i.Day));

    public static readonly RecordKind<Correction> Corrections = new("correction", Source.None, c => c.Shop, c => Stored.Key(Print(c.Kind), c.Fact, Stored.Text(c.At.UnixSeconds), c.Appeal),
        c => Correction.IsOfMonth(c.Kind) ? (Month.Of(c.Day).First, Month.Of(c.Day).Last) : (c.Day, c.Day));

    public static readonly RecordKind<OrderItem> Items = new("order-item", Source.Items, i => i.Shop,
        i => i.Id.Length > 0 ? Stored.Key(i.OrderId, i.Id) : Stored.Key(i.OrderId, "", i.Title ?? "", i.Code ?? "", i.Properties ?? ""), _ => default) { OrderOf = i => i.OrderId, Undated = true };
    public static readonly RecordKind<Refund> Refunds = new(
        "refund", Source.Refunds, r => r.Shop, r => Stored.Key(r.OrderId, r.Id), r => Both(DayOf((r.AppliedAt ?? r.FinishedAt)!.Value).First, DayOf((r.FinishedAt ?? r.AppliedAt)!.Value).First))
    { OrderOf = r => r.OrderId };

    private static string Print(CorrectedFact kind) => Stored.Text((byte)kind);

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (DateOnly, DateOnly) Both(DateOnly a, DateOnly b) => a <= b ? (a, b) : (b, a);

    private static string Span(DateOnly from, DateOnly to) => Stored.Text(Stored.Day(from)) + "-" + Stored.Text(Stored.Day(to));

    internal static (DateOnly First, DateOnly Last) DayOf(Instant at) => ShopClock.Shanghai.DayOf(at) is var day ? (day, day) : default;
}
