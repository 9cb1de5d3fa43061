using Heng.Engine.Quality.Measure;

namespace Heng.Engine.Tests.Quality;

public sealed class MeasuredTests
{
    private static Truth Audited(string place, bool isThere) => new(place, isThere, TruthSource.Audit, Whole: true);
    private static Truth OfHit(string place, bool isThere) => new(place, isThere, TruthSource.Inspection, Whole: false);

    [Fact]
    public void Precision_is_of_what_it_hit_and_recall_of_what_was_there_in_receptions_read_whole()
    {
        // Hits: a, b right, c wrong → 2 of 3. There in receptions read whole: a hit, d missed → 1 of 2; b was only labelled as a hit.
        Truth[] truths = [Audited("a", true), OfHit("b", true), OfHit("c", false), Audited("d", true), Audited("e", false)];
        var measured = Measured.Of(truths, place => place is "a" or "b" or "c");
        Assert.Equal(new Measured(2, 1, 1, 1), measured);
        Assert.Equal(2m / 3m, measured.Precision);
        Assert.Equal(0.5m, measured.Recall);
        // Wilson's for 1 of 2: (0.5 + 1.9207 ÷ 2 ∓ 1.96 × √(0.125 + 0.2401)) ÷ (1 + 1.9207), by hand 0.0945 to 0.9055.
        Assert.Equal(0.0945m, Math.Round(measured.RecallWithin!.Value.Low, 4));
        Assert.Equal(0.9055m, Math.Round(measured.RecallWithin!.Value.High, 4));
    }

    [Fact]
    public void Nothing_labelled_is_no_value()
    {
        var measured = Measured.Of([], _ => true);
        Assert.Null(measured.Precision);
        Assert.Null(measured.Recall);
        Assert.Null(measured.PrecisionWithin);
        Assert.Null(measured.RecallWithin);
        Assert.Equal(BarRefusal.TooFewLabels, Bar.Shipped.Refuses(measured));
    }

    [Fact]
    public void The_last_word_on_a_place_counts_once()
    {
        Truth[] truths = [OfHit("a", false), OfHit("a", true), OfHit("a", true)];
        Assert.Equal(new Measured(1, 0, 0, 0), Measured.Of(truths, _ => true));
    }

    [Fact]
    public void Objections_pick_their_places_and_measure_nothing()
    {
        Truth[] truths = [OfHit("a", true), new("b", false, TruthSource.Objection, false)];
        Assert.Equal(new Measured(1, 0, 0, 0), Measured.Of(truths, _ => true));
    }

    [Fact]
    public void A_changed_rule_is_measured_on_what_was_labelled_before_it()
    {
        Truth[] truths = [Audited("a", true), OfHit("b", false)];
        Assert.Equal(new Measured(1, 1, 1, 0), Measured.Of(truths, place => place is "a" or "b"));
        Assert.Equal(new Measured(1, 0, 1, 0), Measured.Of(truths, place => place is "a"));
    }

    [Theory]
    [InlineData(19, 0, BarRefusal.TooFewLabels)]
    [InlineData(20, 0, null)]
    [InlineData(23, 1, BarRefusal.PrecisionBelowBar)]
    [InlineData(24, 1, null)]
    public void A_rule_passes_with_enough_labels_and_a_lower_end_at_the_bar(int right, int wrong, BarRefusal? refused) =>
        Assert.Equal(refused, Bar.Shipped.Refuses(new(right, wrong, 0, 0)));

    [Fact]
    public void The_order_of_an_audit_is_nobodys_choice_and_the_same_again()
    {
        string[] ids = [.. Enumerable.Range(1, 200).Select(i => $"r{i}")];
        var order = AuditOrder.Of("2026-10/x", ids);
        Assert.Equal(order, AuditOrder.Of("2026-10/x", ids.Reverse()));
        Assert.Equal(ids.Order(StringComparer.Ordinal), order.Order(StringComparer.Ordinal));
        Assert.NotEqual(order, AuditOrder.Of("2026-11/x", ids));
        // Of 200 about half of the first hundred come from the first hundred ids, give or take √(100 × ½ × ½) × 3 = 15.
        Assert.InRange(order.Take(100).Count(id => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) <= 100), 35, 65);
    }

    [Fact]
    public void A_change_gains_and_loses_places()
    {
        var change = Comparison.Of(["a", "b", "b"], ["b", "c"]);
        Assert.Equal(["b"], change.Both);
        Assert.Equal(["c"], change.Gained);
        Assert.Equal(["a"], change.Lost);
    }
}
