using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Rules;
using Heng.App.Ui;
using Heng.Engine.Metrics;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Label;

/// <summary>Puts a rule's hits before somebody, one after another in the order that nobody picks, and keeps what they say.</summary>
public sealed class LabelQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    /// <summary>Lines on each side of a hit.</summary>
    private const int Beside = 6;

    public Task<Seen<LabelView>> For(LabelAsk ask, IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<LabelView>.Forbidden);
        if (form is null && !Rights.TendsQuality(viewer)) return Task.FromResult<Seen<LabelView>>(new LabelView(ask, ask.Month ?? LatestMonth(database, time), []) { IsForOthers = true });
        if (form is not null && !Rights.SetsQuality(viewer)) return Task.FromResult(Seen<LabelView>.Forbidden);
        var refused = form is null ? null : Keep(form, viewer);
        var (book, month) = (new QualityBook(database), ask.Month ?? LatestMonth(database, time));
        var view = new LabelView(ask, month, [.. book.Courses.Where(c => c.Course.Versions.Any(v => v.ConfirmedBy is not null)).Select(c => (c.Id, FindingBook.NameOf(book, c.Id, c.Course.Newest.Number)))])
        {
            Bar = RuleMeasures.BarOf(database), MayLabel = Rights.SetsQuality(viewer), Refused = refused,
        };
        return Task.FromResult<Seen<LabelView>>(ask.Rule is { } rule && book.Find(rule) is not null ? Filled(view, rule, book, Preferences.Language(context)) : view);
    }

    /// <summary>The last month that any chat covers.</summary>
    public static Month LatestMonth(Database database, TimeProvider time) =>
        Month.Of(database.Shops.All.Select(s => database.Coverage.Span(s.Id, Source.Chat)?.Last).Max() ?? ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds())));

    private LabelView Filled(LabelView view, string rule, QualityBook book, Ui.Language language)
    {
        var measures = new RuleMeasures(database, rule);
        var labelled = measures.LabelsOf(rule).Select(l => l.Place).ToHashSet(StringComparer.Ordinal);
        var hits = HitsOf(rule, view.Month);
        var order = AuditOrder.Of(AuditOrder.Name(view.Month, rule), hits.Keys);
        var course = book.Courses.First(c => c.Id == rule).Course;
        var version = course.Versions.LastOrDefault(v => v.ConfirmedBy is not null) ?? course.Newest;
        return view with
        {
            Rule = book.Find(rule, version.Number), Measured = measures.Of(rule, version), Hits = order.Count, Labelled = order.Count(labelled.Contains),
            Now = Next(order, labelled, view.Ask.After) is { } place ? TaskOf(hits[place].Shop, hits[place].Hit, place, book, language) : null,
        };
    }

    private Dictionary<string, (Shop Shop, KeptFinding Hit)> HitsOf(string rule, Month month)
    {
        var hits = new Dictionary<string, (Shop, KeptFinding)>(StringComparer.Ordinal);
        foreach (var shop in database.Shops.All)
            foreach (var hit in database.Findings.OfRule(shop.Id, rule, month.First, month.Last)) hits.TryAdd(DayCheck.IdText(hit.Id), (shop, hit));
        return hits;
    }

    /// <summary>The first that nobody looked at, behind the one that was passed over; passed over comes round again at the end.</summary>
    public static string? Next(IReadOnlyList<string> order, IReadOnlySet<string> labelled, string? after)
    {
        var from = after is null ? 0 : order.ToList().IndexOf(after) + 1;
        return order.Skip(from).Concat(order.Take(from)).FirstOrDefault(place => !labelled.Contains(place));
    }

    private LabelTask? TaskOf(Shop shop, KeptFinding hit, string place, QualityBook book, Ui.Language language) => database.Facts.Reception(shop.Id, hit.Reception) is { } reception
        ? new(shop.Name, place, MarkedTalk.Around(MarkedTalk.Of(database, shop, reception, [hit], book, language), hit, Beside)) : null;

    private Refusal? Keep(IFormCollection form, Viewer viewer)
    {
        var (shop, rule, place) = (database.Shops.Find(form.Text("shop") ?? ""), form.Text("rule") ?? "", form.Text("place") ?? "");
        if (form.Text("act") == "skip") return null;
        if (shop is null || form.Day("day") is not { } day || !long.TryParse(form.Text("reception"), NumberStyles.None, CultureInfo.InvariantCulture, out var reception)) return MeasuredWords.Of(MeasureRefusal.PlaceUnknown);
        return new LabelDoing(database, time).Label(new(shop, rule, place, reception, day), form.Text("act") == "right", TruthSource.Inspection, whole: false, form.Text("why"), viewer);
    }
}
