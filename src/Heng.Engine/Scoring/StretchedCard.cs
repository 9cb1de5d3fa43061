using System.Globalization;
using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>A stretch and its own card.</summary>
public sealed record StretchCard(Stretch Stretch, Scorecard Card);

/// <summary>
/// The month's card of somebody with several stretches: score = Σ score × days worked ÷ Σ days worked, rounded once to 0.01; graded and passed by the last stretch's plan.
/// A stretch without a score is left out; one that an item blocks leaves no score. Items are combined by the same days, and what they count adds up to the score.
/// </summary>
internal sealed class StretchedCard
{
    private readonly IReadOnlyList<StretchCard> all, counted;
    private readonly Func<string, Explained?> whole;
    private readonly decimal[] days;
    private readonly decimal sum;

    /// <param name="whole">An item's value over the whole month.</param>
    private StretchedCard(IReadOnlyList<StretchCard> all, Func<string, Explained?> whole)
    {
        (this.all, this.whole) = (all, whole);
        var scored = all.Where(c => c.Card.Score is not null).ToArray();
        counted = scored.Length > 0 ? scored : all;
        // Where nobody worked a day, the days due tell how long the stretches were.
        days = counted.Any(c => c.Stretch.Worked > 0m) ? [.. counted.Select(c => c.Stretch.Worked)] : [.. counted.Select(c => c.Stretch.Due)];
        sum = days.Sum();
    }

    /// <param name="stretches">In order of time, each with a plan.</param>
    public static Scorecard Of(IReadOnlyList<StretchCard> stretches, Func<string, Explained?> whole) => new StretchedCard(stretches, whole).Card();

    private Scorecard Card()
    {
        var plan = all[^1].Stretch.Plan!;
        var blocked = all.Where(IsBlocked).ToArray();
        var mean = ByDays("score", new("总分", "Score"), counted.Select((c, i) => (c.Card.Explanation, i)));
        var score = blocked.Length == 0 ? mean : Explained.By("score", mean.Label, Unit.Points, AllPresent.Instance, [mean with { Id = "mean" }, .. blocked.Select(b => b.Card.Explanation)]);
        var bars = CardMaking.BarsOf(plan.Bars, plan.PassMark is { } pass ? (pass, Metrics.Better.Higher) : null, score.Value, 1m);
        var silent = blocked.Length > 0 || counted.Count == all.Count ? [] : all.Where(c => c.Card.Score is null);
        return new(all[0].Card.Agent, plan.Id, plan.Version, score.Value, CardMaking.GradeOf(plan, score.Value), null, Items(plan, score.Value), score)
        {
            Passed = score.Value is { } s && plan.PassMark is { } mark ? s >= mark : null,
            Vetoes = [.. all.SelectMany(c => c.Card.Vetoes)],
            Bars = bars,
            Stretches = all,
            Notes = [StretchWords.Combined(all), .. blocked.Select(StretchWords.Blocked), .. silent.Select(StretchWords.WithoutScore), .. CardMaking.Words(bars)],
        };
    }

    /// <summary>Items that must have data, and have none: then there is no score, unlike where nothing at all came.</summary>
    private static bool IsBlocked(StretchCard card) => card.Card.Score is null && card.Card.Items.Any(i => i.Points is null
        && card.Stretch.Plan!.Items.Any(p => p.Id == i.Item && p is { Missing: MissingRule.Block, Bonus: false }));

    /// <summary>Σ value × days ÷ Σ days of all that count, to 0.01; what has no value adds nothing.</summary>
    private Explained ByDays(string id, Wording label, IEnumerable<(Explained Value, int At)> values)
    {
        Explained Days(int i) => Explained.Leaf("days", new("出勤天数", "days worked"), days[i], Unit.Days);
        var products = values.Where(v => v.Value.Value is not null).Select(v => Explained.By(
            counted[v.At].Stretch.Days.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Named(counted[v.At]), Unit.None, Product.Instance, v.Value, Days(v.At))).ToArray();
        return Explained.By(id, label, Unit.Points, new Rounded(2), Explained.By("by-days", new("各段 × 出勤天数 ÷ 天数合计", "each × days worked ÷ days in all"), Unit.Points, Quotient.Instance,
            Explained.By("products", new("各段之和", "sum over the stretches"), Unit.None, Sum.Instance, products),
            Explained.By("days", new("天数合计", "days in all"), Unit.Days, Sum.Instance, [.. counted.Select((_, i) => Days(i))])));
    }

    private static Wording Named(StretchCard card) => new($"{StretchWords.Of(card.Stretch.Days).Zh} · {card.Stretch.Plan!.Title.Zh}", $"{StretchWords.Of(card.Stretch.Days).En} · {card.Stretch.Plan!.Title.En}");

    /// <summary>An item in a stretch, by the stretch's place among those that count.</summary>
    private readonly record struct Had(int At, ItemResult Item);

    private IReadOnlyList<ItemResult> Items(Plan last, decimal? score)
    {
        var ids = counted.Reverse().SelectMany(c => c.Card.Items.Select(i => i.Item)).Distinct(StringComparer.Ordinal).ToArray();
        var items = ids.Select(id => counted.SelectMany((c, at) => c.Card.Items.Where(i => i.Item == id).Select(i => new Had(at, i))).ToArray()).ToArray();
        var present = items.Where(h => h.Any(x => x.Item.Counted is not null)).ToArray();
        var basic = present.Where(h => !IsBonus(h)).ToArray();
        var fulls = Split.Of(last.TotalWeight, [.. basic.Select(h => (h[0].Item.Item, h.Sum(x => (x.Item.CountedFull ?? 0m) * days[x.At])))]);
        var points = score is { } s ? Split.Of(s, [.. present.Select(h => (h[0].Item.Item, h.Sum(x => (x.Item.Counted ?? 0m) * days[x.At])))]) : null;
        return [.. items.Select(h => Item(h, Array.IndexOf(basic, h) is >= 0 and var b ? fulls[b] : null, Array.IndexOf(present, h) is >= 0 and var p ? points?[p] : null))];
    }

    private bool IsBonus(Had[] had) => counted[had[^1].At].Stretch.Plan!.Items.First(i => i.Id == had[0].Item.Item).Bonus;

    private ItemResult Item(Had[] had, decimal? countedFull, decimal? countedPoints)
    {
        var last = had[^1].Item;
        var with = had.Any(h => h.Item.Points is not null) ? [.. had.Where(h => h.Item.Points is not null)] : had;
        var full = sum == 0m ? last.Full : Scaling.Round(with.Sum(h => h.Item.Full * days[h.At]) / sum);
        var explained = ByDays(last.Item, last.Name, had.Select(h => (h.Item.Explanation, h.At)));
        var value = had.Length == 1 ? last.Value : whole(last.Item) ?? last.Value;
        return new(last.Item, last.Name, last.Dimension, full, value, explained.Value, countedPoints is null ? null : countedFull ?? full, countedPoints, explained,
            [.. had.Where(h => h.Item.Notes.Count > 0).Select(h => StretchWords.In(counted[h.At].Stretch, h.Item.Notes))]);
    }
}
