using Heng.Engine.Records;

namespace Heng.Engine.Quality.Book;

/// <summary>What is known when somebody takes a step with a rule: whether a second person is needed, whether its precision passed the shop's bar, the first day that no closed month holds.</summary>
public sealed record RuleSituation(string Who, Instant At, bool SecondNeeded, bool Passed, DateOnly FirstOpen);

/// <summary>
/// The course of one rule: proposed, confirmed by a second person, in shadow from its day, counting from a day on, ended. A new version runs in shadow beside the one that counts, and takes its
/// place once it counts itself. No step reaches into a closed month with anything that counts.
/// </summary>
public sealed record RuleCourse(IReadOnlyList<RuleStep> Happened)
{
    private readonly Lazy<IReadOnlyList<RuleVersion>> versions = new(() => Of(Happened));

    public IReadOnlyList<RuleVersion> Versions => versions.Value;
    public RuleVersion Newest => Versions[^1];

    /// <summary>
    /// The version that speaks for the rule on a day: what counts, else what runs in shadow, else the last that was confirmed, else the last that was not refused. A draft that waits or was
    /// dropped never stands in the place of one that looked at chats.
    /// </summary>
    public RuleVersion Shown(DateOnly day) => Versions.LastOrDefault(v => v.CountsOn(day)) ?? Versions.LastOrDefault(v => v.RunsOn(day)) ?? Versions.LastOrDefault(v => v.ConfirmedBy is not null)
        ?? Versions.LastOrDefault(v => !v.Dropped) ?? Newest;

    /// <summary>Whether a change waits beside a version that runs or ran.</summary>
    public bool HasProposal => Newest.Waits && Versions.Any(v => v.ConfirmedBy is not null);

    /// <summary>The versions that look at a day's chats: at most one that counts and one in shadow.</summary>
    public IEnumerable<(RuleVersion Version, bool Live)> On(DateOnly day)
    {
        if (Versions.LastOrDefault(v => v.CountsOn(day)) is { } live) yield return (live, true);
        if (Versions.LastOrDefault(v => v.RunsOn(day)) is { } latest && !latest.CountsOn(day)) yield return (latest, false);
    }

    public static (IReadOnlyList<RuleStep> Happens, RuleRefusal? Refused) Begin(string text, DateOnly from, string why, RuleSituation now) => Propose(0, text, from, why, now);

    public (IReadOnlyList<RuleStep> Happens, RuleRefusal? Refused) Propose(string text, DateOnly from, string why, RuleSituation now) =>
        Newest.Waits ? No(RuleRefusal.Waiting) : Newest.Text == text && !Newest.Dropped && Newest.Over is null ? No(RuleRefusal.Unchanged) : Propose(Newest.Number, text, from, why, now);

    public (IReadOnlyList<RuleStep> Happens, RuleRefusal? Refused) Confirm(RuleSituation now) =>
        !Newest.Waits ? No(RuleRefusal.NotOpen) : now.Who == Newest.By && now.SecondNeeded ? No(RuleRefusal.SamePerson) : Yes(new RuleStep(RuleEvent.Confirmed, now.Who, now.At, "", Newest.Number));

    /// <summary>Who proposed it takes it back; another refuses it with a reason.</summary>
    public (IReadOnlyList<RuleStep> Happens, RuleRefusal? Refused) Drop(string why, RuleSituation now) => this switch
    {
        _ when !Newest.Waits => No(RuleRefusal.NotOpen),
        _ when now.Who == Newest.By => Yes(new RuleStep(RuleEvent.Withdrawn, now.Who, now.At, why.Trim(), Newest.Number)),
        _ when string.IsNullOrWhiteSpace(why) => No(RuleRefusal.NeedsReason),
        _ => Yes(new RuleStep(RuleEvent.Refused, now.Who, now.At, why.Trim(), Newest.Number)),
    };

    /// <summary>Who proposed a rule doesn't make it count, where another may.</summary>
    public (IReadOnlyList<RuleStep> Happens, RuleRefusal? Refused) Activate(DateOnly from, string why, RuleSituation now) => this switch
    {
        _ when Newest.ConfirmedBy is null || Newest.Live is not null || Newest.Over is not null => No(RuleRefusal.NotInShadow),
        _ when now.Who == Newest.By && now.SecondNeeded => No(RuleRefusal.SamePerson),
        _ when !now.Passed => No(RuleRefusal.BarNotPassed),
        _ when from < Newest.Shadow => No(RuleRefusal.BeforeItsShadow),
        _ when from < now.FirstOpen => No(RuleRefusal.MonthClosed),
        _ => Yes(new RuleStep(RuleEvent.Activated, now.Who, now.At, why.Trim(), Newest.Number, from)),
    };

    public (IReadOnlyList<RuleStep> Happens, RuleRefusal? Refused) End(DateOnly from, string why, RuleSituation now) => this switch
    {
        _ when !Versions.Any(v => v.ConfirmedBy is not null && v.Over is null) => No(RuleRefusal.NotInForce),
        _ when string.IsNullOrWhiteSpace(why) => No(RuleRefusal.NeedsReason),
        _ when from < now.FirstOpen => No(RuleRefusal.MonthClosed),
        _ => Yes(new RuleStep(RuleEvent.Ended, now.Who, now.At, why.Trim(), Newest.Number, from)),
    };

    private static (IReadOnlyList<RuleStep>, RuleRefusal?) Propose(int before, string text, DateOnly from, string why, RuleSituation now)
    {
        var proposed = new RuleStep(RuleEvent.Proposed, now.Who, now.At, why.Trim(), before + 1, from, text);
        return now.SecondNeeded ? Yes(proposed) : Yes(proposed, new(RuleEvent.Confirmed, now.Who, now.At, "", before + 1));
    }

    private static (IReadOnlyList<RuleStep>, RuleRefusal?) Yes(params IReadOnlyList<RuleStep> happens) => (happens, null);
    private static (IReadOnlyList<RuleStep>, RuleRefusal?) No(RuleRefusal why) => ([], why);

    private static List<RuleVersion> Of(IReadOnlyList<RuleStep> happened)
    {
        var versions = new List<RuleVersion>();
        foreach (var step in happened)
        {
            var last = versions.Count - 1;
            switch (step.What)
            {
                case RuleEvent.Proposed: versions.Add(new(step.Version, step.Text!, step.Who, step.From!.Value)); break;
                case RuleEvent.Confirmed: versions[last] = versions[last] with { ConfirmedBy = step.Who }; break;
                case RuleEvent.Refused or RuleEvent.Withdrawn: versions[last] = versions[last] with { Dropped = true }; break;
                case RuleEvent.Activated: versions[last] = versions[last] with { Live = step.From }; break;
                default: End(versions, step.From!.Value); break;
            }
        }
        return versions;
    }

    private static void End(List<RuleVersion> versions, DateOnly from)
    {
        for (var v = 0; v < versions.Count; v++)
            if (versions[v] is { Over: null, ConfirmedBy: not null }) versions[v] = versions[v] with { Over = from };
    }
}
