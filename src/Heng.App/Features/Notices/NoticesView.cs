using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Notices;

/// <summary>One's own notices (提醒), newest first. ReadUpTo is what one click on "all read" reads: what came after the page was made stays unread.</summary>
public sealed record NoticesView(IReadOnlyList<NoticeRow> Rows, int Unread, bool Only, int Most)
{
    public long ReadUpTo => Rows.Count > 0 ? Rows.Max(r => r.Number) : 0;
}

public sealed record NoticeRow(long Number, string Icon, Wording Kind, Wording Words, string? Link, DateTime At, bool Read);

/// <param name="unread">Only what is not read yet.</param>
/// <param name="readTo">Reads all up to this number first.</param>
public delegate Task<Seen<NoticesView>> NoticesFor(bool unread, long? readTo, HttpContext context);
