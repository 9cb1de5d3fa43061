using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Statistics;

namespace Heng.App.Features.Raters;

/// <summary>Fills the page of raters' habits.</summary>
public sealed class RatersQuery(BookCache books, ViewerFor viewers)
{
    public Task<Seen<RatersView>> For(Month month, string? rater, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesRaters(viewer)) return Task.FromResult(Seen<RatersView>.Forbidden);
        var marks = RatedMark.Of(books.Database, books.Of(month));
        if (rater is not null && marks.All(m => m.Rater != rater)) return Task.FromResult(Seen<RatersView>.NotFound);
        return Task.FromResult<Seen<RatersView>>(new RatersView(month, RaterStatistics.Of([.. marks.Select(m => m.Share)]))
        {
            Rater = rater, Marks = [.. marks.Where(m => rater is not null && m.Rater == rater).OrderBy(m => m.Entry.Agent, StringComparer.Ordinal).ThenBy(m => m.Entry.Item, StringComparer.Ordinal)],
        });
    }
}
