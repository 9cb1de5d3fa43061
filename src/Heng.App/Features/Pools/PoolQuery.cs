using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Pay;
using Heng.Engine.Records;

namespace Heng.App.Features.Pools;

/// <summary>Shows a month's pools, of a closed month as they were sealed, and does what is asked of their claims.</summary>
public sealed class PoolQuery(BookCache books, ViewerFor viewers, TimeProvider time)
{
    private readonly Claims claims = new(books.Database, time);

    public Task<Seen<PoolView>> For(Month month, PoolAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesShares(viewer)) return Task.FromResult(Seen<PoolView>.Forbidden);
        if (ask is null) return Task.FromResult<Seen<PoolView>>(View(month, viewer));
        var done = ask.Claim is { } claim ? claims.Put(month, claim, Pools(month), viewer) : claims.Decide(ask.Decides ?? 0, ask.Granted, ask.From, ask.Reason, Pools, viewer);
        return Task.FromResult<Seen<PoolView>>(View(month, viewer) with { Refused = done.Refused, Done = done.Claim is not null });
    }

    private IReadOnlyList<DividedPool> Pools(Month month) => books.Of(month).Book.Pools;

    private PoolView View(Month month, Viewer viewer)
    {
        var (live, closed, all) = (Pools(month), SealedMonth.Find(books.Database, month), claims.Of(month));
        IEnumerable<PoolFigures> figures = closed is not null ? closed.Rows(PoolJson.Part).Select(p => PoolJson.Read(p!)) : live.Select(p => PoolJson.Read(PoolJson.Of(p)));
        var sees = Rights.SeesEverybodysPay(viewer);
        return new(month, [.. figures.Select(f => CardOf(f, live.FirstOrDefault(p => p.File.Scheme == f.Scheme && p.Division.Pool.Id == f.Pool)?.Division.Pool, all, closed is not null, viewer))], closed is not null, sees,
            closed is null && Rights.ClaimsShares(viewer));
    }

    private static PoolCard CardOf(PoolFigures figures, Pool? pool, IReadOnlyList<PoolClaim> all, bool closed, Viewer viewer)
    {
        PoolClaim[] own = [.. all.Where(c => c.Scheme == figures.Scheme && c.Pool == figures.Pool)];
        DateTime Local(Instant at) => ShopClock.Shanghai.ToLocal(at);
        return new(figures, pool?.Float is { } moved ? (moved.Most, moved.Most - PoolClaims.Granted(own)) : null,
            [.. own.Select(c => new ClaimRow(c, Local(c.At), c.Ruling is { } ruling ? Local(ruling.At) : null, !closed && c.Ruling is null && Rights.MovesShares(viewer) && c.By != viewer.Name))]);
    }
}
