using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;

namespace Heng.Engine.Tests.Quality;

/// <summary>质一 and 质二 mark r1 and r2, each alone.</summary>
public sealed class CalibrationTests
{
    private static readonly InspectionForm Form = new("f", new("表", "form"), 0m, [new("a", new("甲", "a"), 10m, [new("x", new("错", "x"), Severity.NonFatal, 2m), new("y", new("漏", "y"), Severity.NonFatal, 3m)])]);
    private static readonly CriterionMark X = new("x", Verdict.Found, 1, null, "错了");
    private static CalibrationHappening Setting => new(CalibrationEvent.Set, "hr", default, "") { Name = "十月校准", Form = Form, Of = Sampled.Receptions, Items = ["r1", "r2"], Invited = ["质一", "质二"], Due = Today };
    private static DateOnly Today => new(2026, 11, 2);
    private static readonly IReadOnlyList<CriterionMark> Faulted = Form.RestFine([X]), Fine = Form.RestFine([]);

    private static CalibrationState Then(CalibrationState state, CalibrationStep step)
    {
        Assert.True(step.Happens is not null, step.Refused.ToString());
        return new([.. state.Happened, step.Happens]);
    }

    private static CalibrationState Marked()
    {
        var state = new CalibrationState([CalibrationCycle.Set(true, Setting, Today).Happens!]);
        state = Then(state, CalibrationCycle.Mark(state, "质一", "r1", Faulted, default));
        state = Then(state, CalibrationCycle.Mark(state, "质二", "r1", Fine, default));
        return Then(state, CalibrationCycle.Mark(state, "质一", "r2", Faulted, default));
    }

    [Fact]
    public void It_names_receptions_and_at_least_two_people()
    {
        Assert.Equal(InspectionRefusal.RoleMayNot, CalibrationCycle.Set(false, Setting, Today).Refused);
        Assert.Equal(InspectionRefusal.NameMissing, CalibrationCycle.Set(true, Setting with { Name = " " }, Today).Refused);
        Assert.Equal(InspectionRefusal.ItemUnknown, CalibrationCycle.Set(true, Setting with { Items = [] }, Today).Refused);
        Assert.Equal(InspectionRefusal.NobodyNamed, CalibrationCycle.Set(true, Setting with { Invited = ["质一"] }, Today).Refused);
        // Due on the day that it is set, and not before.
        Assert.Null(CalibrationCycle.Set(true, Setting with { Due = new(2026, 11, 2) }, Today).Refused);
        Assert.Equal(InspectionRefusal.DuePast, CalibrationCycle.Set(true, Setting with { Due = new(2026, 11, 1) }, Today).Refused);
        Assert.Equal(InspectionRefusal.DuePast, CalibrationCycle.Set(true, Setting with { Due = null }, Today).Refused);
    }

    [Fact]
    public void The_spread_counts_what_several_marked_alone()
    {
        var spread = Marked().Spreads;
        // r1: found once, fine once, so they are apart in 1 of 1; r2 has one card, and nothing to compare.
        Assert.Equal((1, 1, 0, 1, 1), (spread[0].Fine, spread[0].Found, spread[0].NotApplicable, spread[0].Split, spread[0].Items));
        Assert.Equal((2, 0, 0, 1), (spread[1].Fine, spread[1].Found, spread[1].Split, spread[1].Items));
        // 10 − 2 and 10.
        Assert.Equal([8m, 10m], Marked().CardsOf("r1").Select(c => c.Card.Earned));
    }

    [Fact]
    public void It_is_opened_once_two_can_be_compared_and_then_marked_no_more()
    {
        var begun = new CalibrationState([Setting]);
        Assert.Equal(InspectionRefusal.MarksMissing, CalibrationCycle.Open(begun, "hr", true, default).Refused);
        Assert.Equal(InspectionRefusal.NotInvited, CalibrationCycle.Mark(begun, "质三", "r1", Fine, default).Refused);
        Assert.Equal(InspectionRefusal.Unmarked, CalibrationCycle.Mark(begun, "质一", "r1", [X], default).Refused);
        Assert.Equal(InspectionRefusal.ItemUnknown, CalibrationCycle.Mark(begun, "质一", "r9", Fine, default).Refused);
        Assert.Equal(InspectionRefusal.NotOpened, CalibrationCycle.Agree(Marked(), "质一", false, "x", "算错", default).Refused);
        var opened = Then(Marked(), CalibrationCycle.Open(Marked(), "hr", true, default));
        Assert.Equal(InspectionRefusal.AlreadyOpened, CalibrationCycle.Mark(opened, "质二", "r2", Fine, default).Refused);
        Assert.Equal(InspectionRefusal.NotInvited, CalibrationCycle.Agree(opened, "质三", false, "x", "算错", default).Refused);
        Assert.Equal("算错", Then(opened, CalibrationCycle.Agree(opened, "质一", false, "x", "算错", default)).AgreedOn("x")!.Words);
    }
}
