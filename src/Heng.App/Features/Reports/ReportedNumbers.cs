using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Reports;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Reports;

/// <summary>What the platforms' own reports say of a period, and whom each row is about. A row of an account nobody is bound to is nobody's, and so is that of a shared one: its sum cannot be divided.</summary>
public sealed class ReportedNumbers
{
    private readonly CatalogueOfRule catalogue;
    private readonly Roster roster;

    private ReportedNumbers(CatalogueOfRule catalogue, Roster roster, IReadOnlyList<ReportRow> rows)
    {
        (this.catalogue, this.roster) = (catalogue, roster);
        OfShop = [.. rows.Where(r => r.Row.Account.Length == 0)];
        OfPeople = [.. rows.Where(r => r.Row.Account.Length > 0).Select(r => (r, roster.IsShared(r.Row.Account, r.Row.From, r.Row.To, r.Row.Shop) ? 0 : roster.PersonOf(r.Row.Account, r.Row.To, r.Row.Shop)))];
    }

    /// <summary>Rows of whole shops.</summary>
    public IReadOnlyList<ReportRow> OfShop { get; }

    /// <summary>Rows of accounts, each with its person; 0 is nobody.</summary>
    public IReadOnlyList<(ReportRow Row, int Person)> OfPeople { get; }

    /// <summary>What tools list of single receptions, each with its person.</summary>
    public IReadOnlyList<(ReportedReception Row, int Person)> Receptions { get; private init; } = [];

    public bool IsEmpty => OfShop.Count == 0 && OfPeople.Count == 0;

    public static ReportedNumbers Load(Database database, IReadOnlyList<Shop> shops, DateOnly from, DateOnly to, CatalogueOfRule catalogue, Roster roster)
    {
        var table = database.Records(RecordKinds.Reported);
        return new(catalogue, roster, [.. shops.Append(Shops.Company).SelectMany(s => table.DatedBetween(s.Id, from, to))
            .Where(r => r.Record.Item is null).Select(r => new ReportRow(r.Record, r.Exported) { Import = r.Import })])
        {
            Receptions = [.. shops.SelectMany(s => database.Records(RecordKinds.ReportedReceptions).Between(s.Id, from, to)).Select(r => (r, roster.PersonOf(r.Account, ShopClock.Shanghai.DayOf(r.From), r.Shop)))],
        };
    }

    public (Explained Number, string? Source) OfPerson(int person, Metric metric, DateOnly from, DateOnly to) =>
        Read(OfPeople.Where(r => r.Person == person).Select(r => r.Row), metric, from, to);

    /// <summary>A group's: rows of whoever was in it on the row's last day.</summary>
    public (Explained Number, string? Source) OfGroup(string group, Metric metric, DateOnly from, DateOnly to) =>
        Read(OfPeople.Where(r => r.Person > 0 && roster.On(r.Person, r.Row.Row.To)?.Group == group).Select(r => r.Row), metric, from, to);

    /// <summary>The shop's own rows, and nobody's else.</summary>
    public (Explained Number, string? Source) OfShopAlone(Metric metric, DateOnly from, DateOnly to) => Read(OfShop, metric, from, to);

    /// <summary>The shop's own rows where a report has them for this metric, else everybody's together.</summary>
    public (Explained Number, string? Source) OfWhole(Metric metric, DateOnly from, DateOnly to) =>
        Read(OfShop, metric, from, to) is ({ Value: not null }, _) own ? own : Read(OfPeople.Select(r => r.Row), metric, from, to);

    private (Explained, string?) Read(IEnumerable<ReportRow> rows, Metric metric, DateOnly from, DateOnly to)
    {
        var reading = new ReportReading(catalogue, [.. rows]);
        var (number, source) = (reading.Of(metric, from, to), reading.SourceOf(metric, from, to));
        var (told, days) = (source is null ? 0 : DaysOf(source, from, to), to.DayNumber - from.DayNumber + 1);
        return (number.Value is null || told == days ? number : Partly(number, told, days), source);
    }

    // The report's own days, whoever they are about: nobody stands in it on a day off.
    private int DaysOf(string source, DateOnly from, DateOnly to) => OfShop.Concat(OfPeople.Select(r => r.Row)).Where(r => r.Row.Source == source && r.Row.From >= from && r.Row.To <= to)
        .Select(r => (r.Row.From, r.Row.To)).Distinct().SelectMany(r => Enumerable.Range(r.From.DayNumber, r.To.DayNumber - r.From.DayNumber + 1)).Distinct().Count();

    private static Explained Partly(Explained number, int told, int days)
    {
        var note = new Wording($"报表只有 {days} 天中的 {told} 天", $"the report tells {told} of {days} days");
        return number with { State = ValueState.Provisional, Note = number.Note is { } other ? new($"{other.Zh}；{note.Zh}", $"{other.En}; {note.En}") : note };
    }
}
