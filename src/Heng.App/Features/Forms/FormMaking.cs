using Heng.App.Features.Explain;
using Heng.App.Features.Months;
using Heng.App.Features.PersonReports;
using Heng.App.Features.PlanPages;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Forms;

/// <summary>
/// Makes somebody's form from the card and its explanation: marks are read as the card explains them, which tells no peer's from another's, and never from the entries themselves. Points and
/// score of a closed month are the sealed ones.
/// </summary>
public sealed class FormMaking(Database database, KeptMonth kept, Viewer viewer, Language language)
{
    private const int MostFacts = 6;

    public FormView Of(MonthPerson person)
    {
        var own = ReadCard.Of(kept, person);
        var plan = Targets.PlanOf(kept.Book, own?.Plan, own?.Version);
        // Of one person the numbers are opened down to the incidents.
        var card = kept.Book.Find(person.Name) is null ? null : kept.Book.Opened(database, who => who == person.Name).Find(person.Name)?.Card;
        // It is handed to the person, so it tells of nobody else.
        var notes = MonthNotes.Of(kept, new(person.Name, Role.Agent, person.Name, person.Group)).Concat((kept.Sealed is null ? card?.Notes : person.SealedCard?.Notes) ?? []);
        if (person.SealedCard is { Stretches.Count: > 0 } || card is { Stretches.Count: > 0 }) notes = notes.Append(new("这个月分段考核：各段的项目见评分卡，此表只列总分。", "The month is in stretches: their items stand on the score card, and this form has the total alone."));
        return new(
            kept.Month, person.Name, person.Group, person.Position, plan?.Title, own?.Version, own?.Score, plan?.TotalWeight ?? 100m, own?.Grade, kept.Sealed is not null,
            plan is null || own is null ? [] : [.. plan.Dimensions.Select(d => new FormDimension(d.Name, [.. d.Items.Where(i => own.Item(i.Id) is not null).Select(i => Item(person.Name, i, own.Item(i.Id)!, ExplainedOf(card, own, i.Id)))])).Where(d => d.Items.Count > 0)],
            [.. notes])
        { Held = PersonMonths.Of(person.Name, viewer, database.People.Roster, database) };
    }

    /// <summary>The explanation of another plan's card says nothing of this one.</summary>
    private static ItemResult? ExplainedOf(Scorecard? card, ReadCard own, string item) => card?.Plan == own.Plan ? card.Items.FirstOrDefault(i => i.Item == item) : null;

    private FormItem Item(string agent, Item item, CardItem counted, ItemResult? explained)
    {
        var metric = item.Source is FromMetric from ? kept.Book.Facts.Metrics.Find(from.Metric) : null;
        var source = SourceWords.Of(item, id => kept.Book.Facts.Metrics.Find(id)?.Name);
        var unit = metric?.Unit ?? explained?.Value.Unit ?? Unit.None;
        var rating = item.Source is FromRaters ? explained is null ? null : RatingIn(explained.Value) : null;
        decimal? Given(string kind) => rating?.Inputs.FirstOrDefault(i => i.Id == kind)?.Value;
        var others = rating?.Inputs.Where(i => i.Id is not ("self" or "peer" or "leader")).Select(i => i.Value).OfType<decimal>().ToArray() ?? [];
        return new(
            item.Id, item.Name, metric is null ? source : new($"{source.Zh}：{metric.Definition.Zh}", $"{source.En}: {metric.Definition.En}"), item.Method.Formula, counted.Full, item.Bonus,
            item.Source is FromRaters or FromSuperior || counted.Value is null ? null : new(Show.ExactWithUnit(counted.Value, unit, Language.Zh), Show.ExactWithUnit(counted.Value, unit, Language.En)),
            Targets.Words(item, unit, explained?.Explanation.How),
            rating is null ? FormMarks.None : new(Given("self"), Given("peer"), Given("leader"), others.Length == 0 ? null : others.Average()),
            counted.Points, Links.ExplainItem(kept.Month, agent, item.Id))
        {
            Comments = rating is null ? [] : [.. Comments(rating)],
            Reasons = [.. Reasons(agent, item, counted, explained)],
        };
    }

    /// <summary>The node that weighs the kinds of raters; of few marks the card has it closed, and it has no inputs.</summary>
    private static Explained? RatingIn(Explained value) => value.Id == "rating" ? value : value.Inputs.Select(RatingIn).FirstOrDefault(found => found is not null);

    /// <summary>What was written, under the kind of rater: a kind's own words, and those of marks that are told one by one.</summary>
    private static IEnumerable<Wording> Comments(Explained rating)
    {
        if (rating.Inputs.Count == 0 && rating.Note is { } closed) yield return closed;
        foreach (var kind in rating.Inputs)
        {
            if (kind.Note is { } note) yield return Said(kind, note);
            foreach (var mark in kind.Inputs)
                if (mark.Note is { } words) yield return Said(kind, words);
        }
    }

    private static Wording Said(Explained kind, Wording words) => new($"{kind.Label.Zh}：{words.Zh}", $"{kind.Label.En}: {words.En}");

    private IEnumerable<FormReason> Reasons(string agent, Item item, CardItem counted, ItemResult? explained)
    {
        if (item.Bonus && counted.Points is > 0m and var added) yield return new(new("加分项", "on top"), added);
        if (explained is not null && item.Source is FromCauses)
            foreach (var cause in CausesIn(explained.Value).Where(c => c.Value > 0m))
            {
                yield return new(new($"{cause.Label.Zh} {Show.Trimmed(cause.Inputs[0].Value)} 次", $"{cause.Label.En}, {Show.Trimmed(cause.Inputs[0].Value)} ×"), -cause.Value);
                foreach (var fact in FactsOf(agent, cause.Inputs[0])) yield return new(fact, null);
            }
        if (explained is not null && item.Source is FromSuperior)
            foreach (var mark in Leaves(explained.Value).Where(l => l.Value is not null and not 0m && l.Note is not null)) yield return new(mark.Note!.Value, mark.Value);
        foreach (var note in explained?.Notes ?? [])
            if (item.Source is not (FromCauses or FromSuperior)) yield return new(note, null);
    }

    /// <summary>Occurrences times points each, for every cause.</summary>
    private static IEnumerable<Explained> CausesIn(Explained value) => value.Id == "lost" ? value.Inputs.Where(i => i.Inputs.Count == 2) : value.Inputs.SelectMany(CausesIn);

    private static IEnumerable<Explained> Leaves(Explained value) => value.Inputs.Count == 0 ? [value] : value.Inputs.SelectMany(Leaves);

    private IEnumerable<Wording> FactsOf(string agent, Explained counted)
    {
        var facts = LeafFacts.Of(counted, id => kept.Book.Facts.Metrics.Find(id) is not null).Facts.Where(f => f.Value > 0m).OrderBy(f => f.Day).ToArray();
        var titles = new FactTitles(database, new Sight(viewer, kept.Book.Facts.Roster), kept.Book.Facts.Rules, new(kept.Month, agent, null, null, null, null), language);
        foreach (var fact in titles.Of([.. facts.Take(MostFacts)]))
        {
            string Words(Language words) => string.Join(" · ", new[] { fact.Day is { } day ? ShowDates.Words(day, words) : "", fact.Title, words.T(fact.Detail) }.Where(w => w.Length > 0));
            yield return new(Words(Language.Zh), Words(Language.En));
        }
        if (facts.Length > MostFacts) yield return new($"另有 {facts.Length - MostFacts} 条", $"{facts.Length - MostFacts} more");
    }
}
