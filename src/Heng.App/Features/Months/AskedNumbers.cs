using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>Every number that plans and pay schemes ask of a person over a period, by the name under which they ask.</summary>
internal sealed class AskedNumbers(PeriodFacts facts, ReportedValues told, BesideNumbers beside)
{
    /// <param name="opened">These people's metrics are opened down to facts.</param>
    public Func<string, Explained> Of(Person person, Func<string, bool>? opened)
    {
        var totals = facts.TotalsOf(person.Id);
        Explained? Other(string id) => Asking.Parse(id) is (Beside.Shop, var whole) ? OfShop(whole) : beside.Of(id, person.Id) ?? told.Of(id, person.Id);
        if (opened is null || !opened(person.Name)) return id => Other(id) ?? facts.Value(id, totals);
        var own = new Lazy<FactSet>(() => facts.FactsOf(person.Id));
        return id => Other(id) ?? facts.Explain(id, person.Id, own.Value);
    }

    /// <summary>A number of the whole shop, under a name of its own: it is no number of the person's, and is not opened further, for beneath it stand colleagues.</summary>
    private Explained OfShop(string id)
    {
        var number = told.OfShop(id) ?? facts.Value(id, facts.Shop);
        return number with { Id = Asking.For(Beside.Shop, id), Label = new($"全店{number.Label.Zh}", $"{number.Label.En} of the whole shop") };
    }

    public IReadOnlyList<Goal> GoalsOf(Person person) => beside.GoalsOf(person);
    public IReadOnlyList<QaCard> QaCardsOf(Person person) => beside.QaCardsOf(person);
}
