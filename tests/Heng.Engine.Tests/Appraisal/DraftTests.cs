using Heng.Engine.Appraisal;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Appraisal;

/// <summary>Two devices at one card: the desk and the phone.</summary>
public sealed class DraftTests
{
    private DraftCell cell = DraftCell.Empty;

    private static Typed Of(string points, string comment = "") => new(points, comment);

    private bool Saves(string from, int seen, Typed typed)
    {
        if (Drafts.Saved(cell, typed, seen, Line(from)) is not { } line) return false;
        cell = new([.. cell.Lines, line]);
        return true;
    }

    private bool Chooses(int seen, DraftChoice choice)
    {
        if (Drafts.Chosen(cell, choice, seen, Line("desk")) is not { } line) return false;
        cell = new([.. cell.Lines, line]);
        return true;
    }

    private static DraftLine Line(string from) => new(Typed.Nothing, false, from, "李组长", new(100));

    [Fact]
    public void A_first_draft_stands_and_the_same_again_is_nothing_new()
    {
        Assert.True(Saves("desk", 0, Of("12")));
        Assert.False(Saves("desk", 1, Of("12")));
        Assert.Equal((1, "12", null), (cell.Version, cell.What.Points, cell.Beside));
    }

    [Fact]
    public void A_form_goes_on_from_what_it_saved_itself_without_looking_again()
    {
        Saves("desk", 0, Of("1"));
        Assert.True(Saves("desk", 0, Of("12")));
        Assert.Equal((2, "12", null), (cell.Version, cell.What.Points, cell.Beside));
    }

    [Fact]
    public void What_was_not_touched_here_gives_way_to_what_was_changed_there()
    {
        Saves("desk", 0, Of("12"));
        Saves("phone", 1, Of("9"));
        // The desk sends its whole form again, with the 12 that it was opened with.
        Assert.False(Saves("desk-2", 1, Of("12")));
        Assert.Equal("9", cell.What.Points);
        Assert.Null(cell.Beside);
    }

    [Fact]
    public void An_empty_cell_that_was_filled_elsewhere_is_not_emptied()
    {
        Saves("phone", 0, Of("9"));
        Assert.False(Saves("desk", 0, Typed.Nothing));
        Assert.Equal("9", cell.What.Points);
    }

    [Fact]
    public void What_was_changed_on_both_sides_stands_side_by_side_until_one_is_chosen()
    {
        Saves("desk", 0, Of("12"));
        Saves("phone", 1, Of("9", "投诉两起"));
        Assert.True(Saves("desk-2", 1, Of("13")));
        Assert.Equal(("9", "13"), (cell.What.Points, cell.Beside!.What.Points));
        // Neither saving what stands, nor what waits, decides between them.
        Assert.False(Saves("phone", 2, Of("9", "投诉两起")));
        Assert.False(Saves("desk-2", 3, Of("13")));
        Assert.True(Chooses(3, DraftChoice.Beside));
        Assert.Equal(("13", null), (cell.What.Points, cell.Beside));
        Assert.Equal(["12", "9", "13", "13"], cell.Lines.Select(l => l.What.Points));
    }

    [Fact]
    public void A_third_text_typed_while_two_wait_is_kept_aside_too()
    {
        Saves("desk", 0, Of("12"));
        Saves("phone", 0, Of("9"));
        Assert.True(Saves("phone", 2, Of("10")));
        Assert.Equal(("12", "10"), (cell.What.Points, cell.Beside!.What.Points));
    }

    [Fact]
    public void A_choice_between_what_has_changed_since_is_no_choice()
    {
        Saves("desk", 0, Of("12"));
        Saves("phone", 0, Of("9"));
        Saves("phone", 2, Of("10"));
        Assert.False(Chooses(2, DraftChoice.Beside));
        Assert.True(Chooses(3, DraftChoice.Standing));
        Assert.Equal(("12", null), (cell.What.Points, cell.Beside));
        Assert.False(Chooses(4, DraftChoice.Standing));
    }

    [Fact]
    public void A_version_that_was_never_there_overwrites_nothing()
    {
        Saves("desk", 0, Of("12"));
        Assert.True(Saves("desk", 99, Of("3")));
        Assert.Equal(("12", "3"), (cell.What.Points, cell.Beside!.What.Points));
    }
}
