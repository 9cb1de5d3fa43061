using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Exports;

/// <summary>Whose records, and of which days; without an end all of them.</summary>
public sealed record ExportAsk(Database Database, IReadOnlyList<Shop> Shops, DateOnly? From, DateOnly? To)
{
    public bool Holds(DateOnly first, DateOnly last) => (From is not { } from || last >= from) && (To is not { } to || first <= to);
    public bool Holds((DateOnly First, DateOnly Last) days) => Holds(days.First, days.Last);
    public bool Holds(Instant? at) => at is { } moment && ShopClock.Shanghai.DayOf(moment) is var day && Holds(day, day);
}

/// <summary>A kind of records to take away (导出): the format it is written in, which is read again, and its records one after another.</summary>
public sealed record RecordExport(Format Format, Func<ExportAsk, IEnumerable<object>> Records)
{
    /// <summary>What people are paid, or who gave them which mark.</summary>
    public bool Pay { get; init; }

    public string Name => Format.Holds == Holding.Messages ? "messages" : Format.Id;
    public string FileName => Name + (Format.Shape == Shape.JsonLines ? ".ndjson" : ".csv");

    /// <summary>In the order in which they are imported best: who is who comes first.</summary>
    public static readonly IReadOnlyList<RecordExport> All =
    [
        new(Of("people"), a => a.Database.People.Employments.Where(e => a.Holds(e.From, e.To ?? DateOnly.MaxValue))) { Pay = true },
        Undated("account-bindings", RecordKinds.Bindings), Undated("buyer-aliases", RecordKinds.BuyerAliases),
        new(Of("messages-ndjson"), Messages),
        new(Of("orders"), a => a.Shops.SelectMany(s => a.Database.Orders.Walk(s.Id)).Where(o => a.Holds(o.Created) || a.Holds(o.PaidAt))),
        Undated("order-items", RecordKinds.Items), Dated("refunds", RecordKinds.Refunds),
        new(Of("ratings"), a => a.Shops.SelectMany(s => a.Database.Ratings.Walk(s.Id)).Where(r => a.Holds(r.SentAt) || a.Holds(r.RatedAt))),
        new(Of("reviews"), a => a.Shops.SelectMany(s => a.Database.Reviews.Walk(s.Id)).Where(r => a.Holds(r.At))),
        new(Of("entries"), a => a.Database.Entries.Walk().Where(e => a.Holds(e.Month.First, e.Month.Last))) { Pay = true },
        new(Of("attendance"), a => a.Database.Attendances.Walk().Where(e => a.Holds(e.Month.First, e.Month.Last))) { Pay = true },
        new(Of("adjustments"), a => a.Database.Adjustments.Walk().Where(e => a.Holds(e.Month.First, e.Month.Last))) { Pay = true },
        Dated("tax-openings", RecordKinds.TaxOpenings) with { Pay = true }, Dated("special-deductions", RecordKinds.SpecialDeductions) with { Pay = true },
        Dated("minimum-wages", RecordKinds.MinimumWages), Dated("plan-notices", RecordKinds.PlanNotices),
        Dated("targets", RecordKinds.Targets), Dated("goals", RecordKinds.Goals), Dated("measures", RecordKinds.Measures), Dated("qa-cards", RecordKinds.Inspections), Dated("punches", RecordKinds.Punches), Dated("roster", RecordKinds.Roster), Dated("leave", RecordKinds.Leave), Dated("calendar", RecordKinds.Calendar),
        Dated("status-log", RecordKinds.StatusLog), Dated("calls", RecordKinds.Calls), Dated("cases", RecordKinds.Cases), Dated("complaints", RecordKinds.Complaints),
        Dated("operation-errors", RecordKinds.OperationErrors), Dated("incidents", RecordKinds.Incidents), Dated("training", RecordKinds.Training), Dated("exams", RecordKinds.Exams),
        Dated("tasks", RecordKinds.Tasks), Dated("suggestions", RecordKinds.Suggestions), Dated("activities", RecordKinds.Activities), Dated("handovers", RecordKinds.Handovers),
        Dated("surveys", RecordKinds.Surveys), Dated("review-work", RecordKinds.ReviewWork), Dated("reported", RecordKinds.Reported), Dated("reported-receptions", RecordKinds.ReportedReceptions),
        new(Of("corrections"), a => a.Shops.Append(Shops.Company).SelectMany(s => a.Database.Records(RecordKinds.Corrections).Walk(s.Id)).Where(c => a.Holds(RecordKinds.Corrections.DaysOf(c)))) { Pay = true },
        new(Of("coverage"), Coverage),
    ];

    private static Format Of(string format) => Formats.Find(format)!;

    private static RecordExport Dated<T>(string format, RecordKind<T> kind) where T : class => new(Of(format), a => Walk(a, Of(format), kind).Where(r => a.Holds(kind.DaysOf(r))));

    /// <summary>What is of no day is there whatever the days.</summary>
    private static RecordExport Undated<T>(string format, RecordKind<T> kind) where T : class => new(Of(format), a => Walk(a, Of(format), kind));

    private static IEnumerable<T> Walk<T>(ExportAsk ask, Format format, RecordKind<T> kind) where T : class =>
        (format.Columns.Any(c => c.Name == "shop") ? ask.Shops : [Shops.Company]).SelectMany(s => ask.Database.Records(kind).Walk(s.Id));

    private static IEnumerable<object> Messages(ExportAsk ask) =>
        from shop in ask.Shops
        from day in ask.Database.Days.Between(shop.Id, ask.From ?? DateOnly.MinValue, ask.To ?? DateOnly.MaxValue)
        from message in ask.Database.Days.LoadMessages(shop.Id, day.Day)
        select (object)message;

    private static IEnumerable<object> Coverage(ExportAsk ask) =>
        from shop in ask.Shops
        from covered in ask.Database.Coverage.Stretches(shop.Id)
        // What rules looked at follows from the rules, and an empty folder has none.
        where covered.Source is not (Source.None or Source.Quality) && ask.Holds(covered.First, covered.Last)
        select new Covered(shop.Name, covered.Source, covered.First < ask.From ? ask.From.Value : covered.First, covered.Last > ask.To ? ask.To.Value : covered.Last);
}
