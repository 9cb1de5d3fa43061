using Heng.Engine.Records;

namespace Heng.Engine.Facts.Kernel;

/// <summary>The seconds of one business day in which the shop is open (营业时间). With a cut after midnight the day's last hours are the next weekday's.</summary>
internal sealed class OpenDay
{
    private const int Day = 86_400;
    private readonly List<(int From, int To)> open = [];

    /// <summary>Null where the rules have no hours: then all seconds count.</summary>
    public static OpenDay? Of(RuleSet rules, DateOnly day) => rules.OpenHours.Count == 0 ? null : new(rules, day);

    private OpenDay(RuleSet rules, DateOnly day)
    {
        var found = new List<(int From, int To)>();
        for (var i = 0; i < 2; i++)
            foreach (var hours in rules.OpenHours.Where(h => h.Holds(day.AddDays(i).DayOfWeek)))
            {
                var midnight = i * Day - rules.Clock.CutHour * 3600;
                found.Add((Math.Clamp(midnight + hours.FromMinute * 60, 0, Day), Math.Clamp(midnight + hours.ToMinute * 60, 0, Day)));
            }
        foreach (var (from, to) in found.Where(f => f.From < f.To).Order())
        {
            if (open.Count > 0 && from <= open[^1].To) open[^1] = (open[^1].From, Math.Max(open[^1].To, to));
            else open.Add((from, to));
        }
    }

    /// <summary>Open seconds from the one second of the day to the other.</summary>
    public int Between(int from, int to) => Before(to) - Before(from);

    private int Before(int second)
    {
        var sum = 0;
        foreach (var (from, to) in open)
        {
            if (second <= from) break;
            sum += Math.Min(second, to) - from;
        }
        return sum;
    }
}
