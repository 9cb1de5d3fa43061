using System.Globalization;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.CustomMetrics;

/// <summary>Fills the page of custom metrics, tries a formula on an example person, and keeps a definition. It is for those who see everyone; HR and the manager define.</summary>
public sealed class CustomMetricsQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<CustomMetricsView>> For(MetricForm? form, string? edit, MetricAct act, HttpContext context) =>
        Task.FromResult(viewers(context) is { } viewer && Rights.SeesEveryone(viewer) && (act is not (MetricAct.Save or MetricAct.Retire) || Rights.Defines(viewer)) ? View(form, edit, act, viewer) : Seen<CustomMetricsView>.Forbidden);

    private Seen<CustomMetricsView> View(MetricForm? form, string? edit, MetricAct act, Viewer viewer)
    {
        var roster = database.People.Roster;
        string[] people = [.. roster.People.Where(p => roster.HistoryOf(p.Id).Count > 0).Select(p => p.Name)];
        var filled = form ?? Filled(edit, people);
        var view = new CustomMetricsView(Rows(), filled, people, Rights.Defines(viewer));
        if (act == MetricAct.Look) return view;
        var definitions = new Definitions(database, time);
        if (act == MetricAct.Retire) return definitions.Retire(filled.Id, viewer.Name) is { } why ? view with { Form = Filled(null, people), Errors = [why] } : view with { Retired = filled.Id };
        var (definition, wrong) = Read(filled);
        List<DefinitionError> errors = [.. wrong, .. wrong.Count > 0 ? [] : definitions.Check([definition])[0]];
        if (act == MetricAct.Save && errors.Count == 0)
        {
            definitions.Keep([definition], viewer.Name);
            return view with { Saved = definition.Id, Rows = Rows() };
        }
        return view with { Errors = errors, Trial = Tried(filled, definition.Unit, roster) };
    }

    private MetricTrial? Tried(MetricForm form, Unit unit, Roster roster)
    {
        if (Month.Parse(form.Month) is not { } month || roster.Find(form.Person) is not { } person) return null;
        return MetricTrial.Of(PeriodFacts.Load(database, database.Shops.All, month.First, month.Last, null), person, form.Formula, WrittenUnits.Find(form.Unit) is null ? null : unit);
    }

    private List<DefinedRow> Rows()
    {
        var (all, retired) = (database.CustomMetrics.All, RetiredMetrics.Of(database));
        var latest = all.GroupBy(d => d.Definition.Id, StringComparer.Ordinal).Select(g => g.Last()).ToHashSet();
        return [.. all.Reverse().Select(d => new DefinedRow(d.Definition, d.By, ShopClock.Shanghai.ToLocal(d.At), latest.Contains(d), retired.Contains(d.Definition.Id)))];
    }

    /// <summary>The newest version to change, or an empty form; it begins to count with the latest month that has records.</summary>
    private MetricForm Filled(string? edit, string[] people)
    {
        var month = LatestMonth();
        var (from, person) = (month.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), people.FirstOrDefault() ?? "");
        var known = edit is null ? null : database.CustomMetrics.All.LastOrDefault(d => d.Definition.Id == edit);
        return known is null ? new("", "", "", "none", "higher", "", from, person, month.ToString()) : MetricForm.Of(known.Definition, from, person, month.ToString());
    }

    private Month LatestMonth()
    {
        var covered = database.Shops.All.SelectMany(s => new[] { Source.Chat, Source.Orders }.Select(source => database.Coverage.Span(s.Id, source)?.Last)).Max();
        return Month.Of(covered ?? ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds())));
    }

    private static (CustomDefinition Definition, IReadOnlyList<DefinitionError> Wrong) Read(MetricForm form)
    {
        List<DefinitionError> wrong = [];
        if (!DateOnly.TryParseExact(form.From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
            wrong.Add(new("from", "day-unreadable", new("请填写生效日期", "a first day is needed")));
        if (WrittenUnits.Find(form.Unit) is not { } unit)
        {
            unit = Unit.None;
            wrong.Add(new("unit", "unit-unknown", new("没有这个单位", "there is no such unit")));
        }
        var better = form.Better switch { "higher" => Better.Higher, "lower" => Better.Lower, _ => Better.None };
        return (new(form.Id, 0, from, new(form.Zh, form.En), unit, better, form.Formula), wrong);
    }
}
