using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.Plans;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Pay;

/// <summary>Everybody's tax year up to a month: what the closed months of the year sealed, the openings that were imported, and what was declared.</summary>
internal sealed class TaxYears
{
    private readonly Roster roster;
    private readonly Month month;
    private readonly Dictionary<Month, SealedResults> closed;
    private readonly ILookup<string, TaxOpening> openings;
    private readonly ILookup<string, SpecialDeduction> declared;

    private TaxYears(Database database, Month month, Roster roster)
    {
        (this.roster, this.month) = (roster, month);
        var records = new PeopleRecords(database, roster, new Period(new(month.Year, 1), month), database.ClosedInputs.Find(SealedMonth.Company, month));
        (openings, declared) = (records.TaxOpenings, records.SpecialDeductions);
        closed = Enumerable.Range(1, month.Number - 1).Select(number => (Month: new Month(month.Year, number), Sealed: SealedMonth.Find(database, new(month.Year, number))))
            .Where(m => m.Sealed is not null).ToDictionary(m => m.Month, m => new SealedResults(m.Sealed!));
    }

    /// <summary>Null where no scheme withholds tax: then nothing of it is read.</summary>
    public static TaxYears? Of(Database database, Month month, Roster roster, IReadOnlyList<PlanFileContent> files) =>
        files.Any(f => f.Pay?.Components.Any(c => c is IncomeTax) == true) ? new(database, month, roster) : null;

    public TaxYear Of(Person person) => TaxYear.Of(month, m => roster.In(person.Id, m) is not null, m => TaxedOf(m, person.Name), openings[person.Name], declared[person.Name]);

    private TaxedMonth? TaxedOf(Month of, string agent) =>
        closed.GetValueOrDefault(of)?.Slip(agent) is { } slip ? TaxedMonth.Of(of, [.. slip.Lines.Select(l => (l.Kind ?? PayKind.Work, l.Amount))]) : null;
}
