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
        var stands = WarningMatters.RulesOf(database);
        if (form is null) return Task.FromResult<Seen<WarningSettingsView>>(View(stands, viewer));
        var typed = Typed(form, stands);
        return Task.FromResult<Seen<WarningSettingsView>>(View(typed.Shown, viewer) with { Blank = stands.Limits, Typed = typed.Texts, Refused = typed.Refused ?? Set(typed.Rules, new(database, viewer, Now)) });
    }

    /// <summary>What would have been raised by what is typed; nothing is kept.</summary>
    public Task<Seen<WarningSettingsView>> Preview(IFormCollection form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !WarningsQuery.MaySet(viewer)) return Task.FromResult(Seen<WarningSettingsView>.Forbidden);
        var stands = WarningMatters.RulesOf(database);
        var typed = Typed(form, stands);
        return Task.FromResult<Seen<WarningSettingsView>>(View(typed.Shown, viewer) with
        {
            Blank = stands.Limits, Typed = typed.Texts, Refused = typed.Refused, Preview = typed.Refused is null ? preview.Of(stands, typed.Rules, Today) : null,
        });
    }

    private WarningTyped Typed(IFormCollection form, WarningRules stands) => new WarningForm(form, stands, Groups, Shifts).Read();

    private WarningSettingsView View(WarningRules rules, Viewer viewer) => new(rules, WarningsQuery.MaySet(viewer)) { Groups = Groups, Shifts = Shifts };

    private DateOnly Today => ShopClock.Shanghai.DayOf(Now);
    private IReadOnlyList<string> Groups => [.. database.People.Employments.Where(e => e.Covers(Today) && e.Group is { Length: > 0 }).Select(e => e.Group!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    private IReadOnlyList<string> Shifts => [.. (database.Shops.All is [var one, ..] ? database.RuleSets.Current(one.Id, Today) : RuleSet.Default).Duty.Shifts.Select(s => s.Name)];

    public Task<Seen<WarningReportView>> Report(Month? asked, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesSomeGroup(viewer)) return Task.FromResult(Seen<WarningReportView>.Forbidden);
        var month = asked ?? Month.Of(Today);
        var states = database.Matters(WarningMatters.Kind).Between(month.First, month.Last).Select(WarningMatters.StateOf).Where(s => Rights.SeesGroup(viewer, s.Raised.Of.Group)).ToList();
        return Task.FromResult<Seen<WarningReportView>>(new WarningReportView(month, WarningSpeed.Of(states), states.Count, states.Count(s => s.Stage == WarningStage.Solved), states.Count(s => s.Stage == WarningStage.Ended && !s.Over!.ByLimits),
            states.Count(s => s.Over?.ByLimits == true), states.Count(s => s.Stage == WarningStage.Merged), states.Count(s => s.Over is null)));
    }

    private Refusal? Set(WarningRules rules, Filer filer)
    {
        var matters = database.Matters(WarningMatters.Thresholds);
        var step = new WarningRulesStep(filer.Name, Now, "", WarningMatters.TextOf(rules));
        var kept = matters.Find(WarningMatters.RulesKey);
        return (kept is null ? matters.Begin(new("", filer.Today, filer.Today, WarningMatters.RulesKey), step) is not null : matters.Append(kept, step)) ? null : DoingWords.ChangedMeanwhile;
    }
}
