using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Live;
using Heng.App.Ui;
using Heng.Engine;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Targets;
using Heng.Store;
using Coverage = Heng.Engine.Metrics.Coverage;

namespace Heng.App.Features.Board;

/// <summary>
/// Today against its target and the same weekday of last week (今天对目标). A sum is set beside what last week had by this time of day, all else beside that whole day. Where there is no target
/// or no such day nothing stands.
/// </summary>
public sealed class BoardToday(Database database, LiveBook book, BoardSales sales, BoardTargets targets, BoardBefore before)
{
    public const string Sales = "sales", Conversion = "consult-conversion";

    /// <summary>Those that a day which goes on can tell already: the first five always, the others where somebody asks for them.</summary>
    private static readonly string[] Always = [Sales, "first-response", "average-response", "within-30s", Conversion], Asked = ["reply-rate", "within-60s", "within-180s", "average-order-value"];

    public SoldToday SoldOf(LiveShop shop) => sales.Of(shop);
    public WeekBefore BeforeOf(LiveShop shop) => before.Of(shop.Shop, shop.Day, book.Now);

    /// <summary>What a person's day is to bring in; null where nothing is said of it.</summary>
    public DayTarget? SalesTarget(LiveShop shop, int person) => targets.Of(shop.Shop, shop.Day, book.Now).OfPerson(person, Sales);

    public IReadOnlyList<BoardAgainst> Of(LiveShop shop, BoardScope scope, SeenToday seen)
    {
        var rules = database.RuleSets.Current(shop.Shop.Id, shop.Day);
        var (sold, last, goals, metrics) = (SoldOf(shop), BeforeOf(shop), targets.Of(shop.Shop, shop.Day, book.Now), ShopCatalogue.On(database, rules.Paying, shop.Day));
        var sum = new Measures().Add(seen.Chats);
        foreach (var (agent, measures) in sold.ByAgent)
            if (seen.Sees(agent)) sum.Add(measures);
        List<(Source, DateOnly, DateOnly)> known = [(Source.Chat, shop.Day, shop.Day)];
        if (sold.Known) known.Add((Source.Orders, shop.Day, shop.Day));
        var now = new Totals(shop.Day, shop.Day, sum, new(), new(), new(known));
        var then = new Totals(last.Day, last.Day, last.Sum(seen.Sees), new(), new(), last.Coverage);
        var second = shop.Clock.SecondOfDay(book.Now);

        BoardAgainst? Row(string id, bool always)
        {
            if (metrics.Find(id) is not { } metric) return null;
            var whole = scope is { Group: null, Groups: null };
            var target = seen.Only is { } person ? goals.OfPerson(person, id) : whole ? goals.OfShop(metric) : goals.OfSome(metric, seen.Sees);
            if (!always && target is null || Pipeline.Value(metric, now, now, rules, book.Now).Value is not { } value) return null;
            var was = id == Sales ? last.PaidBy(second, seen.Sees) : Pipeline.Value(metric, then, then, rules, book.Now).Value;
            return new(id, metric.Name, metric.Unit, metric.Better, value, target, was) { IsSum = metric.Formula is Total, Part = seen.Only is null && target is not null && !(whole && goals.Whole.ContainsKey(id)) ? goals.PartOf(metric, seen) : null, Href = BoardLinks.Chats(shop.Shop.Name, scope.Group, null, BoardLinks.ShowOf(id)) };
        }

        return [.. Always.Select(id => Row(id, true)).Concat(Asked.Select(id => Row(id, false))).OfType<BoardAgainst>()];
    }
}

/// <summary>Of whom numbers are asked.</summary>
/// <param name="Chats">What the receptions add up to, of whom one sees.</param>
/// <param name="Sees">Whom one sees, by number, the pseudo-agents of orders that credit nobody among them where one sees the whole shop.</param>
/// <param name="Only">The one person whom one sees.</param>
/// <param name="Rows">People who received or sold today.</param>
public sealed record SeenToday(Measures Chats, Func<int, bool> Sees, int? Only, IReadOnlyList<int> Rows);

/// <summary>A number of today beside what it is to be and what it was. Sums of today are so far, and last week's are by the same time of day.</summary>
public sealed record BoardAgainst(string Metric, Wording Name, Unit Unit, Better Better, decimal Value, DayTarget? Target, decimal? Before)
{
    public bool IsSum { get; init; }
    public string? Href { get; init; }

    /// <summary>Where the target is that of some of those whose numbers stand here, and not of all: how many have one, of how many. There is no saying then whether it is met.</summary>
    public (int Having, int Of)? Part { get; init; }

    /// <summary>Whether the target is met as things stand; null where there is none, or of some alone.</summary>
    public bool? Met => Target is not { } target || Part is not null ? null : Better == Better.Lower ? Value <= target.Value : Value >= target.Value;
}
