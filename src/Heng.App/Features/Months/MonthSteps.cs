using Heng.App.Features.Closing;
using Heng.App.Features.Plans;
using Heng.App.Features.Rules;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// The way from an earlier month's results to a later one's, one cause at a time: the earlier month as it was closed, as its records have it now, under the later
/// month's rules of counting, under its plans too, and then the later month itself. A step that changes nothing is not taken.
/// </summary>
public sealed class MonthSteps
{
    private readonly KeptMonth earlier, later;
    private readonly IReadOnlyList<(ChangeCause Cause, MonthBook Book)> between;

    private MonthSteps(KeptMonth earlier, KeptMonth later, IReadOnlyList<(ChangeCause, MonthBook)> between) => (this.earlier, this.later, this.between) = (earlier, later, between);

    public Month Earlier => earlier.Month;

    public static MonthSteps Between(Database database, KeptMonth earlier, KeptMonth later)
    {
        List<(ChangeCause, MonthBook)> between = [];
        var book = earlier.Book;
        if (earlier.Sealed is not null) between.Add((ChangeCause.Corrections, book));
        if (UnderRules(database, earlier.Book.Facts, earlier.Month, later.Month) is { } facts) between.Add((ChangeCause.Rules, book = book.Under(database, facts, book.Files)));
        // What counts may change by its dates alone, within one version.
        if (!Counting(book).SequenceEqual(Counting(later.Book))) between.Add((ChangeCause.Plan, book.Under(database, book.Facts, [.. later.Book.Files.Select(f => AsOn(f, later.Month.Last))])));
        return new(earlier, later, between);
    }

    /// <summary>The split of the score's difference; null where one of the months has none.</summary>
    public Change? Score(string agent) => Split(StandingOf(earlier.Sealed?.Card(agent), earlier, agent), StandingOf(later.Sealed?.Card(agent), later, agent), b => Standing.Of(b.Find(agent)?.Card));

    /// <summary>The split of the net pay's difference, by line; null where one of the months pays nothing.</summary>
    public Change? Pay(string agent) => Split(PayOf(earlier, agent), PayOf(later, agent), b => Standing.Of(b.Find(agent)?.Pay));

    private Change? Split(Standing? before, Standing? after, Func<MonthBook, Standing?> of) => before is null || after is null ? null
        : Change.Of(before, [.. between.Select(s => (s.Cause, of(s.Book))), (ChangeCause.Figures, after)]);

    private static Standing? StandingOf(SealedCard? closed, KeptMonth kept, string agent) => kept.Sealed is null ? Standing.Of(kept.Book.Find(agent)?.Card)
        : closed?.Score is not { } score ? null
        : Standing.Of(score, [.. closed.Items.Where(i => (i.Counted ?? i.Points) is not null).Select(i => new StandingPart(i.Item, i.Name, (i.Counted ?? i.Points)!.Value, i.Value, UnitOf(kept, agent, i.Item)))]);

    private static Standing? PayOf(KeptMonth kept, string agent) => kept.Find(agent) is not { } person ? null
        : !kept.PayIsSealed(person) ? Standing.Of(person.Live?.Pay)
        : person.SealedSlip is not { } closed ? null
        : Standing.Of(closed.Net, [.. closed.Lines.Select(l => new StandingPart(l.Line, l.Label, l.Amount, null, Unit.None))]);

    // The seal keeps numbers; the unit is that of the same item today.
    private static Unit UnitOf(KeptMonth kept, string agent, string item) => kept.Book.Find(agent)?.Card?.Items.FirstOrDefault(i => i.Item == item)?.Value.Unit ?? Unit.None;

    private static IEnumerable<(string, int, string)> Counting(MonthBook book) => book.Files.SelectMany(f => AsOn(f, book.Month.Last).Plans.Select(p => (f.Scheme, f.Version, p.Id)));

    /// <summary>The file as it counts on the day, for any month.</summary>
    private static PlanFileContent AsOn(PlanFileContent file, DateOnly day) => file with { Plans = [.. file.Plans.Where(p => p.Effective.Holds(day)).Select(p => p with { Effective = EffectiveDays.Always })] };

    /// <summary>The earlier month by the rules that the later one ended with; null where no shop's rules changed in between.</summary>
    private static PeriodFacts? UnderRules(Database database, PeriodFacts facts, Month earlier, Month later)
    {
        var changed = facts.Shops.Select(s => (Shop: s, Rules: database.RuleSets.Timeline(s.Id)))
            .Where(s => new[] { earlier.First, earlier.Last, later.First, later.Last }.Select(s.Rules.PlaceOf).Distinct().Count() > 1)
            .ToDictionary(s => s.Shop, s => s.Rules.On(later.Last));
        if (changed.Count == 0) return null;
        var rules = changed.GetValueOrDefault(facts.Shops[0]) ?? facts.Rules;
        return facts.Tried(rules, shop => changed.TryGetValue(shop, out var then) ? RulePreview.DaysUnder(database, shop, earlier, then) : null);
    }
}
