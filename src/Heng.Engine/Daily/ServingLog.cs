using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>
/// When somebody was online and not suspended, by the status logs of their accounts. OpenSince: the log breaks off while they serve, and how long they stayed nobody knows.
/// </summary>
public sealed record ServingLog(IReadOnlyList<Spell> Served, Instant? OpenSince)
{
    public static ServingLog Of(IEnumerable<StatusChange> log)
    {
        var (served, open) = (new List<Spell>(), (Instant?)null);
        foreach (var account in log.GroupBy(c => c.Account, StringComparer.Ordinal))
            if (Walk([.. account.Distinct().OrderBy(c => c.At).ThenBy(c => c.Status)], served) is { } since && (open is null || since < open)) open = since;
        return new(Union(served), open);
    }

    public bool IsKnown => Served.Count > 0 || OpenSince is not null;

    /// <summary>The first instant from then on at which they serve; null where the log shows none.</summary>
    public Instant? FirstFrom(Instant at)
    {
        Instant? first = Served.Where(s => s.To > at).Select(s => (Instant?)(s.From > at ? s.From : at)).FirstOrDefault();
        return OpenSince is { } open && (first is not { } known || open < known) ? open > at ? open : at : first;
    }

    private static Instant? Walk(List<StatusChange> log, List<Spell> served)
    {
        var state = new AccountState();
        Instant? since = null;
        for (var i = 0; i < log.Count; i++)
        {
            if (i > 0) state.Wait(log[i - 1].At, log[i].At);
            if (i > 0 && state is { IsOnline: true, IsSuspended: false }) served.Add(new(log[i - 1].At, log[i].At));
            state.Take(log[i]);
            since = state is { IsOnline: true, IsSuspended: false } ? since ?? log[i].At : null;
        }
        return since;
    }

    private static List<Spell> Union(IEnumerable<Spell> spells)
    {
        var union = new List<Spell>();
        foreach (var spell in spells.Where(s => s.Seconds > 0).OrderBy(s => s.From))
        {
            if (union.Count > 0 && spell.From <= union[^1].To) union[^1] = union[^1] with { To = spell.To > union[^1].To ? spell.To : union[^1].To };
            else union.Add(spell);
        }
        return union;
    }
}
