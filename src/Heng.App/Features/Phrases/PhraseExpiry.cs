using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Phrases;

/// <summary>How phrases stand, and whom the day's round tells: an owner seven days before the last day, and when it is over; each once.</summary>
public static class PhraseExpiry
{
    public const int DaysBefore = 7, UnusedDays = 60;

    public static PhraseStanding Of(Phrase phrase, DateOnly day)
    {
        if (phrase.EndsOn <= day) return PhraseStanding.Ended;
        if (phrase.Versions.Count == 0) return PhraseStanding.Draft;
        if (phrase.Versions.LastOrDefault(v => v.Holds(day)) is not { } holds) return phrase.Versions.Any(v => v.Begun(day)) ? PhraseStanding.Expired : PhraseStanding.Coming;
        return RunsOut(phrase, holds) && holds.Last <= day.AddDays(DaysBefore) ? PhraseStanding.Expiring : PhraseStanding.Valid;
    }

    public static IReadOnlyList<Notice> Remind(Database database, DateOnly today, Instant now) =>
        database.Notices.Tell([.. database.Matters(PhraseBook.Kind).All.SelectMany(kept => Of(kept, PhraseBook.Of(kept), today, now))]);

    private static IEnumerable<Notice> Of(KeptMatter<PhraseHappening> kept, Phrase phrase, DateOnly today, Instant now)
    {
        if (phrase.Versions is not [.., var last] || !RunsOut(phrase, last) || last.Last is not { } day || today < day.AddDays(-DaysBefore)) yield break;
        var over = today > day;
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = phrase.Code, ["day"] = (over ? day.AddDays(1) : day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        yield return new(last.Owner, over ? PhraseWords.ExpiredKind : PhraseWords.ExpiringKind, string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{last.Version}"), words, Links.Phrase(kept.Id), now);
    }

    /// <summary>By its own expiry: a version that another follows, or that was ended, needs nobody's doing.</summary>
    private static bool RunsOut(Phrase phrase, PhraseVersion version) => version.Last is not null && version.Version == phrase.Versions.Count && phrase.EndsOn is null;
}
