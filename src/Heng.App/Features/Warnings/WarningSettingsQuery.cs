using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>The page of thresholds, and how quickly warnings were handled in a month.</summary>
public sealed class WarningSettingsQuery(Database database, WarningPreview preview, ViewerFor viewers, TimeProvider time)
{
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    public Task<Seen<WarningSettingsView>> Settings(IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !WarningsQuery.MaySet(viewer) && (form is not null || !Rights.SeesSomeGroup(viewer))) return Task.FromResult(Seen<WarningSettingsView>.Forbidden);
        var rules = WarningMatters.RulesOf(database);
        Refusal? refused = null;
        if (form is not null)
        {
            var filer = new Filer(database, viewer, Now);
            (rules, refused) = (Typed(form), null);
            refused = rules.Wrong() is { } wrong ? WarningWords.Wrong(wrong) : Set(rules, filer);
        }
        return Task.FromResult<Seen<WarningSettingsView>>(View(rules, refused, viewer));
    }

    /// <summary>What would have been raised by what is typed; nothing is kept.</summary>
    public Task<Seen<WarningSettingsView>> Preview(IFormCollection form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !WarningsQuery.MaySet(viewer)) return Task.FromResult(Seen<WarningSettingsView>.Forbidden);
        var rules = Typed(form);
        if (rules.Wrong() is { } wrong) return Task.FromResult<Seen<WarningSettingsView>>(View(rules, WarningWords.Wrong(wrong), viewer));
        return Task.FromResult<Seen<WarningSettingsView>>(View(rules, null, viewer) with { Preview = preview.Of(WarningMatters.RulesOf(database), rules, ShopClock.Shanghai.DayOf(Now)) });
    }

    private WarningSettingsView View(WarningRules rules, Refusal? refused, Viewer viewer)
    {
        var today = ShopClock.Shanghai.DayOf(Now);
        return new(rules, WarningsQuery.MaySet(viewer))
        {
            Groups = [.. database.People.Employments.Where(e => e.Covers(today) && e.Group is { Length: > 0 }).Select(e => e.Group!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Shifts = [.. (database.Shops.All is [var one, ..] ? database.RuleSets.Current(one.Id, today) : RuleSet.Default).Duty.Shifts.Select(s => s.Name)], Refused = refused,
        };
    }

    public Task<Seen<WarningReportView>> Report(Month? asked, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesSomeGroup(viewer)) return Task.FromResult(Seen<WarningReportView>.Forbidden);
        var month = asked ?? Month.Of(ShopClock.Shanghai.DayOf(Now));
        var states = database.Matters(WarningMatters.Kind).Between(month.First, month.Last).Select(WarningMatters.StateOf).Where(s => Rights.SeesGroup(viewer, s.Raised.Of.Group)).ToList();
        return Task.FromResult<Seen<WarningReportView>>(new WarningReportView(month, WarningSpeed.Of(states), states.Count, states.Count(s => s.Stage == WarningStage.Solved), states.Count(s => s.Stage == WarningStage.Ended), states.Count(s => s.Over is null)));
    }

    private Refusal? Set(WarningRules rules, Filer filer)
    {
        var matters = database.Matters(WarningMatters.Thresholds);
        var step = new WarningRulesStep(filer.Name, Now, "", WarningMatters.TextOf(rules));
        var kept = matters.Find(WarningMatters.RulesKey);
        return (kept is null ? matters.Begin(new("", filer.Today, filer.Today, WarningMatters.RulesKey), step) is not null : matters.Append(kept, step)) ? null : DoingWords.ChangedMeanwhile;
    }

    /// <summary>A field that is empty turns its warning off.</summary>
    private static WarningRules Typed(IFormCollection form)
    {
        var usual = WarningRules.Usual;
        var lines = new List<WarningLine>();
        for (var i = 0; i < 100 && form.ContainsKey(Name("group", i)); i++)
            if (form.Text(Name("group", i)) is var group && form.Text(Name("shift", i)) is var shift && (group ?? shift) is not null && !form.Ticked(Name("drop", i))) lines.Add(new(group, shift, Limits(form, i)));
        return usual with
        {
            Limits = Limits(form, null), Lines = lines, Quiet = Minute(form.Text("quiet-from")) is { } from && Minute(form.Text("quiet-to")) is { } to ? new(from, to) : null,
            MergeOver = form.Whole("merge-over") ?? usual.MergeOver, MergeSeconds = (form.Whole("merge-minutes") ?? usual.MergeSeconds / 60) * 60, KeepSeconds = form.Whole("keep") ?? usual.KeepSeconds,
            EscalateSeconds = form.Whole("escalate") ?? usual.EscalateSeconds, DriftFactor = form.Number("drift"),
        };
    }

    private static WarningLimits Limits(IFormCollection form, int? line) => new()
    {
        WaitSeconds = form.Whole(Name("wait", line)), UnansweredSeconds = form.Whole(Name("unanswered", line)), AverageSeconds = form.Whole(Name("average", line)),
        AverageOver = form.Whole(Name("over", line)) ?? WarningLimits.Usual.AverageOver, OpenSessions = form.Whole(Name("open", line)), AwaySeconds = form.Whole(Name("away", line)),
        ForbiddenWords = form.Ticked(Name("forbidden", line)), RiskWords = form.Ticked(Name("risk", line)), Complaints = form.Ticked(Name("complaints", line)),
    };

    internal static string Name(string field, int? line) => line is { } i ? string.Create(CultureInfo.InvariantCulture, $"{field}.{i}") : field;

    private static int? Minute(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.Hour * 60 + time.Minute : null;
}
