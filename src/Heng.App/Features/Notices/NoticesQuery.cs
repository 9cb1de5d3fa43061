using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Notices;

/// <summary>Fills the page of one's own notices; nobody sees another's.</summary>
public sealed class NoticesQuery(Database database, ViewerFor viewers)
{
    private const int Most = 100;

    public Task<Seen<NoticesView>> For(bool unread, long? readTo, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<NoticesView>.Forbidden);
        var name = Recipients.NameOf(database, viewer);
        // A number beyond what was ever told would read what is still to come.
        if (readTo is { } number && database.Notices.Of(name, 1) is [var newest]) database.Notices.ReadTo(name, Math.Min(number, newest.Number));
        var rows = database.Notices.Of(name, Most).Where(n => !unread || !n.Read).Select(Row);
        return Task.FromResult<Seen<NoticesView>>(new NoticesView([.. rows], database.Notices.UnreadOf(name), unread, Most));
    }

    private static NoticeRow Row(ToldNotice told)
    {
        var kind = NoticeWords.Find(told.Notice.Kind);
        return new(told.Number, kind?.Icon ?? "info", kind?.Name ?? new(told.Notice.Kind, told.Notice.Kind), NoticeWords.Of(told.Notice), Inside(told.Notice.Link), ShopClock.Shanghai.ToLocal(told.Notice.At), told.Read);
    }

    /// <summary>Only addresses of Heng's own are links.</summary>
    private static string? Inside(string? link) => link is ['/', ..] && !link.StartsWith("//", StringComparison.Ordinal) ? link : null;
}
