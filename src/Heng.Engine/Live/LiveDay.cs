using System.Globalization;
using System.Runtime.InteropServices;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;

namespace Heng.Engine.Live;

/// <summary>A buyer who waits for an answer: since which second of the business day, in which reception, whose.</summary>
/// <param name="Courtesy">All that the buyer said since is thanks or assent: an answer is polite and nobody is kept waiting.</param>
public readonly record struct Waiting(long Reception, int Agent, int Buyer, int Since, bool Courtesy);

/// <summary>What somebody's day has come to, and how busy they are. Seconds are of the business day.</summary>
/// <param name="Open">Sessions whose last message is no older than the gap that ends one (同时接待).</param>
/// <param name="Waiting">Buyers who wait (等待), those that only said thanks left out; <paramref name="WaitingSince"/> is the first of them.</param>
/// <param name="Today">What the agent's receptions and their quality add up to so far; an open round is unanswered in it.</param>
public sealed record AgentNow(int Agent, int Open, int Waiting, int? WaitingSince, Measures Today);

/// <summary>
/// What a shop's day has come to so far (今日). The facts are those that the batch works out (<see cref="Pipeline"/>), of the buyers of whom something is new; this only keeps them by buyer and
/// adds them up, so that at every moment the sums are those of a fold of all messages so far.
/// </summary>
public sealed class LiveDay(Instant start, int sessionGap)
{
    /// <summary>Who was not answered for so long has left; the round stays unanswered in every sum.</summary>
    public const int LongestWait = 7200;
    /// <summary>Nobody asks for more of the newest answers.</summary>
    public const int MostAnswered = 200;

    private readonly Dictionary<int, BuyerNow> buyers = [];
    private readonly Dictionary<int, Measures> sums = [];
    private readonly OngoingWaits waits = new();
    private readonly OngoingSessions open = new(sessionGap);
    private readonly LatelyAnswered answers = new(sessionGap);

    public IEnumerable<Reception> Receptions => buyers.Values.SelectMany(b => b.Receptions);
    public IEnumerable<Session> Sessions => buyers.Values.SelectMany(b => b.Sessions);
    public IEnumerable<KeptFinding> Findings => buyers.Values.SelectMany(b => b.Findings);

    /// <summary>Puts the facts of some buyers in the place of those that were known of them; the findings that count and were not known. The facts are of these buyers and of nobody else.</summary>
    /// <param name="isCourtesy">Whether a buyer has only said thanks since a second.</param>
    public IReadOnlyList<KeptFinding> Put(IReadOnlyCollection<int> changed, DayFacts facts, DayQuality quality, Func<int, int, bool> isCourtesy)
    {
        var buyerOf = facts.Receptions.ToDictionary(r => r.Id, r => r.Buyer);
        var receptions = facts.Receptions.ToLookup(r => r.Buyer);
        var sessions = facts.Sessions.ToLookup(s => s.Buyer);
        var findings = quality.Findings.ToLookup(f => buyerOf[f.Reception]);
        var checks = quality.Contributions.ToLookup(c => buyerOf[long.Parse(c.Fact, CultureInfo.InvariantCulture)]);
        var found = new List<KeptFinding>();
        foreach (var buyer in changed)
        {
            var before = buyers.GetValueOrDefault(buyer, Nothing);
            BuyerNow now = new([.. receptions[buyer]], [.. sessions[buyer]], [.. findings[buyer]], [.. checks[buyer]], Waits(buyer, receptions[buyer], isCourtesy));
            Add(before, -1);
            Add(now, 1);
            buyers[buyer] = now;
            waits.Replace(before.Waits, now.Waits);
            open.Replace(before.Sessions.Select(LastOf), now.Sessions.Select(LastOf));
            Answered(before, now);
            var known = before.Findings.Where(f => f.Counts).Select(f => (f.Id, f.Version)).ToHashSet();
            found.AddRange(now.Findings.Where(f => f.Counts && !known.Contains((f.Id, f.Version))));
        }
        return found;
    }

    /// <summary>Who waits at a second, the longest first: until an answer, a transfer, or <see cref="LongestWait"/>. Here and below, seconds are asked for as they pass.</summary>
    public IReadOnlyList<Waiting> WaitingAt(int second) => [.. waits.At(second)];

    /// <summary>Sessions of an agent that are open at a second.</summary>
    public int OpenAt(int agent, int second)
    {
        open.At(second);
        return open.Of(agent);
    }

    /// <summary>Everybody of whom there is anything today, by number.</summary>
    public IReadOnlyList<int> Agents => [.. sums.Keys.Order()];

    /// <summary>One sum of an agent's day.</summary>
    public long Today(int agent, Primitive primitive) => sums.TryGetValue(agent, out var sum) ? sum[primitive] : 0;

    /// <summary>Everybody of whom there is anything today, at a second, by number.</summary>
    public IReadOnlyList<AgentNow> At(int second)
    {
        var waiting = waits.At(second).Where(w => !w.Courtesy).ToLookup(w => w.Agent);
        return [.. Agents.Select(agent => new AgentNow(
            agent, OpenAt(agent, second), waiting[agent].Count(), waiting[agent].Select(w => (int?)w.Since).FirstOrDefault(), new Measures().Add(sums[agent])))];
    }

    /// <summary>What an agent's newest rounds took, of those answered no longer ago than the gap that ends a session: so many at most, the newest last.</summary>
    public IReadOnlyList<int> AnsweredLately(int agent, int most, int second) => answers.Of(agent, Math.Min(most, MostAnswered), second);

    private LastSaid LastOf(Session session) => new((int)session.End.SecondsSince(start), session.Id, session.Agent);

    /// <summary>Most of a buyer's rounds are answered as they were.</summary>
    private void Answered(BuyerNow before, BuyerNow now)
    {
        var (were, are) = (LatelyAnswered.Of(before.Receptions), LatelyAnswered.Of(now.Receptions));
        var same = were.AsSpan().CommonPrefixLength(are);
        answers.Replace(were.AsSpan(same), are.AsSpan(same));
    }

    private static Waiting[] Waits(int buyer, IEnumerable<Reception> receptions, Func<int, int, bool> isCourtesy) =>
    [
        .. receptions.Where(r => !r.Filtered && r.Rounds.Any(o => o.Answered is null)).Select(r => (Of: r, Since: r.Rounds.Where(o => o.Answered is null).Max(o => o.Asked)))
            .Select(w => new Waiting(w.Of.Id, w.Of.Agent, buyer, w.Since, isCourtesy(buyer, w.Since))),
    ];

    private void Add(BuyerNow of, int sign)
    {
        foreach (var reception in of.Receptions) Add(reception.Agent, reception.Measures, sign);
        foreach (var check in of.Checks) Add(check.Agent, check.Measures, sign);
    }

    private void Add(int agent, Measures measures, int sign)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, agent, out _);
        sum ??= new();
        foreach (var (primitive, value) in measures.Values) sum.Add(primitive, sign * value);
    }

    private static readonly BuyerNow Nothing = new([], [], [], [], []);

    private sealed record BuyerNow(
        IReadOnlyList<Reception> Receptions, IReadOnlyList<Session> Sessions, IReadOnlyList<KeptFinding> Findings, IReadOnlyList<Contribution> Checks, IReadOnlyList<Waiting> Waits);
}
