using Heng.Engine.Choosing;
using Heng.Engine.Metrics;

namespace Heng.Engine.Tests.Choosing;

/// <summary>A choice of indicators from everything considered to its owner's signature, as a shop goes through it.</summary>
public class ChoiceCycleTests
{
    private static readonly ChoiceSituation Now = new(Catalogue.Find, name => name is "店长" or "人事");

    private static Considered Of(string metric, string? struck = null, decimal? weight = null, Better better = Better.None) =>
        new(metric, new("试试", "try")) { Struck = struck, Weight = weight, Better = better };

    private static readonly IndicatorChoice Begun = new("客服指标", "front-line", [Of("average-response"), Of("consult-conversion"), Of("received"), Of("typing-speed")]);

    private static IndicatorChoice Did(IndicatorChoice choice, ChoiceDeed deed) => ChoiceCycle.Decide(choice, deed, Now) is { Next: { } next, Refused: null } ? next : throw new InvalidOperationException("refused");

    private static IndicatorChoice Short => Did(Begun, new Shorten("人事", true, [Of("typing-speed", "分不出高下")]));

    private static Weigh Weights(decimal response, decimal conversion, decimal received, Better better = Better.Higher, string owner = "店长") =>
        new("人事", true, [Of("average-response", null, response), Of("consult-conversion", null, conversion), Of("received", null, received, better)], owner);

    private static void Refuses(ChoiceRefusal refusal, IndicatorChoice choice, ChoiceDeed deed, params string[] about)
    {
        var step = ChoiceCycle.Decide(choice, deed, Now);
        Assert.Equal(refusal, step.Refused);
        Assert.Null(step.Next);
        Assert.Equal(about, step.About ?? []);
    }

    [Fact]
    public void A_long_list_is_shortened_weighed_and_signed_by_its_owner()
    {
        Assert.Equal(ChoiceStage.LongList, Begun.Stage);
        Assert.Equal((ChoiceStage.ShortList, 3, "分不出高下"), (Short.Stage, Short.Kept.Count(), Short.List[3].Struck));
        var chosen = Did(Short, Weights(30, 45, 25));
        Assert.Equal((ChoiceStage.Chosen, "店长", 100m), (chosen.Stage, chosen.Owner, chosen.Weights));
        var signed = Did(chosen, new SignChoice("店长", true));
        Assert.Equal(chosen with { Stage = ChoiceStage.Signed }, signed);
    }

    [Fact]
    public void Nobody_strikes_without_a_reason_and_something_is_left()
    {
        Refuses(ChoiceRefusal.StruckWithoutReason, Begun, new Shorten("人事", true, [Of("received", " "), Of("typing-speed", "")]), "received", "typing-speed");
        Refuses(ChoiceRefusal.NothingKept, Begun, new Shorten("人事", true, [.. Begun.List.Select(c => Of(c.Metric, "不要"))]));
        Refuses(ChoiceRefusal.StruckWithoutReason, Short, new Weigh("人事", true, [Of("received", "")], "店长"), "received");
    }

    [Fact]
    public void Weights_add_up_to_exactly_100_and_each_is_above_0()
    {
        Refuses(ChoiceRefusal.WeightsNotHundred, Short, Weights(30, 45, 24.99m)); // 99.99
        Refuses(ChoiceRefusal.WeightsNotHundred, Short, Weights(30, 45, 25.01m)); // 100.01
        Refuses(ChoiceRefusal.WeightNotAboveZero, Short, Weights(55, 45, 0), "received");
        // One that was not named has no weight yet.
        Refuses(ChoiceRefusal.WeightNotAboveZero, Short, new Weigh("人事", true, [Of("average-response", null, 55), Of("consult-conversion", null, 45)], "店长"), "received");
        Assert.Equal(ChoiceStage.Chosen, Did(Short, Weights(33.33m, 33.33m, 33.34m)).Stage);
    }

    [Fact]
    public void Where_the_catalogue_has_no_better_side_somebody_says_one() => Refuses(ChoiceRefusal.DirectionMissing, Short, Weights(30, 45, 25, Better.None), "received");

    [Fact]
    public void Only_the_owner_signs_and_only_what_was_weighed()
    {
        var chosen = Did(Short, Weights(30, 45, 25));
        Refuses(ChoiceRefusal.NotTheOwner, chosen, new SignChoice("人事", true));
        Refuses(ChoiceRefusal.NotWeighed, Short, new SignChoice("店长", true));
        Refuses(ChoiceRefusal.OwnerUnknown, Short, Weights(30, 45, 25, owner: "路人"));
        Refuses(ChoiceRefusal.NotShortened, Begun, Weights(30, 45, 25));
    }

    [Fact]
    public void What_is_signed_is_frozen_and_a_new_round_starts_from_it()
    {
        var signed = Did(Did(Short, Weights(30, 45, 25)), new SignChoice("店长", true));
        foreach (var deed in new ChoiceDeed[] { new AddToList("人事", true, [Of("slow")]), new Shorten("人事", true, []), Weights(50, 25, 25), new StepBack("人事", true), new SignChoice("店长", true) })
            Refuses(ChoiceRefusal.AlreadySigned, signed, deed);
        var again = signed.Again(7);
        Assert.Equal((ChoiceStage.LongList, null, 7L, "分不出高下"), (again.Stage, again.Owner, again.From, again.List[3].Struck));
        Assert.Equal(ChoiceStage.ShortList, Did(again, new Shorten("人事", true, [])).Stage);
    }

    [Fact]
    public void What_is_added_or_taken_up_again_takes_the_owner_away()
    {
        var chosen = Did(Short, Weights(30, 45, 25));
        Assert.Equal((ChoiceStage.LongList, null, 5), Did(chosen, new AddToList("人事", true, [Of("slow"), Of("received")])) is var added ? (added.Stage, added.Owner, added.List.Count) : default);
        Assert.Equal((ChoiceStage.ShortList, null, 100m), Did(chosen, new StepBack("人事", true)) is var back ? (back.Stage, back.Owner, back.Weights) : default);
        Assert.Equal(ChoiceStage.LongList, Did(Begun, new StepBack("人事", true)).Stage);
        Refuses(ChoiceRefusal.NothingConsidered, Begun, new AddToList("人事", true, [Of("received")]));
        Refuses(ChoiceRefusal.MetricUnknown, Begun, new AddToList("人事", true, [Of("no-such")]), "no-such");
    }

    [Fact]
    public void What_was_struck_from_the_long_list_is_not_weighed_back_in()
    {
        var rows = Weights(30, 45, 25);
        Assert.Equal("分不出高下", Did(Short, rows with { Rows = [.. rows.Rows, Of("typing-speed", null, 10)] }).List[3].Struck);
    }

    [Fact]
    public void A_deed_needs_a_named_person_who_may_and_a_beginning_a_title_a_position_and_something_to_consider()
    {
        Refuses(ChoiceRefusal.NeedsNamedPerson, Begun, new StepBack(null, true));
        Refuses(ChoiceRefusal.RoleMayNot, Begun, new StepBack("质检", false));
        Assert.Equal(ChoiceRefusal.TitleTooLong, ChoiceCycle.Begin(Begun with { Title = new('长', 81) }, "人事", true, Now).Refused);
        Assert.Null(ChoiceCycle.Begin(Begun with { Title = new('长', 80) }, "人事", true, Now).Refused);
        Assert.Equal(ChoiceRefusal.TitleMissing, ChoiceCycle.Begin(Begun with { Title = "" }, "人事", true, Now).Refused);
        Assert.Equal(ChoiceRefusal.PositionMissing, ChoiceCycle.Begin(Begun with { Position = "" }, "人事", true, Now).Refused);
        Assert.Equal(ChoiceRefusal.NothingConsidered, ChoiceCycle.Begin(Begun with { List = [] }, "人事", true, Now).Refused);
        Assert.Equal(ChoiceRefusal.MetricUnknown, ChoiceCycle.Begin(Begun with { List = [Of("no-such")] }, "人事", true, Now).Refused);
        Assert.Equal(ChoiceRefusal.RoleMayNot, ChoiceCycle.Begin(Begun, "质检", false, Now).Refused);
        Assert.Equal(Begun, ChoiceCycle.Begin(Begun, "人事", true, Now).Next);
    }
}
