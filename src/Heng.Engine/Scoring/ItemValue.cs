using System.Globalization;
using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>What a method looks at: the source's value at scoring precision, or no value with the reason.</summary>
internal sealed record ItemValue(Explained Explained, IReadOnlyList<Wording> Notes)
{
    public static ItemValue Of(Item item, Candidate person, Period period) => item.Source switch
    {
        FromMetric metric => OfAsked(item, metric.Asked, person),
        FromCounter counter => OfAsked(item, counter.Asked, person),
        FromRaters raters => OfRaters(item, raters, (OnScale)item.Method, person, period),
        FromCauses causes => CauseValue.Of(item, causes, person),
        FromQa qa => QaValue.Of(item, qa, person.QaCards),
        FromGoals goals => GoalValue.Of(item, goals, person.Goals),
        FromSuperior superior => SuperiorValue.Of(item, superior, person, period),
        FromCards cards => CardsValue.Of(item, cards, person.Parts),
        NoneYet none => Without(item, new($"尚无来源：{none.Source.Zh}", $"no source yet: {none.Source.En}")),
        _ => throw new InvalidOperationException($"No value for {item.Source}"),
    };

    private static ItemValue OfAsked(Item item, string asked, Candidate person)
    {
        var number = person.Metric(asked);
        if (item.Sample is { Metric: { } of } sample)
        {
            var size = person.Metric(of);
            if (size.Value is not { } n || n < sample.AtLeast) return Without(item, TooFew(size.Value, sample.AtLeast), number.Unit);
        }
        return number.Value is null ? Without(item, new("暂无数据", "no data"), number.Unit) : new(Scaling.Scoring(number), []);
    }

    private static ItemValue OfRaters(Item item, FromRaters source, OnScale scale, Candidate person, Period period)
    {
        var (mean, counted, notes) = RaterMean.Of(item, source, scale, person.Entries.Where(e => period.Holds(e.Month) && e.Agent == person.Agent));
        if (item.Sample is { } sample && counted < sample.AtLeast)
            return new(Without(item, TooFew(counted, sample.AtLeast)).Explained, [.. notes, TooFew(counted, sample.AtLeast)]);
        return new(Scaling.Scoring(mean), notes);
    }

    /// <summary>With one more word about it, where there is one.</summary>
    public ItemValue Said(Wording? note) => note is { } more ? this with { Notes = [.. Notes, more] } : this;

    public static ItemValue Without(Item item, Wording why, Unit unit = Unit.None) =>
        new(Explained.Leaf("value", item.Name, null, unit) with { Note = why }, [why]);

    /// <summary>A value that has its parts, which say more than "no data" even where it has none.</summary>
    public static ItemValue From(Explained value, params IReadOnlyList<Wording> notes) => new(Scaling.Scoring(value), notes);

    public static Wording TooFew(decimal? size, decimal atLeast)
    {
        var n = size is { } s ? Shown.Number(s) : "–";
        var least = atLeast.ToString("0.##", CultureInfo.InvariantCulture);
        return new($"样本不足：{n} < {least}", $"sample too small: {n} < {least}");
    }
}
