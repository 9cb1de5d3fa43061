using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>What a method looks at: the source's value at scoring precision, or no value with the reason.</summary>
internal sealed record ItemValue(Explained Explained, IReadOnlyList<Wording> Notes)
{
    public static ItemValue Of(Item item, Candidate person, Month month) => item.Source switch
    {
        FromMetric metric => OfMetric(item, metric, person),
        FromRaters raters => OfRaters(item, raters, (OnScale)item.Method, person, month),
        NoneYet none => Without(item, new($"尚无来源：{none.Source.Zh}", $"no source yet: {none.Source.En}")),
        _ => throw new InvalidOperationException($"No value for {item.Source}"),
    };

    private static ItemValue OfMetric(Item item, FromMetric source, Candidate person)
    {
        var metric = person.Metric(source.Asked);
        if (item.Sample is { Metric: { } of } sample)
        {
            var size = person.Metric(of);
            if (size.Value is not { } n || n < sample.AtLeast) return Without(item, TooFew(size.Value, sample.AtLeast), metric.Unit);
        }
        return metric.Value is null ? Without(item, new("暂无数据", "no data"), metric.Unit) : new(Scaling.Scoring(metric), []);
    }

    private static ItemValue OfRaters(Item item, FromRaters source, OnScale scale, Candidate person, Month month)
    {
        var (mean, counted, offScale) = RaterMean.Of(item, source, scale, person.Entries.Where(e => e.Month == month && e.Agent == person.Agent));
        List<Wording> notes = [];
        if (offScale.Count > 0) notes.Add(RaterMean.OffScale(offScale, scale));
        if (item.Sample is { } sample && counted < sample.AtLeast)
            return new(Without(item, TooFew(counted, sample.AtLeast)).Explained, [.. notes, TooFew(counted, sample.AtLeast)]);
        if (mean.Value is not null && mean.Inputs.Where(i => i.Value is null && offScale.All(e => e.Rater != i.Id)).ToArray() is { Length: > 0 } absent)
            notes.Add(new($"缺评：{string.Join("、", absent.Select(a => a.Label.Zh))}", $"not rated by: {string.Join(", ", absent.Select(a => a.Label.En))}"));
        if (mean.Value is null) notes.Add(offScale.Count > 0 ? new("没有可计入的评分", "no mark that counts") : new("暂无评分", "not rated"));
        return new(Scaling.Scoring(mean), notes);
    }

    private static ItemValue Without(Item item, Wording why, Unit unit = Unit.None) =>
        new(Explained.Leaf("value", item.Name, null, unit) with { Note = why }, [why]);

    private static Wording TooFew(decimal? size, decimal atLeast)
    {
        var n = size is { } s ? Shown.Number(s) : "–";
        var least = atLeast.ToString("0.##", CultureInfo.InvariantCulture);
        return new($"样本不足：{n} < {least}", $"sample too small: {n} < {least}");
    }
}
