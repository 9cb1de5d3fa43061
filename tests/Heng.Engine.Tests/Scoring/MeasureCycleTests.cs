using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Tests.Scoring;

/// <summary>A proposal of October's card, decided on the 10th of November.</summary>
public sealed class MeasureCycleTests
{
    private static readonly MeasureActor Leader = new("陈静", false, true), Stranger = new("陆明", false, false), Hr = new("周倩", true, false), Boss = new("店长", true, false);
    private static readonly DateOnly Today = new(2026, 11, 10);

    private static MeasureSituation Now(MeasureKind measure, MeasureKind? held = null) =>
        new(new(1), Today, "王雨桐", new(2026, 10, 31), new("weak", measure, 2, new("差", "weak")) { Held = held });

    private static object? Decided(MeasureActor by, MeasureKind measure, MeasureEvent act, string? day = "2026-11-10", string why = "理由", MeasureState? state = null, MeasureSituation? now = null) =>
        MeasureCycle.Decide(state ?? MeasureState.New(measure), new(by, act, measure, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), why), now ?? Now(measure)) is var step
            ? step.Refused is { } refused ? refused : step.Happens!.What : null;

    [Theory]
    [InlineData(MeasureKind.Coaching, true)]
    [InlineData(MeasureKind.Training, true)]
    [InlineData(MeasureKind.OneMoreMonth, false)]
    [InlineData(MeasureKind.Warning, false)]
    [InlineData(MeasureKind.TraineePay, false)]
    [InlineData(MeasureKind.Exit, false)]
    [InlineData(MeasureKind.Award, false)]
    [InlineData(MeasureKind.PayRaise, false)]
    public void Leaders_decide_coaching_and_training_of_their_group_and_HR_all(MeasureKind measure, bool leaders)
    {
        Assert.Equal(leaders ? MeasureEvent.Accepted : MeasureRefusal.RoleMayNot, Decided(Leader, measure, MeasureEvent.Accepted));
        Assert.Equal(MeasureEvent.Accepted, Decided(Hr, measure, MeasureEvent.Accepted));
        Assert.Equal(MeasureRefusal.RoleMayNot, Decided(Stranger, measure, MeasureEvent.Accepted));
        Assert.Equal(MeasureRefusal.OwnMeasure, Decided(new("王雨桐", true, true), measure, MeasureEvent.Accepted));
    }

    [Theory]
    [InlineData(MeasureKind.Warning, MeasureStage.Unconfirmed)]
    [InlineData(MeasureKind.Transfer, MeasureStage.Unconfirmed)]
    [InlineData(MeasureKind.Exit, MeasureStage.Unconfirmed)]
    [InlineData(MeasureKind.TraineePay, MeasureStage.Taken)]
    [InlineData(MeasureKind.Promotion, MeasureStage.Taken)]
    public void A_warning_a_transfer_and_an_exit_take_two(MeasureKind measure, MeasureStage stage)
    {
        var accepted = MeasureState.New(measure).After(new(MeasureEvent.Accepted, Hr.Name, new(1), Today, "理由"));
        Assert.Equal(stage, accepted.Stage);
        if (stage != MeasureStage.Unconfirmed) return;
        Assert.Equal(MeasureRefusal.SamePerson, Decided(Hr, measure, MeasureEvent.Confirmed, state: accepted));
        Assert.Equal(MeasureRefusal.AlreadyDecided, Decided(Boss, measure, MeasureEvent.Accepted, state: accepted));
        Assert.Equal(MeasureEvent.Confirmed, Decided(Boss, measure, MeasureEvent.Confirmed, state: accepted));
        Assert.Equal(MeasureEvent.Refused, Decided(Boss, measure, MeasureEvent.Refused, state: accepted));
        Assert.Equal(MeasureStage.Taken, accepted.After(new(MeasureEvent.Confirmed, Boss.Name, new(2), Today, "")).Stage);
        // The cards propose it no more: it can be ended, not confirmed.
        Assert.Equal(MeasureRefusal.NotProposed, Decided(Boss, measure, MeasureEvent.Confirmed, state: accepted, now: Now(measure) with { Proposal = null }));
        Assert.Equal(MeasureEvent.Refused, Decided(Boss, measure, MeasureEvent.Refused, state: accepted, now: Now(measure) with { Proposal = null }));
    }

    [Fact]
    public void What_waits_for_coaching_is_refused_by_name()
    {
        Assert.Equal(MeasureRefusal.CoachingFirst, Decided(Hr, MeasureKind.Exit, MeasureEvent.Accepted, now: Now(MeasureKind.Coaching, MeasureKind.Exit)));
        Assert.Equal(MeasureRefusal.OtherFirst, Decided(Hr, MeasureKind.Exit, MeasureEvent.Accepted, now: Now(MeasureKind.Warning, MeasureKind.Exit)));
        Assert.Equal(MeasureRefusal.NotProposed, Decided(Hr, MeasureKind.Exit, MeasureEvent.Accepted, now: Now(MeasureKind.Coaching, MeasureKind.Warning)));
        Assert.Equal(MeasureRefusal.NotProposed, Decided(Hr, MeasureKind.Exit, MeasureEvent.Refused, now: Now(MeasureKind.Coaching)));
    }

    [Theory]
    [InlineData(MeasureKind.Coaching, "2026-10-31", MeasureRefusal.DayTooEarly)]
    [InlineData(MeasureKind.Coaching, "2026-11-01", null)]
    [InlineData(MeasureKind.Coaching, "2026-11-10", null)]
    [InlineData(MeasureKind.Coaching, "2026-11-11", MeasureRefusal.DayAhead)]   // not held yet
    [InlineData(MeasureKind.Exit, "2027-02-10", null)]                          // 20 + 31 + 31 + 10 = 92 days ahead
    [InlineData(MeasureKind.Exit, "2027-02-11", MeasureRefusal.DayAhead)]
    [InlineData(MeasureKind.Exit, null, MeasureRefusal.NeedsDay)]
    public void A_measure_has_its_day_after_the_period_and_coaching_once_it_was_held(MeasureKind measure, string? day, MeasureRefusal? refused) =>
        Assert.Equal(refused is { } no ? no : MeasureEvent.Accepted, Decided(Hr, measure, MeasureEvent.Accepted, day));

    [Fact]
    public void Before_the_period_is_over_nothing_is_taken()
    {
        var last = Now(MeasureKind.Coaching) with { Today = new(2026, 10, 31) };
        Assert.Equal(MeasureRefusal.PeriodNotOver, Decided(Hr, MeasureKind.Coaching, MeasureEvent.Accepted, "2026-11-01", now: last));
        Assert.Equal(MeasureEvent.Accepted, Decided(Hr, MeasureKind.Coaching, MeasureEvent.Accepted, "2026-11-01", now: last with { Today = new(2026, 11, 1) }));
    }

    [Fact]
    public void Refusing_putting_off_and_what_is_harsh_need_a_reason()
    {
        Assert.Equal(MeasureRefusal.NeedsReason, Decided(Hr, MeasureKind.Coaching, MeasureEvent.Refused, why: " "));
        Assert.Equal(MeasureRefusal.NeedsReason, Decided(Hr, MeasureKind.Coaching, MeasureEvent.PutOff, null, ""));
        Assert.Equal(MeasureRefusal.NeedsReason, Decided(Hr, MeasureKind.TraineePay, MeasureEvent.Accepted, why: ""));
        Assert.Equal(MeasureEvent.Accepted, Decided(Hr, MeasureKind.Award, MeasureEvent.Accepted, why: ""));
        Assert.Equal(MeasureRefusal.DayTooEarly, Decided(Hr, MeasureKind.Coaching, MeasureEvent.PutOff, "2026-11-10"));
        Assert.Equal(MeasureEvent.PutOff, Decided(Hr, MeasureKind.Coaching, MeasureEvent.PutOff, "2026-11-11"));
    }

    [Fact]
    public void What_is_decided_stays_and_what_is_put_off_is_open()
    {
        var off = MeasureState.New(MeasureKind.Coaching).After(new(MeasureEvent.PutOff, Leader.Name, new(1), null, "下周"));
        Assert.Equal((MeasureStage.PutOff, MeasureEvent.Accepted), (off.Stage, Decided(Leader, MeasureKind.Coaching, MeasureEvent.Accepted, state: off)));
        var refused = off.After(new(MeasureEvent.Refused, Leader.Name, new(2), null, "不用"));
        Assert.Equal(MeasureRefusal.AlreadyDecided, Decided(Hr, MeasureKind.Coaching, MeasureEvent.Accepted, state: refused));
        Assert.Equal(MeasureRefusal.NothingToConfirm, Decided(Hr, MeasureKind.Coaching, MeasureEvent.Confirmed, state: off));
    }
}
