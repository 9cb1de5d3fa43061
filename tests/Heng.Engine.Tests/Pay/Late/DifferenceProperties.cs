using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Pay.Late;

/// <summary>Months that close one after another while what the earlier ones come to keeps moving.</summary>
public sealed class DifferenceProperties
{
    private static readonly Month First = new(2026, 1);

    /// <summary>What the records come to, month by month, and what was sealed.</summary>
    private sealed class Shop
    {
        private IReadOnlyList<PayLine>? open;

        public List<Dictionary<string, decimal>> Lines { get; } = [new(StringComparer.Ordinal)];
        public List<SealedPay> Sealed { get; } = [];

        /// <summary>What the open month sealed alone, before its end, of somebody who left in it.</summary>
        public SealedPay? Alone { get; private set; }

        public decimal Recomputed => Lines.Sum(m => m.Values.Sum());
        public decimal Paid => Sealed.Sum(s => s.Lines.Sum(l => l.Amount));

        /// <summary>What the open month has paid already, or would pay at its end.</summary>
        private IReadOnlyList<SealedAmount> OfOpenMonth => Alone?.Lines ?? [.. Lines[^1].Select(l => Amount(l.Key, l.Value)), .. Open.Select(l => Amount(l.Id, l.Amount))];

        private decimal Own => Lines[^1].Values.Sum();

        /// <summary>What is to be left of the open month, another in each.</summary>
        public decimal Least => Sealed.Count % 3 * 200m;

        public IReadOnlyList<PayLine> Open => open ??= Differences.Of(
            [.. Sealed.Select((s, i) => new ClosedPay(s.Month, s.Lines, [.. Lines[i].Select(l => Line(l.Key, l.Value))], Sealed[(i + 1)..]))], Own, Least);

        public decimal OpenNet => Own + Open.Sum(l => l.Amount);

        /// <summary>A record changes a line of some month, or the open month closes.</summary>
        public void Step(int seed)
        {
            var amount = seed % 100_000 / 100m;
            if (seed % 7 == 0)
            {
                // Paid alone: every other line waits for the month's end, and is sealed with 0.
                Alone ??= new(First.Plus(Sealed.Count), [.. Lines[^1].Select((l, i) => Amount(l.Key, i % 2 == 0 ? l.Value : 0m)), .. Open.Select(l => Amount(l.Id, l.Amount))]);
                return;
            }
            if (seed % 3 != 0)
            {
                Lines[Math.Abs(seed / 7) % Lines.Count][$"line-{Math.Abs(seed) % 4}"] = amount;
                open = null;
                return;
            }
            Close();
        }

        /// <summary>The month's seal takes what was sealed alone as it is.</summary>
        public void Close()
        {
            Sealed.Add(new(First.Plus(Sealed.Count), OfOpenMonth));
            Alone = null;
            Lines.Add(new(StringComparer.Ordinal));
            open = null;
        }

        private static PayLine Line(string id, decimal amount) => PayLine.Of(id, new(id, id), Explained.Leaf("amount", new(id, id), amount, Unit.Yuan), []);
        private static SealedAmount Amount(string id, decimal amount) => new(id, new(id, id), amount);
    }

    private static void Holds(Func<Shop, bool> law) => Prop.ForAll<int[]>(seeds =>
    {
        var shop = new Shop();
        return seeds.All(seed =>
        {
            shop.Step(seed);
            return law(shop);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_sealed_what_is_open_and_what_is_carried_make_what_the_records_come_to_now() => Holds(shop =>
    {
        // Who was paid alone is settled by the first open month after the one they left in.
        if (shop.Alone is not null) shop.Close();
        return shop.Paid + shop.OpenNet - shop.Open.Where(l => l.Id == LateLine.Forward).Sum(l => l.Amount) == shop.Recomputed;
    });

    [Fact]
    public void Nothing_is_settled_twice_when_the_open_month_closes() => Holds(shop =>
    {
        var alone = shop.Alone is not null;
        shop.Close();
        // What was paid alone leaves differences to the month after; they are settled there, once.
        if (alone) shop.Close();
        return shop.Open.All(l => LateLine.BroughtFrom(l.Id) is not null || l.Id == LateLine.Forward);
    });

    [Fact]
    public void What_is_taken_off_for_earlier_months_never_takes_a_month_below_what_is_to_be_left_of_it() =>
        Holds(shop => shop.OpenNet >= Math.Min(shop.Least, shop.Lines[^1].Values.Sum()));

    [Fact]
    public void Every_line_ends_at_the_fen_is_not_zero_and_follows_from_its_explanation() =>
        Holds(shop => shop.Open.All(l => l.Amount != 0m && decimal.Round(l.Amount, 2) == l.Amount && l.Explanation.Recompute() == l.Amount));
}
