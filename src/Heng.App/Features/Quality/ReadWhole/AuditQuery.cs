using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
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
        var (book, language, who) = (new QualityBook(database), Preferences.Language(context), AppraisalDoing.ActorOf(viewer, database.People.Roster).Name);
        var refused = form is null ? null : Keep(form, viewer, who, language);
        var month = ask.Month ?? LabelQuery.LatestMonth(database, time);
        var turn = TurnOf(month, who);
        var missed = turn.Labels.Where(l => l.IsMissed).ToList();
        var view = new AuditView(month, turn.Receptions.Count, turn.Read.Count)
        {
            Found = turn.Read.Values.Sum(r => r.Hits), Missed = missed.Count(l => turn.Read.ContainsKey(KeyOf(l))), MayLabel = Rights.SetsQuality(viewer),
            Refused = refused ?? (form is null && ask is { Shop: { } of, Reception: { } one } && !turn.IsFor(MeasureMatters.AuditKey(of, one)) ? MeasuredWords.Of(MeasureRefusal.NotItsTurn) : null),
            Rules = [.. book.Courses.Where(c => c.Course.Versions.Any(v => v.ConfirmedBy is not null)).Select(c => (c.Id, book.NameOf(c.Id, month.Last)))],
            Own = [.. missed.Where(l => l.IsBy(who)).OrderBy(l => l.Day).Select(l => new OwnMark(l.Rule, book.NameOf(l.Rule, l.Day), l.Place, l.Happened[0].Shop!, l.Happened[0].Reception!, l.Day))],
        };
        var now = ask is { Shop: { } shop, Reception: { } id } && MeasureMatters.AuditKey(shop, id) is var key && turn.IsFor(key) ? key : turn.Next;
        return Task.FromResult<Seen<AuditView>>(now is null ? view : Filled(view, turn.Receptions[now].Shop, turn.Receptions[now].Of, book, form, language));
    }

    private static string KeyOf(PlaceLabel label) => MeasureMatters.AuditKey(label.Happened[0].Shop!, label.Happened[0].Reception!);

    /// <summary>A month's receptions, which of them were read, and those that the person is in the middle of.</summary>
    private sealed record Turn(IReadOnlyDictionary<string, (Shop Shop, Reception Of)> Receptions, IReadOnlyDictionary<string, AuditStep> Read, IReadOnlyList<PlaceLabel> Labels, string? Next, IReadOnlySet<string> Begun)
    {
        public bool IsFor(string key) => key == Next || Begun.Contains(key);
    }

    private Turn TurnOf(Month month, string who)
    {
        var receptions = database.Shops.All.SelectMany(s => database.Facts.Receptions(s.Id, month.First, month.Last, rounds: false).Where(r => !r.Filtered).Select(r => (Shop: s, Of: r)))
            .ToDictionary(r => MeasureMatters.AuditKey(r.Shop.Name, DayCheck.IdText(r.Of.Id)), StringComparer.Ordinal);
        var read = database.Matters(MeasureMatters.Audit).Between(month.First, month.Last).Where(a => receptions.ContainsKey(a.Of.Key!)).ToDictionary(a => a.Of.Key!, a => a.Happened[0], StringComparer.Ordinal);
        var labels = database.Matters(MeasureMatters.Label).Between(month.First, month.Last).Select(PlaceLabel.Of).Where(l => l.Happened[0].Shop is not null).ToList();
        var next = AuditOrder.Of(AuditOrder.Name(month, "audit"), receptions.Keys).FirstOrDefault(k => !read.ContainsKey(k));
        return new(receptions, read, labels, next, labels.Where(l => l.IsMissed && l.IsBy(who)).Select(KeyOf).Where(k => receptions.ContainsKey(k) && !read.ContainsKey(k)).ToHashSet(StringComparer.Ordinal));
    }

    private AuditView Filled(AuditView view, Shop shop, Reception reception, QualityBook book, IFormCollection? form, Ui.Language language)
    {
        var (found, id) = (HitsOf(shop, reception), DayCheck.IdText(reception.Id));
        var labels = database.Matters(MeasureMatters.Label).Between(reception.Day, reception.Day).Select(PlaceLabel.Of).Where(l => l.IsIn(shop.Name, id)).ToList();
        return view with
        {
            Shop = shop.Name, Talk = MarkedTalk.Of(database, shop, database.Facts.Reception(shop.Id, reception.Id)!, found, book, language),
            Hits = [.. found.Select(f => new AuditHit(FindingBook.Shown(f, book), AnswerIn(form, f) ?? labels.FirstOrDefault(l => l.Rule == f.Rule && l.Place == DayCheck.IdText(f.Id))?.Last?.What switch { LabelEvent.There => true, LabelEvent.NotThere => false, _ => null }))],
            Pointed = [.. labels.Where(l => l.IsMissed).Select(l => (l.Message!, book.NameOf(l.Rule, l.Day)))],
        };
    }

    /// <summary>Each place once, whatever versions hit it.</summary>
    private List<KeptFinding> HitsOf(Shop shop, Reception reception) => [.. database.Findings.Of(shop.Id, reception.Id).OrderBy(f => f.Rule, StringComparer.Ordinal).ThenByDescending(f => f.Version).DistinctBy(f => f.Id)];

    private static bool? AnswerIn(IFormCollection? form, KeptFinding hit) => form?.Text("hit-" + DayCheck.IdText(hit.Id)) switch { "right" => true, "wrong" => false, _ => null };

    private Refusal? Keep(IFormCollection form, Viewer viewer, string who, Ui.Language language)
    {
        var (act, doing) = (form.Text("act"), new LabelDoing(database, time));
        if (act is not ("missed" or "done" or "take-back")) return DoingWords.ActUnknown;
        if (act == "take-back") return doing.TakeBack(form.Text("of") ?? "", form.Text("place") ?? "", form.Text("why"), viewer);
        if (database.Shops.Find(form.Text("shop") ?? "") is not { } shop || !long.TryParse(form.Text("reception"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || database.Facts.Reception(shop.Id, id) is not { } reception)
            return MeasuredWords.Of(MeasureRefusal.PlaceUnknown);
        var (turn, key) = (TurnOf(Month.Of(reception.Day), who), MeasureMatters.AuditKey(shop.Name, DayCheck.IdText(reception.Id)));
        if (!turn.IsFor(key)) return MeasuredWords.Of(turn.Read.ContainsKey(key) ? MeasureRefusal.AlreadyRead : MeasureRefusal.NotItsTurn);
        if (act == "done") return doing.Read(shop, reception, [.. HitsOf(shop, reception).Select(h => (h, AnswerIn(form, h)))], viewer);
        return doing.Missed(shop, reception, form.Text("rule") ?? "", form.Text("line"), MarkedTalk.Of(database, shop, reception, [], new(database), language).Lines, viewer);
    }
}
