using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S3, worked out by hand on its page.</summary>
public sealed class FiveDimensionsTests
{
    private const string Monthly = "s3-five-dimensions/agent";

    private static Candidate Agent() => Person(("consulted", 400m), ("ratings", 60m), ("satisfaction", 0.81m), ("average-response", 36m), ("cases", 20m), ("solve-time", 18_000m), ("exam-score", 85.5m),
            ("simulated-dialogue-score", 76.5m), ("team-projects", 1m), ("suggestions", 1m), ("adopted-suggestions", 0m), ("sharing-sessions", 1m))
        .Marked(("communication", "leader", 4m), ("peer-rating", "peer", 8m), ("peer-rating", "peer", 9m), ("peer-rating", "peer", 7m))
        .Praised("innovation-award", "manager", 3m, "差评模板被全店采用");

    [Fact]
    public void The_card_scores_83_67()
    {
        var card = Score(Monthly, Agent());
        Assert.Equal(
            [
                null, 9m, 4m,            // no inspections; 10 × 81 ÷ 90; 5 × 4 ÷ 5
                12.5m, 8m, 11.4m, 7.2m,  // 15 × 30 ÷ 36; 10 × 14400 ÷ 18000; 12 × 85.5 ÷ 90; 8 × 76.5 ÷ 85
                8m, 5m, 2.5m, 0m, 5m, 3m, // 10 × 8 ÷ 10; 1 of 1; 5 × 1 ÷ 2; 0 of 1; 1 of 1; the award
            ],
            card.Items.Select(i => i.Points));
        // 72.6 × 100 ÷ 90 = 80.667 → 80.67, + 3
        Assert.Equal((83.67m, "B"), (card.Score, card.Grade));
    }

    [Fact]
    public void With_5_inspections_it_scores_84_6_and_4_are_too_few()
    {
        Candidate Inspected(int cards) => Agent() with { QaCards = [.. Enumerable.Range(1, cards).Select(n => new QaCard($"q{n}", new(2026, 10, n), false, 9m, 10m))] };
        var card = Score(Monthly, Inspected(5));
        // 10 × 45 ÷ 50 = 9; 72.6 + 9 + 3
        Assert.Equal((9m, 84.6m), (card.PointsOf("service-qa"), card.Score));
        Assert.Null(Score(Monthly, Inspected(4)).PointsOf("service-qa"));
    }

    [Fact]
    public void Marks_of_two_peers_stay_hidden_and_an_award_needs_its_reason()
    {
        var card = Score(Monthly, Person().Marked(("peer-rating", "peer", 8m), ("peer-rating", "peer", 9m)).Praised("innovation-award", "manager", 3m, null));
        Assert.Equal([null, null], [card.PointsOf("peer-rating"), card.PointsOf("innovation-award")]);
        Assert.Null(card.Score);
    }

    [Theory]
    [InlineData("quarter")]
    [InlineData("year")]
    public void A_longer_cycle_is_the_mean_of_its_parts_and_at_most_100(string cycle)
    {
        var plan = $"s3-five-dimensions/{cycle}";
        // (80 + 90 + 100) ÷ 3
        Assert.Equal((90m, "A"), (Score(plan, After(80m, 90m, 100m)).Score, Score(plan, After(80m, 90m, 100m)).Grade));
        var gap = Score(plan, After(80m, null, 100m));
        Assert.Equal(90m, gap.Score); // (80 + 100) ÷ 2
        Assert.Contains(gap.Items[0].Notes, n => n.En == "no data: 2");
        Assert.Equal(100m, Score(plan, After(105m, 103m)).Score);
    }

    [Fact]
    public void The_weak_are_coached_and_trained_before_anybody_speaks_of_leaving()
    {
        CardBefore[] weak = [.. Enumerable.Range(1, 4).Select(m => Before(m, "E"))];
        MeasureTaken[] coached = [new(new(2026, 2, 3), "a", MeasureKind.Coaching, null)];
        MeasureKind After(int months, MeasureTaken[] taken) => Assert.Single(ConsequenceRules.Of(PaperCard.Plan(Monthly), weak[..months], taken)).Measure;
        Assert.Equal([MeasureKind.Coaching, MeasureKind.Training, MeasureKind.Transfer, MeasureKind.Exit], Enumerable.Range(1, 4).Select(n => After(n, coached)));
        // Nobody coached: it is proposed again instead, and the count waits.
        Assert.Equal([MeasureKind.Coaching, MeasureKind.Training, MeasureKind.Coaching, MeasureKind.Coaching], Enumerable.Range(1, 4).Select(n => After(n, [])));
    }

    [Fact]
    public void Three_months_of_A_lead_to_award_certificate_and_promotion()
    {
        CardBefore[] strong = [.. Enumerable.Range(1, 3).Select(m => Before(m, "A"))];
        Assert.Equal([MeasureKind.Award, MeasureKind.Certificate, MeasureKind.Promotion],
            Enumerable.Range(1, 3).Select(n => Assert.Single(ConsequenceRules.Of(PaperCard.Plan(Monthly), strong[..n], [])).Measure));
    }
}
