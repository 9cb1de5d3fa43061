using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Label;
using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Rules;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.ReadWhole;

/// <summary>Puts receptions of a month before somebody, in an order that nobody picks, to be read from end to end: only so can be said what rules miss.</summary>
public sealed class AuditQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<AuditView>> For(AuditAsk ask, IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<AuditView>.Forbidden);
        if (form is null && !Rights.TendsQuality(viewer)) return Task.FromResult<Seen<AuditView>>(new AuditView(ask.Month ?? LabelQuery.LatestMonth(database, time), 0, 0) { IsForOthers = true });
        if (form is not null && !Rights.SetsQuality(viewer)) return Task.FromResult(Seen<AuditView>.Forbidden);
        var (book, language) = (new QualityBook(database), Preferences.Language(context));
        var refused = form is null ? null : Keep(form, book, viewer, language);
        var month = ask.Month ?? LabelQuery.LatestMonth(database, time);
        var receptions = database.Shops.All.SelectMany(s => database.Facts.Receptions(s.Id, month.First, month.Last, rounds: false).Where(r => !r.Filtered).Select(r => (Shop: s, Of: r)))
            .ToDictionary(r => MeasureMatters.AuditKey(r.Shop.Name, DayCheck.IdText(r.Of.Id)), StringComparer.Ordinal);
        var read = database.Matters(MeasureMatters.Audit).Between(month.First, month.Last).Where(a => receptions.ContainsKey(a.Of.Key!)).ToDictionary(a => a.Of.Key!, a => a.Happened[0], StringComparer.Ordinal);
        var view = new AuditView(month, receptions.Count, read.Count)
        {
            Found = read.Values.Sum(r => r.Hits), Missed = read.Values.Sum(r => r.Missed), MayLabel = Rights.SetsQuality(viewer), Refused = refused,
            Rules = [.. book.Courses.Where(c => c.Course.Versions.Any(v => v.ConfirmedBy is not null)).Select(c => (c.Id, FindingBook.NameOf(book, c.Id, c.Course.Newest.Number)))],
        };
        var begun = ask is { Shop: { } shop, Reception: { } id } && MeasureMatters.AuditKey(shop, id) is var key && receptions.ContainsKey(key) && !read.ContainsKey(key) ? key : null;
        var now = begun ?? AuditOrder.Of(AuditOrder.Name(month, "audit"), receptions.Keys).FirstOrDefault(k => !read.ContainsKey(k));
        return Task.FromResult<Seen<AuditView>>(now is null ? view : Filled(view, receptions[now].Shop, receptions[now].Of, book, form, language));
    }

    private AuditView Filled(AuditView view, Shop shop, Reception reception, QualityBook book, IFormCollection? form, Ui.Language language)
    {
        var (found, id) = (HitsOf(shop, reception), DayCheck.IdText(reception.Id));
        var labels = database.Matters(MeasureMatters.Label).Between(reception.Day, reception.Day).Where(l => l.Happened[0].Shop == shop.Name && l.Happened[0].Reception == id).Select(PlaceLabel.Of).ToList();
        return view with
        {
            Shop = shop.Name, Talk = MarkedTalk.Of(database, shop, database.Facts.Reception(shop.Id, reception.Id)!, found, book, language),
            Hits = [.. found.Select(f => new AuditHit(FindingBook.Shown(f, book), AnswerIn(form, f) ?? labels.FirstOrDefault(l => l.Rule == f.Rule && l.Place == DayCheck.IdText(f.Id))?.Last.What switch { LabelEvent.There => true, LabelEvent.NotThere => false, _ => null }))],
            Pointed = [.. labels.Where(l => l.Happened[0].Message is not null).Select(l => (l.Happened[0].Message!, FindingBook.NameOf(book, l.Rule, book.Courses.First(c => c.Id == l.Rule).Course.Newest.Number)))],
        };
    }

    /// <summary>Each place once, whatever versions hit it.</summary>
    private List<KeptFinding> HitsOf(Shop shop, Reception reception) => [.. database.Findings.Of(shop.Id, reception.Id).OrderBy(f => f.Rule, StringComparer.Ordinal).ThenByDescending(f => f.Version).DistinctBy(f => f.Id)];

    private static bool? AnswerIn(IFormCollection? form, KeptFinding hit) => form?.Text("hit-" + DayCheck.IdText(hit.Id)) switch { "right" => true, "wrong" => false, _ => null };

    private Refusal? Keep(IFormCollection form, QualityBook book, Viewer viewer, Ui.Language language)
    {
        if (database.Shops.Find(form.Text("shop") ?? "") is not { } shop || !long.TryParse(form.Text("reception"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || database.Facts.Reception(shop.Id, id) is not { } reception)
            return MeasuredWords.Of(MeasureRefusal.PlaceUnknown);
        var doing = new LabelDoing(database, time);
        if (form.Text("act") != "missed") return doing.Read(shop, reception, [.. HitsOf(shop, reception).Select(h => (h, AnswerIn(form, h)))], viewer);
        var lines = MarkedTalk.Of(database, shop, reception, [], book, language).Lines.Select(l => l.Fact).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return doing.Missed(shop, reception, form.Text("rule") ?? "", form.Text("line"), lines, viewer);
    }
}
