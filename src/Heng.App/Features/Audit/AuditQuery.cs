using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;
using Heng.Store.Audit;

namespace Heng.App.Features.Audit;

/// <summary>The log of decisions for who answers for pay: it tells amounts and reasons. What only binds rows into the chain is left out unless it is asked for.</summary>
public sealed class AuditQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<AuditView>> For(AuditAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesAudit(viewer)) return Task.FromResult(Seen<AuditView>.Forbidden);
        var all = database.Decisions.All;
        var told = all.Where(d => Fits(d, ask)).Reverse().ToList();
        return Task.FromResult<Seen<AuditView>>(new AuditView(ask with { Page = Paging.Held(ask.Page, told.Count, AuditView.Size) }, Paging.Of(told, ask.Page, AuditView.Size), told.Count, all.Count,
            [.. all.Select(DecisionWords.AreaOf).Distinct().Order(StringComparer.Ordinal)], [.. all.Select(d => d.Who).Distinct().Order(StringComparer.Ordinal)], all is [.., var last] ? last.Hash : null, database.Decisions.FirstBroken()));
    }

    public static bool Fits(Decision decision, AuditAsk ask)
    {
        var day = ShopClock.Shanghai.DayOf(decision.At);
        return (ask.Area is null ? DecisionWords.AreaOf(decision) != Witness.Subject : DecisionWords.AreaOf(decision) == ask.Area) && (ask.Who is null || decision.Who == ask.Who)
            && (ask.Text is not { } text || new[] { decision.Who, decision.Subject, decision.Why }.Any(part => part.Contains(text, StringComparison.OrdinalIgnoreCase)))
            && (ask.From is not { } from || day >= from) && (ask.To is not { } to || day <= to);
    }

    /// <summary>The whole file; null for who may not have it.</summary>
    public Stream? Archive(HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesAudit(viewer)) return null;
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        AuditArchive.Write(database, file, new(time.GetUtcNow().ToUnixTimeSeconds()));
        file.Position = 0;
        return file;
    }
}
