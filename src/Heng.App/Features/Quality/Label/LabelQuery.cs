using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
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
        var view = new LabelView(ask, month, [.. book.Courses.Where(c => c.Course.Versions.Any(v => v.ConfirmedBy is not null)).Select(c => (c.Id, book.NameOf(c.Id, month.Last)))])
        {
            Bar = RuleMeasures.BarOf(database), MayLabel = Rights.SetsQuality(viewer), Refused = refused,
        };
        return Task.FromResult<Seen<LabelView>>(ask.Rule is { } rule && book.Find(rule) is not null ? Filled(view, rule, book, NameOf(viewer), Preferences.Language(context)) : view);
    }

    /// <summary>The last month that any chat covers.</summary>
    public static Month LatestMonth(Database database, TimeProvider time) =>
        Month.Of(database.Shops.All.Select(s => database.Coverage.Span(s.Id, Source.Chat)?.Last).Max() ?? ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds())));

    private LabelView Filled(LabelView view, string rule, QualityBook book, string who, Ui.Language language)
    {
        var (measures, labels, hits) = (new RuleMeasures(database, rule), Turns.LabelsOf(database, rule), Turns.HitsOf(database, rule, view.Month));
        var order = Turns.OrderOf(rule, view.Month, hits.Keys);
        var course = book.Courses.First(c => c.Id == rule).Course;
        var version = course.Versions.LastOrDefault(v => v.ConfirmedBy is not null) ?? course.Newest;
        return view with
        {
            Rule = book.Find(rule, version.Number), Measured = measures.Of(rule, version), Hits = order.Count, Labelled = order.Count(place => labels.GetValueOrDefault(place)?.Last is not null),
            Now = Turns.Hit(order, labels, who) is { } place ? TaskOf(hits[place].Shop, hits[place].Hit, place, book, language) : null,
        };
    }

    private LabelTask? TaskOf(Shop shop, KeptFinding hit, string place, QualityBook book, Ui.Language language) => database.Facts.Reception(shop.Id, hit.Reception) is { } reception
        ? new(shop.Name, place, MarkedTalk.Around(MarkedTalk.Of(database, shop, reception, [hit], book, language), hit, Beside)) : null;

    private Refusal? Keep(IFormCollection form, Viewer viewer)
    {
        var (act, shop, rule, place) = (form.Text("act"), database.Shops.Find(form.Text("shop") ?? ""), form.Text("rule") ?? "", form.Text("place") ?? "");
        if (act is not ("right" or "wrong" or "skip")) return DoingWords.ActUnknown;
        if (shop is null || form.Day("day") is not { } day || !long.TryParse(form.Text("reception"), NumberStyles.None, CultureInfo.InvariantCulture, out var reception)) return MeasuredWords.Of(MeasureRefusal.PlaceUnknown);
        var (hits, labels, month) = (Turns.HitsOf(database, rule, Month.Of(day)), Turns.LabelsOf(database, rule), Month.Of(day));
        if (!hits.ContainsKey(place)) return MeasuredWords.Of(MeasureRefusal.PlaceUnknown);
        var (of, doing, isFor) = (new LabelledPlace(shop, rule, place, reception, day), new LabelDoing(database, time), Turns.IsFor(place, Turns.OrderOf(rule, month, hits.Keys), labels, NameOf(viewer)));
        // A form of passing over that is sent twice passes over once.
        if (act == "skip") return isFor ? doing.Skip(of, viewer) : null;
        return isFor ? doing.Label(of, act == "right", TruthSource.Inspection, whole: false, form.Text("why"), viewer) : MeasuredWords.Of(MeasureRefusal.NotItsTurn);
    }

    private string NameOf(Viewer viewer) => AppraisalDoing.ActorOf(viewer, database.People.Roster).Name;
}
