using System.Collections.Concurrent;
using System.Globalization;
using Heng.App.Features.Doing;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Rules;
using Heng.Store;

namespace Heng.App.Features.Rules;

/// <summary>Fills the page of rules: for those who see everyone; the manager and the administrator change them. A preview keeps nothing.</summary>
public sealed class RulesQuery(Database database, ViewerFor viewers, RecomputeJobs jobs, TimeProvider time)
{
    private readonly ConcurrentDictionary<int, (string Stamp, IReadOnlyList<AutoReplyProposal> Found)> proposed = [];

    public Task<Seen<RulesView>> For(string? shop, RulesForm? form, RulesAct act, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesEveryone(viewer) || act != RulesAct.Look && !Rights.SetsRules(viewer)) return Task.FromResult(Seen<RulesView>.Forbidden);
        if (BookOf(shop) is not { } book) return Task.FromResult(Seen<RulesView>.NotFound);
        return Task.FromResult<Seen<RulesView>>(Acted(book, Look(book, viewer, form), act, viewer));
    }

    /// <summary>Lets in what another proposed, or with a reason refuses it; who proposed it takes it back.</summary>
    public Task<Seen<RulesView>> Answer(string? shop, long proposal, bool confirms, string? why, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SetsRules(viewer)) return Task.FromResult(Seen<RulesView>.Forbidden);
        if (BookOf(shop) is not { } book) return Task.FromResult(Seen<RulesView>.NotFound);
        if (confirms) return Task.FromResult<Seen<RulesView>>(Look(book, viewer, null).With(book.Confirm(proposal, viewer)));
        var refused = book.End(proposal, why, viewer);
        return Task.FromResult<Seen<RulesView>>(Look(book, viewer, null) with { Faults = refused is null ? [] : [new(refused.Name, "", "", refused.Words)] });
    }

    public Task<Seen<RulesView>> Confirm(string? shop, string text, string day, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SetsRules(viewer)) return Task.FromResult(Seen<RulesView>.Forbidden);
        if (BookOf(shop) is not { } book || SaidDays.DayOf(day) is not { } seen) return Task.FromResult(Seen<RulesView>.NotFound);
        // A newer version would not know the text, so it joins the newest.
        var newest = book.Timeline.Versions[^1];
        var from = newest.From > seen ? newest.From : seen;
        var texts = string.Join('\n', [.. newest.Rules.AutoReplyTexts, text]);
        var kept = book.Keep(new([new("auto-reply-texts", texts)], from, $"确认为自动回复 / confirmed as an auto-reply: {text}"), viewer);
        return Task.FromResult<Seen<RulesView>>(Look(book, viewer, null).With(kept));
    }

    public Task<(string? Id, Seen<RulesView> Page)> Start(string? shop, RecomputeForm form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SetsRules(viewer)) return Answer(null, Seen<RulesView>.Forbidden);
        if (BookOf(shop) is not { } book) return Answer(null, Seen<RulesView>.NotFound);
        var (from, to) = (SaidDays.DayOf(form.From), SaidDays.DayOf(form.To));
        var faults = from is { } first && to is { } last ? jobs.Work.Check(first, last, form.Reason)
            : [new("day-unreadable", "", "", new("请填写开始日和结束日", "A first and a last day are needed"))];
        if (faults.Count > 0) return Answer(null, Look(book, viewer, null) with { Recompute = form, RecomputeFaults = faults });
        return Answer(jobs.Start(book.Shop, from!.Value, to!.Value, form.Reason, viewer.Name), Seen<RulesView>.NotFound);

        static Task<(string?, Seen<RulesView>)> Answer(string? id, Seen<RulesView> page) => Task.FromResult((id, page));
    }

    public Task<Seen<RecomputeView>> Job(string id, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesEveryone(viewer)) return Task.FromResult(Seen<RecomputeView>.Forbidden);
        return Task.FromResult(jobs.Find(id) is not { } job ? Seen<RecomputeView>.NotFound : new RecomputeView(
            job.Id, job.Shop.Name, job.From, job.To, job.By, job.State, job.Progress.Done, job.Progress.Of, job.Failure, Rights.SetsRules(viewer)));
    }

    public Task<bool> Cancel(string id, HttpContext context)
    {
        var may = viewers(context) is { } viewer && Rights.SetsRules(viewer);
        if (may) jobs.Find(id)?.Cancel.Cancel();
        return Task.FromResult(may);
    }

    private RuleBook? BookOf(string? name)
    {
        var shops = database.Shops.All;
        return (name is null ? shops is [var first, ..] ? first : null : shops.FirstOrDefault(s => s.Name == name)) is { } shop ? new(database, shop, time) : null;
    }

    private RulesView Look(RuleBook book, Viewer viewer, RulesForm? form)
    {
        var (newest, stale) = (book.Newest, book.Stale());
        var may = Rights.SetsRules(viewer);
        var waits = WaitsIn(book, viewer);
        form ??= waits is null ? null : FormOf(book, waits.Change, waits.Reason);
        return new(
            [.. database.Shops.All.Select(s => s.Name)], book.Shop.Name, newest, book.Versions(),
            form ?? new(RuleSettings.All.ToDictionary(s => s.Id, s => s.Read(newest), StringComparer.Ordinal), RulesJson.Day(NextDay(book.Shop)), "", FullMonth(book.Shop).ToString()), may)
        {
            Stale = stale,
            Recompute = stale.Count == 0 ? new("", "", "") : new(RulesJson.Day(stale[0].From), RulesJson.Day(stale[^1].To), ""),
            Recomputed = book.Recomputed(),
            Proposals = may ? Proposals(book.Shop, newest) : [],
            Running = jobs.RunningOf(book.Shop)?.Id, Waits = waits,
        };
    }

    private RulesWaiting? WaitsIn(RuleBook book, Viewer viewer)
    {
        if (book.Waiting is not { } kept) return null;
        var (proposal, name) = (SecondPerson.Of(kept), new SecondPerson(database, time, TwoPersonChange.Rules).NameOf(viewer));
        var change = ProposedRules.Read(proposal.Text);
        var before = book.Timeline.On(change.From);
        return new(new(kept.Id, proposal.By, proposal.At, proposal.By == name), change, proposal.Why, RuleSettings.Differences(before, RuleSettings.Change(before, change.Settings).Rules));
    }

    /// <summary>The form filled with what waits, so that its preview is one press away.</summary>
    private RulesForm FormOf(RuleBook book, RuleChange change, string reason)
    {
        var values = RuleSettings.All.ToDictionary(s => s.Id, s => s.Read(book.Newest), StringComparer.Ordinal);
        foreach (var (setting, value) in change.Settings) values[setting] = value;
        return new(values, RulesJson.Day(change.From), reason, FullMonth(book.Shop).ToString());
    }

    private RulesView Acted(RuleBook book, RulesView view, RulesAct act, Viewer viewer)
    {
        if (act == RulesAct.Look) return view;
        if (SaidDays.DayOf(view.Form.From) is not { } from) return view with { Faults = [new("from", "", view.Form.From, new("请填写生效日期", "A first day is needed"))] };
        // What was not touched stays as it is on that day, which an older version may rule.
        var touched = RuleSettings.All.Where(s => view.Form.Values.TryGetValue(s.Id, out var typed) && !Same(s, typed, view.InForce)).Select(s => KeyValuePair.Create(s.Id, view.Form.Values[s.Id])).ToList();
        var change = new RuleChange(touched, from, view.Form.Reason);
        if (act == RulesAct.Save)
        {
            return view.With(book.Keep(change, viewer));
        }
        var (rules, wrong) = book.Check(change);
        if (wrong.Count > 0 || Month.Parse(view.Form.Month) is not { } month) return view with { Faults = wrong };
        var (shop, people) = RulePreview.Of(database, book.Shop, month, kept => RuleSettings.Change(kept, touched).Rules);
        return view with { Preview = new(month, RuleSettings.Differences(book.Timeline.On(from), rules), shop, people) };
    }

    private static bool Same(RuleSetting setting, string typed, RuleSet rules) =>
        setting.Write(rules, typed.Trim()) is { } written && setting.Read(written) == setting.Read(rules);

    private IReadOnlyList<AutoReplyProposal> Proposals(Shop shop, RuleSet newest)
    {
        var stamp = string.Join(' ', database.Days.All(shop.Id).TakeLast(7).Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Day:yyyyMMdd}.{d.Revision}"))) + $" v{newest.Version}";
        if (proposed.TryGetValue(shop.Id, out var known) && known.Stamp == stamp) return known.Found;
        var found = AutoReplyProposals.Of(database, shop);
        proposed[shop.Id] = (stamp, found);
        return found;
    }

    private DateOnly NextDay(Shop shop) =>
        database.Coverage.Span(shop.Id, Source.Chat) is { } span ? span.Last.AddDays(1) : ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()));

    /// <summary>The latest month whose last day was imported; where there is none yet, the latest there is.</summary>
    private Month FullMonth(Shop shop)
    {
        var last = NextDay(shop).AddDays(-1);
        var month = Month.Of(last);
        var full = last == month.Last ? month : month.Plus(-1);
        return database.Coverage.Span(shop.Id, Source.Chat) is { } span && Month.Of(span.First) <= full ? full : month;
    }
}
