using Heng.Engine.Records;

namespace Heng.App.Features.Demo;

/// <summary>A shift (班次) on the shop's wall: seconds of the day, the end not included.</summary>
internal readonly record struct DemoShift(int Start, int End)
{
    public static readonly DemoShift Early = new(8 * Wall.Hour, 16 * Wall.Hour + 1800), Late = new(15 * Wall.Hour + 1800, 24 * Wall.Hour);
    public bool Holds(int second) => Start <= second && second < End;
}

/// <summary>Who works when: six days a week, early and late by turns of a week, a day of leave now and then, everybody at the promotion.</summary>
internal sealed class DemoRoster(DemoOptions options, IReadOnlyList<DemoPerson> people)
{
    /// <summary>The third weekend of the last month.</summary>
    public IReadOnlyList<DateOnly> Promotion { get; } = Weekend(options.Until);

    public bool IsPromotion(DateOnly day) => Promotion.Contains(day);

    /// <summary>Null: not at work on that day.</summary>
    public DemoShift? ShiftOf(DemoPerson person, DateOnly day)
    {
        if (!person.Chats || !person.EmployedOn(day)) return null;
        if (!IsPromotion(day) && (!IsDue(person, day) || OnLeave(person, day))) return null;
        return person.Position != DemoPosition.Leader && (person.Index + day.DayNumber / 7) % 2 == 0 ? DemoShift.Late : DemoShift.Early;
    }

    public IEnumerable<DemoPerson> At(DateOnly day) => people.Where(p => ShiftOf(p, day) is not null);

    public int DueDays(DemoPerson person, Month month) => Days(month).Count(d => IsDue(person, d));

    public int WorkedDays(DemoPerson person, Month month) => Days(month).Count(d => IsDue(person, d) && person.EmployedOn(d) && !OnLeave(person, d));

    private static bool IsDue(DemoPerson person, DateOnly day) =>
        person.Position == DemoPosition.Leader ? day.DayOfWeek != DayOfWeek.Sunday : (int)day.DayOfWeek != person.Index % 7;

    /// <summary>One day in forty, decided by day and person alone so that asking twice gives the same.</summary>
    private bool OnLeave(DemoPerson person, DateOnly day) =>
        StableHash.Mix(unchecked((ulong)(options.Seed * 31L + person.Index) * 1_000_003 + (ulong)day.DayNumber)) % 40 == 0;

    private static IEnumerable<DateOnly> Days(Month month)
    {
        for (var day = month.First; day <= month.Last; day = day.AddDays(1)) yield return day;
    }

    private static DateOnly[] Weekend(Month month)
    {
        var saturday = month.First;
        while (saturday.DayOfWeek != DayOfWeek.Saturday) saturday = saturday.AddDays(1);
        return [saturday.AddDays(14), saturday.AddDays(15)];
    }
}
