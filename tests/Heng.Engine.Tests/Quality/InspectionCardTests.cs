using Heng.Engine.Quality.Inspection;

namespace Heng.Engine.Tests.Quality;

/// <summary>A form of two categories, 20 and 30, and what marks make of it.</summary>
public sealed class InspectionCardTests
{
    private static readonly InspectionForm Form = new("f", new("表", "form"), 3m,
    [
        new("wording", new("用语", "wording"), 20m,
        [
            Of("taboo", Severity.Fatal, 0m), Of("no-greeting", Severity.NonFatal, 4m), Of("hard", Severity.NonFatal, 2.5m), Of("polite", Severity.Praise, 2m),
        ]),
        new("business", new("业务", "business"), 30m,
        [
            Of("unchecked", Severity.Fatal, 0m), Of("not-handed", Severity.NonFatal, 6m), new("leak", new("泄密", "leak"), Severity.Fatal, 0m, FatalReach.Card), Of("expert", Severity.Praise, 2m),
        ]),
    ]);

    private static Criterion Of(string id, Severity severity, decimal points) => new(id, new(id, id), severity, points);
    private static CriterionMark Found(string id, int times = 1) => new(id, Verdict.Found, times);
    private static CriterionMark Out(string id) => new(id, Verdict.NotApplicable);
    private static (decimal Earned, decimal Possible) Points(params CriterionMark[] marks) => InspectionCard.Of(Form, marks) is var card ? (card.Earned, card.Possible) : default;

    [Fact]
    public void Nothing_found_is_everything() => Assert.Equal((50m, 50m), Points());

    [Fact]
    // 20 − 2 × 4 − 2.5 = 9.5; 9.5 + 30 = 39.5.
    public void A_finding_costs_its_points_each_time() => Assert.Equal((39.5m, 50m), Points(Found("no-greeting", 2), Found("hard")));

    [Fact]
    // 20 − 5 × 4 = 0, and 20 − 6 × 4 is no less; + 30.
    public void A_category_never_falls_below_0()
    {
        Assert.Equal((30m, 50m), Points(Found("no-greeting", 5)));
        Assert.Equal((30m, 50m), Points(Found("no-greeting", 6)));
    }

    [Fact]
    public void A_fatal_finding_makes_its_category_0_and_keeps_it_possible()
    {
        var card = InspectionCard.Of(Form, [Found("taboo")]);
        Assert.Equal((30m, 50m, true, false), (card.Earned, card.Possible, card.Categories[0].Void, card.Categories[1].Void));
        Assert.Null(card.VoidedBy);
    }

    [Fact]
    public void A_fatal_finding_of_the_card_makes_all_of_it_0_with_its_praise()
    {
        var card = InspectionCard.Of(Form, [Found("leak"), Found("polite")]);
        Assert.Equal((0m, 50m, 0m, "leak"), (card.Earned, card.Possible, card.Praise, card.VoidedBy!.Id));
        Assert.Equal(0m, card.Explain(new("得分", "earned")).Value);
    }

    [Fact]
    public void What_does_not_apply_takes_a_category_out_only_where_all_of_it_does_not()
    {
        Assert.Equal((50m, 50m), Points(Out("taboo"), Out("no-greeting")));
        // The last of its faults does not apply either: wording is in neither, and its praise is nothing.
        Assert.Equal((30m, 30m), Points(Out("taboo"), Out("no-greeting"), Out("hard"), Found("polite")));
        // Nothing applied at all: no card.
        Assert.Null(InspectionCard.Of(Form, [Out("taboo"), Out("no-greeting"), Out("hard"), Out("unchecked"), Out("not-handed"), Out("leak")]).Share);
    }

    [Fact]
    public void Praise_fills_up_and_lifts_a_card_no_further_than_its_cap()
    {
        // 44 + 2 + 2 = 48; full 50 + 2 = 52; 50 + 4 would be 54, and 50 + 3 is the most.
        Assert.Equal((48m, 50m), Points(Found("not-handed"), Found("polite"), Found("expert")));
        Assert.Equal((52m, 50m), Points(Found("polite")));
        Assert.Equal((53m, 50m), Points(Found("polite"), Found("expert")));
    }

    [Fact]
    // 30 − 6 = 24; wording is void, so its praise counts nothing.
    public void Praise_in_a_void_category_counts_nothing() => Assert.Equal((24m, 50m), Points(Found("taboo"), Found("polite", 3), Found("not-handed")));

    [Fact]
    public void The_explanations_parts_add_up_to_what_was_earned()
    {
        var card = InspectionCard.Of(Form, [Found("hard"), Found("expert")]);
        // 17.5 + 30 + 2 = 49.5.
        Assert.Equal((49.5m, 49.5m, 3), (card.Earned, card.Explain(new("得分", "earned")).Value, card.Explain(new("得分", "earned")).Inputs.Count));
    }
}
