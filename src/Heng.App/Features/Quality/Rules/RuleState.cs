using Heng.Engine.Explanation;
using Heng.Engine.Quality.Book;

namespace Heng.App.Features.Quality.Rules;

/// <summary>Where a rule stands today, as word and icon.</summary>
public enum RuleStanding { Waiting, Shadow, Live, LiveAndShadow, Ended, NotAdopted }

public static class RuleStandings
{
    /// <summary>Where it stands by what looks at chats; a change that waits beside it moves nothing. What is in shadow is told to those who tend rules.</summary>
    public static RuleStanding Seen(RuleCourse course, DateOnly today, bool tends) => Of(course, today) is RuleStanding.LiveAndShadow && !tends ? RuleStanding.Live : Of(course, today);

    public static RuleStanding Of(RuleCourse course, DateOnly today)
    {
        var live = course.Versions.Any(v => v.CountsOn(today));
        var runs = course.Versions.LastOrDefault(v => v.RunsOn(today) || v is { ConfirmedBy: not null, Over: null });
        return live ? runs is { } latest && !latest.CountsOn(today) ? RuleStanding.LiveAndShadow : RuleStanding.Live
            : runs is not null ? RuleStanding.Shadow : course.Versions.Any(v => v.ConfirmedBy is not null) ? RuleStanding.Ended : course.Newest.Waits ? RuleStanding.Waiting : RuleStanding.NotAdopted;
    }

    public static Wording Words(RuleStanding standing) => standing switch
    {
        RuleStanding.Waiting => new("待确认", "to confirm"),
        RuleStanding.Shadow => new("影子", "shadow"),
        RuleStanding.Live => new("生效", "counts"),
        RuleStanding.LiveAndShadow => new("生效，新版影子", "counts; a new version in shadow"),
        RuleStanding.Ended => new("已停", "ended"),
        _ => new("未采用", "not adopted"),
    };

    public static string Icon(RuleStanding standing) => standing switch
    {
        RuleStanding.Waiting => "clock", RuleStanding.Shadow => "moon", RuleStanding.Live or RuleStanding.LiveAndShadow => "circle-check", RuleStanding.Ended => "ban", _ => "x",
    };

    public static string Tag(RuleStanding standing) => standing switch
    {
        RuleStanding.Waiting => "warn", RuleStanding.Shadow => "info", RuleStanding.Live or RuleStanding.LiveAndShadow => "good", _ => "quiet",
    };
}
