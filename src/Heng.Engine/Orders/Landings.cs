using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// Decides one event of an order (落实): inside a talk, else the talk that ended last before it within the attribution window, else nobody.
/// A talk that began after the event never gets it. The window counts from the talk's last message, its exact length included.
/// </summary>
internal sealed class Landings(RuleSet rules, TalkIndex index)
{
    public Landing Of(int? buyer, Instant? at)
    {
        if (at is not { } instant) return new Landing(null, null, null, Clause.NotYet, null, null);
        if (buyer is not { } known) return new Landing(at, null, null, Clause.NoBuyer, null, null);
        var seconds = instant.UnixSeconds;
        var best = Best(known, seconds, butNot: null);
        if (best < 0) return new Landing(at, null, null, Clause.Silent, null, null);
        var winner = index.Talks[best];
        var second = Best(known, seconds, butNot: winner.Agent);
        var part = index.PartAt(winner, seconds);
        return new Landing(at, winner.Agent, part.Id, winner.Holds(seconds) ? Clause.InsideSession : Clause.LastBefore,
            second < 0 ? null : index.Talks[second].Agent, second < 0 ? null : Why(winner, index.Talks[second], seconds)) { Day = part.Day };
    }

    /// <summary>
    /// What stands in the place of a landing since it was corrected: the agent, or nobody, with the talk of theirs that held the event or ended last before it, where there is one. Who would
    /// have had it is the runner-up. What has not happened yet, or comes to the same, is as it is.
    /// </summary>
    public Landing Corrected(int? buyer, Landing without, int? agent)
    {
        if (without.At is not { } at || without.Agent == agent) return without;
        var corrected = new Landing(at, agent, null, Clause.Corrected, without.Agent, without.Agent is null ? null : WhyLost.Corrected);
        if (buyer is not { } known || agent is not { } whose) return corrected;
        var own = Best(known, at.UnixSeconds, butNot: null, only: whose);
        if (own < 0) return corrected;
        var part = index.PartAt(index.Talks[own], at.UnixSeconds);
        return corrected with { Session = part.Id, Day = part.Day };
    }

    private int Best(int buyer, long at, int? butNot, int? only = null)
    {
        var oldest = at - rules.AttributionSeconds;
        var (from, to) = index.Reaching(buyer, oldest, at);
        var best = -1;
        var talks = index.Talks;
        for (var i = from; i < to; i++)
            if (talks[i].End >= oldest && talks[i].Agent != butNot && (only is null || talks[i].Agent == only) && (best < 0 || Beats(talks[i], talks[best], at)))
                best = i;
        return best;
    }

    private bool Beats(in Talk a, in Talk b, long at)
    {
        var (inside, other) = (a.Holds(at), b.Holds(at));
        if (inside != other) return inside;
        var (ends, rounds) = (a.End.CompareTo(b.End), a.Rounds.CompareTo(b.Rounds));
        var order = inside && rules.TieBreak == TieBreak.MostRounds ? (rounds != 0 ? rounds : ends) : ends != 0 ? ends : rounds;
        return order != 0 ? order > 0 : a.Key < b.Key;
    }

    private WhyLost Why(in Talk winner, in Talk loser, long at)
    {
        var inside = winner.Holds(at);
        if (inside != loser.Holds(at)) return WhyLost.NotInside;
        var (sameEnd, sameRounds) = (winner.End == loser.End, winner.Rounds == loser.Rounds);
        if (sameEnd && sameRounds) return WhyLost.EqualSoByKey;
        if (sameEnd || !sameRounds && inside && rules.TieBreak == TieBreak.MostRounds) return WhyLost.FewerRounds;
        return inside ? WhyLost.EndedEarlier : WhyLost.EndedLongerAgo;
    }
}
