using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Calendars;

/// <summary>A day of one's own that notices told of: the last day of a part or survey (no hour), or a training, exam or dialogue at its hour. Times counts how often it was told anew.</summary>
public sealed record CalendarDay(string Key, string Title, string? Link, DateOnly? LastDay, Instant? Begins, Instant? Ends, Instant ToldAt, int Times, bool CalledOff)
{
    private const int Most = 500;

    /// <summary>From what somebody was told, the latest word on each; what names no day is no deadline.</summary>
    public static IReadOnlyList<CalendarDay> Of(Database database, string recipient, Language language)
    {
        var days = new Dictionary<string, CalendarDay>(StringComparer.Ordinal);
        foreach (var notice in database.Notices.Of(recipient, Most).Reverse().Select(n => n.Notice))
        {
            var (key, said) = (KeyOf(notice), new Said(notice.Words));
            if (notice.Kind.EndsWith("-called-off", StringComparison.Ordinal))
            {
                if (days.TryGetValue(key, out var known)) days[key] = known with { CalledOff = true, Times = known.Times + 1, ToldAt = notice.At };
                continue;
            }
            var lastDay = notice.Words.TryGetValue("last-day", out var last) ? SaidDays.DayOf(last) : null;
            var begins = lastDay is null && notice.Words.TryGetValue("at", out var at) ? SaidDays.InstantOf(at) : null;
            if (lastDay is null && begins is null) continue;
            var ends = begins is not null && notice.Words.TryGetValue("until", out var until) ? SaidDays.InstantOf(until) : null;
            days[key] = new(key, TitleOf(notice, said, language), notice.Link, lastDay, begins, ends > begins ? ends : null, notice.At, days.TryGetValue(key, out var before) ? before.Times + 1 : 0, false);
        }
        return [.. days.Values.OrderBy(d => d.Key, StringComparer.Ordinal)];
    }

    /// <summary>The same for the same matter, however often and by whatever words it is told: a part by its assessment and stage, all else by its page.</summary>
    private static string KeyOf(Notice notice) => IsPart(notice) ? string.Join('/', notice.Occasion.Split('/').Take(5)) : notice.Link ?? $"{notice.Kind}/{notice.Occasion}";

    private static bool IsPart(Notice notice) => notice.Kind is NoticeWords.PartBegins or NoticeWords.PartReminded or NoticeWords.RatingInvited;

    /// <summary>What a group may hear of it: a calendar is often seen by others. A reminder says no more than the part itself.</summary>
    private static string TitleOf(Notice notice, Said said, Language language)
    {
        var kind = NoticeWords.Find(notice.Kind == NoticeWords.PartReminded ? NoticeWords.PartBegins : notice.Kind);
        return kind is null ? notice.Kind : language.T(kind.InGroup?.Invoke(said) ?? kind.Name);
    }
}
