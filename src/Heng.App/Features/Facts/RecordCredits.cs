using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Work;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>What the small records of a shop, or of the company, add to whom. Its facts are named by <see cref="RecordFact"/>.</summary>
internal sealed class RecordCredits(Database database, Shop shop, Roster roster, RuleSet rules, DateOnly first, DateOnly last)
{
    /// <summary>Days before and after a changed one that its records can reach: a shift that ends after midnight.</summary>
    public const int Margin = 2;

    /// <summary>A case is judged by what its buyer did until three days after it was solved, and by whether it is overdue: so many days later nobody looks again.</summary>
    public const int CaseReach = 60;

    public static IReadOnlyList<Contribution> Of(Database database, Shop shop, Roster roster, RuleSet rules, DateOnly first, DateOnly last) =>
        new RecordCredits(database, shop, roster, rules, first, last).All();

    private IReadOnlyList<Contribution> All() => [.. shop == Shops.Company ? new DutyRecords(database, roster, first, last).Credits() : [], .. Work(), .. Cases(), .. Refunds()];

    private IEnumerable<Contribution> Work() =>
    [
        .. Each(RecordKinds.Calls, c => c.Agent, WorkCredits.Of), .. Each(RecordKinds.Complaints, c => c.Agent, WorkCredits.Of),
        .. Each(RecordKinds.OperationErrors, e => e.Agent, WorkCredits.Of), .. Each(RecordKinds.Incidents, i => i.Agent, WorkCredits.Of),
        .. Each(RecordKinds.Training, t => t.Agent, WorkCredits.Of), .. Each(RecordKinds.Exams, e => e.Agent, WorkCredits.Of),
        .. Many(RecordKinds.Tasks, t => t.Agent, WorkCredits.Of), .. Each(RecordKinds.Suggestions, s => s.Agent, WorkCredits.Of),
        .. Each(RecordKinds.Activities, a => a.Agent, WorkCredits.Of), .. Each(RecordKinds.Handovers, h => h.Agent, WorkCredits.Of),
        .. Many(RecordKinds.Targets, t => t.Agent, WorkCredits.Of), .. Each(RecordKinds.Surveys, s => s.Agent, WorkCredits.Of), .. Each(RecordKinds.ReviewWork, w => w.Agent, WorkCredits.Of),
    ];

    /// <summary>A case waits for its buyer's return, and is overdue by the end of what the files cover.</summary>
    private IEnumerable<Contribution> Cases()
    {
        var cases = database.Records(RecordKinds.Cases).Between(shop.Id, first, last.AddDays(CaseReach));
        if (cases.Count == 0) return [];
        var until = database.Coverage.Span(shop.Id, Source.Cases) is { } span ? rules.Clock.EndOf(span.Last) : new(0);
        var buyers = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id));
        return CaseCredits.Of([.. cases.Select(c => c with { Buyer = c.Buyer is { } name ? buyers.Joining(name) : null })], rules.Clock, until)
            .Select(c => new Contribution(FactKind.Record, RecordFact.Of(RecordKinds.Cases.Name, c.Case.Id), roster.PersonOf(c.Case.Holder, c.Day), c.Day, c.Measures, c.State));
    }

    /// <summary>A refund is the work of whoever reviewed it and whoever paid it, once where that is one person.</summary>
    private IEnumerable<Contribution> Refunds() =>
        from refund in database.Records(RecordKinds.Refunds).Between(shop.Id, first.AddDays(-Margin), last.AddDays(Margin))
        where refund.Counts
        let part = WorkCredits.Of(refund, rules.Clock)
        from agent in new[] { refund.Reviewer, refund.Operator }.OfType<string>().Distinct(StringComparer.Ordinal).Select(who => roster.PersonOf(who, part.Day)).Distinct()
        select new Contribution(FactKind.Record, RecordFact.Of(RecordKinds.Refunds.Name, RecordKinds.Refunds.KeyOf(refund)), agent, part.Day, part.Measures, ValueState.Final);

    private IEnumerable<Contribution> Each<T>(RecordKind<T> kind, Func<T, string> who, Func<T, ShopClock, (DateOnly Day, Measures Measures)> credit) where T : class =>
        Many(kind, who, (record, clock) => [credit(record, clock)]);

    private IEnumerable<Contribution> Many<T>(RecordKind<T> kind, Func<T, string> who, Func<T, ShopClock, IEnumerable<(DateOnly Day, Measures Measures)>> credit) where T : class =>
        from record in database.Records(kind).Between(shop.Id, first.AddDays(-Margin), last.AddDays(Margin))
        from part in credit(record, rules.Clock)
        select new Contribution(FactKind.Record, RecordFact.Of(kind.Name, kind.KeyOf(record)), roster.PersonOf(who(record), part.Day), part.Day, part.Measures, ValueState.Final);
}
