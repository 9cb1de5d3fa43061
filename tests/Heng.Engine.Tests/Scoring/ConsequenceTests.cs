using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class ConsequenceTests
{
    private static LadderStep On(string grades, MeasureKind proposes, MeasureKind? needs = null, string? leaderBelow = null) =>
        new(grades.Split(' '), null, proposes) { Needs = needs, LeaderBelow = leaderBelow };

    private static Plan Ladder(params LadderStep[] steps) => Plan() with
    {
        Grades = [new("A", When("x ≥ 90")), new("B", When("80 ≤ x < 90")), new("C", When("70 ≤ x < 80")), new("D", When("60 ≤ x < 70")), new("E", When("x < 60"))],
        Consequences = [new("rule", new("连续差", "bad"), steps)],
    };

    private static readonly Plan Coached = Ladder(On("E", MeasureKind.Coaching), On("E", MeasureKind.Warning), On("E", MeasureKind.Exit, MeasureKind.Coaching));

    /// <summary>Grades of months from July on, a dash for a month without a score; what the newest leads to.</summary>
    private static string Proposed(Plan plan, string grades, int? coachedIn = null, string? leaders = null)
    {
        var history = grades.Select((g, i) => g == '-' ? new CardBefore(new(2026, 7 + i), null, null) : new(new(2026, 7 + i), 50m, $"{g}", leaders is null ? null : $"{leaders[i]}"));
        MeasureTaken[] measures = coachedIn is { } month ? [new(new(2026, month, 3), "a", MeasureKind.Coaching, null)] : [];
        return string.Join(' ', ConsequenceRules.Of(plan, [.. history.Reverse()], measures).Select(p => p.Measure));
    }

    [Theory]
    [InlineData("E", null, "Coaching")]
    [InlineData("EE", null, "Coaching")]    // nobody was coached: coaching again, and the count waits
    [InlineData("EE", 8, "Warning")]
    [InlineData("EEE", 8, "Exit")]
    [InlineData("EEE", 9, "Warning")]       // coached in the third month: the warning comes first
    [InlineData("EEE", null, "Coaching")]
    [InlineData("EEEE", null, "Coaching")]
    [InlineData("EEEE", 10, "Warning")]
    [InlineData("EEEEE", 10, "Exit")]
    [InlineData("EEE", 7, "Coaching")]      // before the first bad month was over, it was not because of it
    [InlineData("EEE", 10, "Coaching")]     // after the third it was not yet on record
    [InlineData("EEEE", 8, "Exit")]         // past the last step it stays proposed
    public void Bad_bad_bad_leads_to_coaching_warning_and_exit_once_coaching_is_on_record(string grades, int? coachedIn, string proposed) =>
        Assert.Equal(proposed, Proposed(Coached, grades, coachedIn));

    [Theory]
    [InlineData("EEA", "")]
    [InlineData("EEAE", "Coaching")]    // a good month between resets
    [InlineData("EE-E", "Exit")]        // a month without a score neither helps nor harms
    [InlineData("EE-", "")]
    [InlineData("", "")]
    public void A_good_month_resets_and_one_without_a_score_waits(string grades, string proposed) => Assert.Equal(proposed, Proposed(Coached, grades, coachedIn: 8));

    [Theory]
    [InlineData("D", "OneMoreMonth")]
    [InlineData("DC", "")]
    [InlineData("DD", "TraineePay")]
    [InlineData("DE", "TraineePay")]    // not C by then
    [InlineData("E", "")]
    public void D_has_one_more_month_to_reach_C(string grades, string proposed) =>
        Assert.Equal(proposed, Proposed(Ladder(On("D", MeasureKind.OneMoreMonth), On("D E", MeasureKind.TraineePay)), grades, coachedIn: 8));

    [Theory]
    [InlineData("E", "OneMoreMonth")]
    [InlineData("ED", "")]
    [InlineData("EE", "Exit")]
    public void E_has_one_more_month_to_reach_D(string grades, string proposed) =>
        Assert.Equal(proposed, Proposed(Ladder(On("E", MeasureKind.OneMoreMonth), On("E", MeasureKind.Exit)), grades, coachedIn: 8));

    [Theory]
    [InlineData(MeasureKind.Warning)]
    [InlineData(MeasureKind.Transfer)]
    [InlineData(MeasureKind.TraineePay)]
    [InlineData(MeasureKind.Exit)]
    public void Nothing_harsher_than_coaching_is_proposed_before_coaching_whatever_the_plan_says(MeasureKind harsh)
    {
        var plan = Ladder(On("E", harsh));
        Assert.Equal(("Coaching", "Coaching", $"{harsh}"), (Proposed(plan, "E"), Proposed(plan, "EE"), Proposed(plan, "EE", 8)));
        // A good month between: coaching for the row before is none for the new one.
        Assert.Equal("Coaching", Proposed(plan, "EAE", 8));
        CardBefore[] two = [new(new(2026, 7), 50m, "E"), new(new(2026, 8), 50m, "E")];
        MeasureKind After(string? about) => Assert.Single(ConsequenceRules.Of(plan, two, [new(new(2026, 8, 3), "a", MeasureKind.Coaching, null, about)])).Measure;
        Assert.Equal((harsh, harsh, MeasureKind.Coaching), (After(null), After(plan.Id), After("another/plan")));
        var held = Assert.Single(ConsequenceRules.Of(plan, two, []));
        Assert.Equal((harsh, 2), (held.Held, held.Row.Count));
    }

    [Theory]
    [InlineData("A", "D", "Leadership")]
    [InlineData("A", "C", "")]          // C is not below C
    [InlineData("B", "E", "")]
    public void A_may_become_leader_while_the_leader_is_below_C(string grade, string leader, string proposed) =>
        Assert.Equal(proposed, Proposed(Ladder(On("A", MeasureKind.Leadership, leaderBelow: "C")), grade, leaders: leader));

    [Fact]
    public void Two_months_under_a_score_warn_and_three_propose_exit_with_coaching_before_either()
    {
        var under = When("x < 60");
        var plan = Ladder(new([], under, MeasureKind.Coaching), new([], under, MeasureKind.Warning) { Needs = MeasureKind.Coaching }, new([], under, MeasureKind.Exit) { Needs = MeasureKind.Coaching });
        string After(int months, int? coached) => Proposed(plan, new string('E', months), coached);
        Assert.Equal(["Coaching", "Coaching", "Warning", "Exit"], new[] { After(1, null), After(2, null), After(2, 8), After(3, 8) });
    }
}
