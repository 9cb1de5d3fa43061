using System.Collections.Concurrent;
using Heng.App.Features.Months;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Closing;

/// <summary>
/// What arrived after months were closed (迟到事实), as lines of pay. A closed month is settled by the first open month after it; a month that is closed itself has the lines
/// that it sealed. One object may be kept as long as the records stay: it works out each closed month once.
/// </summary>
public sealed class LateFacts(Database database)
{
    private readonly ConcurrentDictionary<Month, SealedResults> seals = new();
    private readonly ConcurrentDictionary<Month, IReadOnlyDictionary<string, Payslip>> now = new();
    private readonly ConcurrentDictionary<Month, IReadOnlyList<DividedPool>> pools = new();

    /// <summary>Records, rules or people changed. Seals never do.</summary>
    public void Forget()
    {
        now.Clear();
        pools.Clear();
    }

    /// <summary>The closed months right before an open one, in their order: it is the first open month after each of them.</summary>
    public IReadOnlyList<Month> SettledBy(Month month)
    {
        var closed = database.ClosedMonths.Months(SealedMonth.Company).ToHashSet();
        var settled = new List<Month>();
        for (var before = month.Plus(-1); !closed.Contains(month) && closed.Contains(before); before = before.Plus(-1)) settled.Add(before);
        return [.. settled.Order()];
    }

    /// <param name="opened">These people's numbers of the closed months are opened down to facts.</param>
    public LateLines Of(Month month, Func<string, bool>? opened = null)
    {
        var closed = database.ClosedMonths.Months(SealedMonth.Company);
        if (closed.Contains(month)) return LateLines.Sealed(SealOf(month));
        var settled = SettledBy(month);
        return settled.Count == 0 ? LateLines.None
            : LateLines.Open([.. settled.Select(m => (m, SealOf(m), Now(m, opened)))], [.. closed.Where(m => m < month).Select(m => (m, SealOf(m)))], () => PoolsOf(month));
    }

    /// <summary>What the pools of closed months left for funds, as far as it moved since they were closed: settled by the first open month after them.</summary>
    public IReadOnlyList<PoolCorrection> PoolsOf(Month month) => LatePools.Of(database, SettledBy(month), of => pools.GetOrAdd(of, m => Book(m, null).Pools));

    private SealedResults SealOf(Month month) => seals.GetOrAdd(month, m => new(SealedMonth.Find(database, m)!));

    // By everything that is known now: as of an earlier instant less would be final than was paid.
    private IReadOnlyDictionary<string, Payslip> Now(Month month, Func<string, bool>? opened) => opened is null ? now.GetOrAdd(month, m => Worked(m, null)) : Worked(month, opened);

    private Dictionary<string, Payslip> Worked(Month month, Func<string, bool>? opened)
    {
        var book = Book(month, opened);
        pools[month] = book.Pools;
        return book.People.Where(p => p.Pay is not null).ToDictionary(p => p.Person.Name, p => p.Pay!, StringComparer.Ordinal);
    }

    private MonthBook Book(Month month, Func<string, bool>? opened) => MonthBook.Load(database, month, database.Shops.All, asOf: null, opened: opened, late: this, corrected: true);
}

/// <summary>The lines that settle earlier months, by person.</summary>
public sealed class LateLines
{
    public static readonly LateLines None = new([], (_, _, _) => []);

    private readonly Func<string, decimal, decimal, IReadOnlyList<PayLine>> lines;

    private LateLines(IReadOnlyList<string> agents, Func<string, decimal, decimal, IReadOnlyList<PayLine>> lines) => (Agents, this.lines) = (agents, lines);

    /// <summary>Everybody who may have any.</summary>
    public IReadOnlyList<string> Agents { get; }

    /// <summary>What the closed months' pools left for funds, as far as it moved.</summary>
    public IReadOnlyList<PoolCorrection> Pools => pools();

    private Func<IReadOnlyList<PoolCorrection>> pools = static () => [];

    /// <summary>Whose pay of which closed month can't be worked out any more.</summary>
    public IReadOnlyList<(Month Month, string Agent)> Unknown { get; private init; } = [];

    /// <param name="net">What the month itself pays.</param>
    /// <param name="least">What is to be left of it.</param>
    public IReadOnlyList<PayLine> Of(string agent, decimal net, decimal least) => lines(agent, net, least);

    public static LateLines Sealed(SealedResults seal) => new([.. seal.Agents], (agent, _, _) =>
        [.. seal.Slip(agent)?.Lines.Where(l => LateLine.Is(l.Line)).Select(l => PayLine.Of(l.Line, l.Label, Explained.Leaf("amount", l.Label, l.Amount, Unit.Yuan), l.Notes) with { Kind = l.Kind ?? PayKind.Late }) ?? []]);

    public static LateLines Open(
        IReadOnlyList<(Month Month, SealedResults Seal, IReadOnlyDictionary<string, Payslip> Now)> settled, IReadOnlyList<(Month Month, SealedResults Seal)> closed,
        Func<IReadOnlyList<PoolCorrection>> pools)
    {
        IReadOnlyList<ClosedPay> Of(string agent) =>
        [
            .. settled.Select(s => new ClosedPay(s.Month, Amounts(s.Seal, agent), s.Now.GetValueOrDefault(agent)?.Lines.Where(l => !LateLine.Is(l.Id)).ToArray(),
                [.. closed.Where(c => c.Month > s.Month).Select(c => new SealedPay(c.Month, Amounts(c.Seal, agent)))])),
        ];
        string[] agents = [.. settled.SelectMany(s => s.Seal.Agents.Concat(s.Now.Keys)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var pays = agents.ToDictionary(a => a, Of, StringComparer.Ordinal);
        return new(agents, (agent, net, least) => pays.TryGetValue(agent, out var pay) ? Differences.Of(pay, net, least) : [])
        {
            pools = pools,
            Unknown = [.. from agent in agents from pay in pays[agent] where pay.Unknown select (pay.Month, agent)],
        };
    }

    private static SealedAmount[] Amounts(SealedResults seal, string agent) => [.. seal.Slip(agent)?.Lines.Select(l => new SealedAmount(l.Line, l.Label, l.Amount, l.Kind ?? PayKind.Work)) ?? []];
}
