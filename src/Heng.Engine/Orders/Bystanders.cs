using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// The agents beside the credit: who assisted (协助) and who urged payment (催付). Each list names an agent once, in order of the talks' start.
/// Whoever the order landed on, by either event, is no assistant of it.
/// </summary>
internal sealed class Bystanders(RuleSet rules, TalkIndex index)
{
    private readonly List<int> found = [];

    /// <summary>Others whose talk held the event or ended within the attribution window before it.</summary>
    public IReadOnlyList<int> Before(int buyer, Landing landing, Landing other)
    {
        if (landing.At is not { } at || landing.Agent is null) return [];
        var oldest = at.UnixSeconds - rules.AttributionSeconds;
        var (from, to) = index.Reaching(buyer, oldest, at.UnixSeconds);
        found.Clear();
        foreach (ref readonly var talk in index.Talks[from..to])
            if (talk.End >= oldest && talk.Agent != landing.Agent && talk.Agent != other.Agent) Note(talk.Agent);
        return Taken();
    }

    /// <summary>协助跟进: others who began to talk after the payment (unpaid: after the order), at most the attribution window later, and did not assist before.</summary>
    public IReadOnlyList<int> After(int buyer, Landing created, Landing paid, IReadOnlyList<int> ordering, IReadOnlyList<int> paying)
    {
        var since = (paid.At ?? created.At)!.Value.UnixSeconds;
        // An order that landed on nobody is followed up within the limit or not at all.
        var longest = created.Agent is null && paid.Agent is null && rules.SilentFollowUpSeconds is { } limit ? limit : rules.AttributionSeconds;
        var (from, to) = index.Reaching(buyer, since, since + longest);
        found.Clear();
        foreach (ref readonly var talk in index.Talks[from..to])
            if (talk.Start > since && talk.Agent != created.Agent && talk.Agent != paid.Agent && !Has(ordering, talk.Agent) && !Has(paying, talk.Agent))
                Note(talk.Agent);
        return Taken();
    }

    /// <summary>
    /// Who urged: a talk that ended after the order was placed, while it was unpaid and within the payment window. Sessions keep no time for each human
    /// message, so a talk that went on beyond the payment is not taken for urging.
    /// </summary>
    public IReadOnlyList<int> Urging(int buyer, Landing placed, Instant created, Instant? paid, Instant windowEnd)
    {
        var latest = placed.Agent is null && rules.SilentUrgingSeconds is { } limit ? created.UnixSeconds + limit : long.MaxValue;
        var until = Math.Min(paid?.UnixSeconds ?? long.MaxValue, windowEnd.UnixSeconds);
        var (from, to) = index.Reaching(buyer, created.UnixSeconds + 1, until);
        found.Clear();
        foreach (ref readonly var talk in index.Talks[from..to])
            if (talk.End > created.UnixSeconds && talk.End < until && talk.Start <= latest) Note(talk.Agent);
        return Taken();
    }

    private void Note(int agent)
    {
        if (!found.Contains(agent)) found.Add(agent);
    }

    private int[] Taken() => found.Count == 0 ? [] : [.. found];

    private static bool Has(IReadOnlyList<int> agents, int agent)
    {
        for (var i = 0; i < agents.Count; i++)
            if (agents[i] == agent) return true;
        return false;
    }
}
