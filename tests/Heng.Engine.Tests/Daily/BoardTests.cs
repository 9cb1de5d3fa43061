using Heng.Engine.Daily;
using Heng.Engine.Duty;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Daily.Floor;

namespace Heng.Engine.Tests.Daily;

public sealed class BoardTests
{
    private static IReadOnlyList<BoardDay> Board(int from, int to, IReadOnlyList<OpenHours> open, params (int Day, string Times)[] shifts) =>
        RosterBoard.Of(Day(from), Day(to), shifts.ToLookup(s => Day(s.Day), s => Shift(s.Day, s.Times)), open, Clock);

    [Fact]
    public void Usual_is_the_median_of_the_rostered_days_before_and_less_than_four_fifths_of_it_is_thin()
    {
        // 10, 10 and 5 hours before: the median is 10, four fifths of it 8.
        (int, string)[] before = [(2, "08:00-18:00"), (3, "08:00-18:00"), (4, "08:00-13:00")];
        var exactly = Board(5, 5, [], [.. before, (5, "08:00-16:00")]).Single();
        Assert.Equal((1, 8m, (decimal?)10m, false), (exactly.People, exactly.Hours, exactly.UsualHours, exactly.IsThin));
        Assert.True(Board(5, 5, [], [.. before, (5, "08:00-15:59")]).Single().IsThin);
        // Of two the mean of both: (10 + 5) ÷ 2.
        Assert.Equal(7.5m, Board(5, 5, [], (3, "08:00-18:00"), (4, "08:00-13:00")).Single().UsualHours);
        Assert.Null(Board(5, 5, [], (5, "08:00-16:00")).Single().UsualHours);
        Assert.False(Board(5, 5, [], (5, "08:00-16:00")).Single().IsThin);
    }

    [Fact]
    public void A_gap_lies_between_the_first_start_and_the_last_end_and_anywhere_in_open_hours()
    {
        Assert.Equal([new Spell(At("5 12:00"), At("5 13:00"))], Board(5, 5, [], (5, "08:00-12:00"), (5, "13:00-18:00"), (5, "14:00-15:00")).Single().Gaps);
        Assert.Empty(Board(5, 5, [], (5, "08:00-13:00"), (5, "13:00-18:00")).Single().Gaps);
        Assert.Empty(Board(5, 5, []).Single().Gaps);
        // The 5th of November is a Thursday; open 07:00 to 20:00.
        OpenHours[] open = [new(DayOfWeek.Monday, DayOfWeek.Friday, 420, 1200)];
        Assert.Equal([new Spell(At("5 07:00"), At("5 08:00")), new Spell(At("5 18:00"), At("5 20:00"))], Board(5, 5, open, (5, "08:00-18:00")).Single().Gaps);
        Assert.Equal([new Spell(At("5 07:00"), At("5 20:00"))], Board(5, 5, open).Single().Gaps);
        // A night shift of the day before covers the morning.
        Assert.Equal([new Spell(At("5 18:00"), At("5 20:00"))], Board(5, 5, open, (4, "22:00-08:00"), (5, "08:00-18:00")).Single().Gaps);
    }

    [Fact]
    public void The_seventh_day_in_a_row_is_one_too_many_and_a_day_of_rest_begins_anew()
    {
        Assert.Equal([Day(7), Day(8)], RosterBoard.TooMany(Enumerable.Range(1, 8).Select(Day)).Order());
        Assert.Empty(RosterBoard.TooMany(Enumerable.Range(1, 6).Concat(Enumerable.Range(8, 6)).Select(Day)));
    }
}
