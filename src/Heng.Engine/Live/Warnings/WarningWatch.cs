using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Live.Warnings;

/// <summary>A buyer who waits, courtesy left out.</summary>
public readonly record struct WaitNow(long Reception, Instant Since);

/// <summary>Somebody at an instant. Answered: seconds that the rounds answered lately took, the newest last. Person null: accounts that nobody is bound to.</summary>
public sealed record AgentMoment(string? Person, string? Group, string? Shift, int Open, IReadOnlyList<WaitNow> Waits, IReadOnlyList<int> Answered)
{
    public AccountStatus? Status { get; init; }
    public Instant? StatusSince { get; init; }
    public ShiftSpan? OnShift { get; init; }
}

/// <summary>A shop at an instant; Minute is the wall's.</summary>
public sealed record ShopMoment(string Shop, Instant Now, int Minute, IReadOnlyList<AgentMoment> Agents);

/// <summary>What holds at an instant that is to be warned of. It remembers nothing: what it was before is <see cref="OpenWarnings"/>'.</summary>
public static class WarningWatch
{
    private static readonly Explanation.Wording Offline = new("离线", "offline"), Suspended = new("挂起", "suspended");

    public static IReadOnlyList<Raised> Look(ShopMoment at, WarningRules rules) => Loud([.. at.Agents.SelectMany(a => Of(a, at, rules.For(a.Group, a.Shift)))], at.Minute, rules);

    /// <summary>In quiet hours the gravest alone.</summary>
    public static IReadOnlyList<Raised> Loud(IReadOnlyList<Raised> raised, int minute, WarningRules rules) =>
        rules.Quiet?.Holds(minute) == true ? [.. raised.Where(r => r.Gravity == Gravity.Grave)] : raised;

    /// <summary>Of what happened, what is to be raised now.</summary>
    public static IReadOnlyList<Raised> Asked(IReadOnlyList<Raised> happened, ShopMoment at, WarningRules rules)
    {
        if (happened.Count == 0) return happened;
        var shifts = at.Agents.ToLookup(a => (a.Person, a.Group), a => a.Shift);
        return Loud([.. happened.Where(r => rules.For(r.Of.Group, shifts[(r.Of.Person, r.Of.Group)].FirstOrDefault()) is var limits
            && r.Kind switch { WarningKind.ForbiddenWords => limits.ForbiddenWords, WarningKind.RiskWords => limits.RiskWords, WarningKind.Complaint => limits.Complaints, _ => true })], at.Minute, rules);
    }

    /// <summary>Whether what was warned of holds still by the limit that it was raised by, in quiet hours too: who is no longer warned of it then has limits or quiet hours to thank.</summary>
    public static bool HoldsStill(Raised of, ShopMoment at, WarningRules rules) => of.Limit is { } limit && at.Agents.Where(a => a.Group == of.Of.Group && (of.Of.Person is null || a.Person == of.Of.Person))
        .SelectMany(a => Of(a, at, By(of.Kind, (int)limit, rules.For(a.Group, a.Shift)))).Any(r => r.Kind == of.Kind);

    private static WarningLimits By(WarningKind kind, int limit, WarningLimits others) => kind switch
    {
        WarningKind.LongWait => others with { WaitSeconds = limit }, WarningKind.Unanswered => others with { UnansweredSeconds = limit }, WarningKind.SlowAverage => others with { AverageSeconds = limit },
        WarningKind.Overload => others with { OpenSessions = limit }, WarningKind.Away => others with { AwaySeconds = limit }, _ => others,
    };

    private static IEnumerable<Raised> Of(AgentMoment agent, ShopMoment at, WarningLimits limits)
    {
        WarningSubject of = new(at.Shop, agent.Group, agent.Person);
        var left = agent.Waits.Where(w => Over(at.Now.SecondsSince(w.Since), limits.UnansweredSeconds)).ToList();
        var late = agent.Waits.Where(w => Over(at.Now.SecondsSince(w.Since), limits.WaitSeconds)).Except(left).ToList();
        if (left.Count > 0) yield return Waits(WarningKind.Unanswered, Gravity.Grave, left, limits.UnansweredSeconds);
        if (late.Count > 0) yield return Waits(WarningKind.LongWait, Gravity.Serious, late, limits.WaitSeconds);
        if (agent.Answered.Count >= limits.AverageOver && limits.AverageSeconds is { } most)
        {
            var last = agent.Answered.Skip(agent.Answered.Count - limits.AverageOver).Sum(s => (decimal)s) / limits.AverageOver;
            if (last > most) yield return new(WarningKind.SlowAverage, of, at.Now, Gravity.Notice) { Figure = last, Limit = most };
        }
        if (limits.OpenSessions is { } sessions && agent.Open > sessions) yield return new(WarningKind.Overload, of, at.Now, Gravity.Serious) { Figure = agent.Open, Limit = sessions };
        if (Away(agent, at.Now) is { } since && Over(at.Now.SecondsSince(since), limits.AwaySeconds))
            yield return new(WarningKind.Away, of, since, Gravity.Serious) { Figure = at.Now.SecondsSince(since), Limit = limits.AwaySeconds, What = agent.Status == AccountStatus.Offline ? Offline : Suspended };

        Raised Waits(WarningKind kind, Gravity gravity, List<WaitNow> waits, int? limit)
        {
            var first = waits.MinBy(w => w.Since);
            return new(kind, of, first.Since, gravity)
            {
                Count = waits.Count, Figure = at.Now.SecondsSince(first.Since), Limit = limit, Reception = first.Reception,
                Parts = waits.Count == 1 ? [] : Raised.Foremost(waits.Select(w => new WarnedPart(agent.Person, w.Since) { Figure = at.Now.SecondsSince(w.Since), Reception = w.Reception }), happened: false),
            };
        }
    }

    /// <summary>Since when somebody is away from a shift that goes on: no earlier than it began.</summary>
    private static Instant? Away(AgentMoment agent, Instant now) =>
        agent is { Person: not null, Status: AccountStatus.Offline or AccountStatus.Suspended, StatusSince: { } since, OnShift: { } shift } && shift.Start <= now && now < shift.End
            ? since > shift.Start ? since : shift.Start : null;

    private static bool Over(long seconds, int? limit) => limit is { } most && seconds > most;
}
