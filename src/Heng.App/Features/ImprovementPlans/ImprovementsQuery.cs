using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.ImprovementPlans;

/// <summary>Fills the pages of improvement plans and does what their forms ask. A plan is between the person, who leads the group and those who answer for all.</summary>
public sealed class ImprovementsQuery(BookCache books, ViewerFor viewers, TimeProvider time)
{
    private const int MonthsDrawn = 6;
    private Database Database => books.Database;
    private ImprovementDoing Doing => new(Database, time);

    public Task<Seen<ImprovementsView>> List(string? agent, bool over, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<ImprovementsView>.Forbidden);
        var rows = ImprovementDoing.In(Database).All.Select(p => (Plan: p, State: new ImprovementState(p.Happened))).Where(p => Sees(viewer, p.State) && (agent is null || p.State.Text.Person == agent) && p.State.IsOver == over)
            .Select(p => new ImprovementRow(p.Plan.Id, p.State, MayAgree(viewer, p.State)));
        var (people, groups) = Writable(viewer, context);
        return Task.FromResult<Seen<ImprovementsView>>(new ImprovementsView(agent, over, [.. rows.OrderByDescending(r => r.ForMe).ThenBy(r => r.Next?.By ?? DateOnly.MaxValue).ThenByDescending(r => r.Id)]) { People = people, Groups = groups });
    }

    public Task<(Seen<NewImprovementView> Seen, long? Begun)> New(NewImprovementAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || Rights.OnlyLooks(viewer)) return Task.FromResult((Seen<NewImprovementView>.Forbidden, (long?)null));
        if (ask.Interview is { } id) return Task.FromResult(FromInterview(id, viewer, context));
        var (people, groups) = Writable(viewer, context);
        if (people.Length == 0 && groups.Length == 0) return Task.FromResult((Seen<NewImprovementView>.Forbidden, (long?)null));
        if (ask is { Agent: null, Group: null, Text: null }) return Task.FromResult(((Seen<NewImprovementView>)new NewImprovementView(null) { People = people, Groups = groups }, (long?)null));
        var group = ask.Agent is { } agent ? Database.People.Roster.Find(agent) is { } person ? Database.People.Roster.On(person.Id, Doing.Today)?.Group : null : ask.Group;
        if (ask.Agent is { } of ? !people.Contains(of, StringComparer.Ordinal) : ask.Group is null || !groups.Contains(ask.Group, StringComparer.Ordinal)) return Task.FromResult((Seen<NewImprovementView>.NotFound, (long?)null));
        var typed = ask.Text is null ? null : AsTyped(ask.Text, ask.Agent, group, context);
        var fields = FieldsOf(ask.Agent, group, typed, viewer, context);
        var view = new NewImprovementView(fields);
        if (typed is not { } text) return Task.FromResult(((Seen<NewImprovementView>)view, (long?)null));
        var (begun, refused) = Fault(text, fields) is { } fault ? (null, fault) : Doing.Begin(text with { Person = ask.Agent, Group = group }, viewer);
        return Task.FromResult(((Seen<NewImprovementView>)(view with { Refused = refused }), begun?.Id));
    }

    public Task<Seen<ImprovementView>> One(long id, ImprovementHappening? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || ask is not null && Rights.OnlyLooks(viewer)) return Task.FromResult(Seen<ImprovementView>.Forbidden);
        if (ImprovementDoing.In(Database).Find(id) is not { } plan || !Sees(viewer, new(plan.Happened))) return Task.FromResult(Seen<ImprovementView>.NotFound);
        var text = new ImprovementState(plan.Happened).Text;
        if (ask?.What == ImprovementEvent.Written) ask = AsTyped(ask, text.Person, text.Group, context);
        var refused = ask is null ? null
            : ask.What == ImprovementEvent.Written && Fault(ask, FieldsOf(text.Person, text.Group, null, viewer, context)) is { } fault ? fault
            : Doing.Do(plan, ask.What == ImprovementEvent.Written ? ask with { Person = text.Person, Group = text.Group, Interview = text.Interview } : ask, viewer);
        return Task.FromResult<Seen<ImprovementView>>(View(ImprovementDoing.In(Database).Find(id)!, viewer, context) with { Refused = refused });
    }

    /// <summary>The agreed steps of an interview that both have signed become a plan by one press; a second press leads to it.</summary>
    private (Seen<NewImprovementView> Seen, long? Begun) FromInterview(long id, Viewer viewer, HttpContext context)
    {
        var roster = Database.People.Roster;
        var name = AppraisalDoing.ActorOf(viewer, roster).Name;
        if (Database.Interviews.Find(id) is not { } interview || name != interview.State.With && name != interview.State.By && !Rights.DecidesMeasures(viewer)) return (Seen<NewImprovementView>.NotFound, null);
        if (ImprovementDoing.In(Database).Find(ImprovementDoing.KeyOf(id)) is { } before) return (Seen<NewImprovementView>.NotFound, before.Id);
        var (state, month) = (interview.State, interview.About.Month);
        var group = roster.Find(state.With) is { } person ? roster.In(person.Id, month)?.Group : null;
        var text = new ImprovementHappening(ImprovementEvent.Written, "", default)
        {
            Person = state.With, Group = group, Interview = id, CauseMonth = month.ToString(), Goal = $"落实 {month} 面谈约定的行动", Cause = Cut(interview.Text?.Shortfalls),
            Steps = [.. (interview.Text?.Steps ?? []).Select(s => new PlannedStep(s.What, s.Who, s.By))], AgreedBy = state.Disagreement is null ? [state.By, state.With] : [state.By],
        };
        var (begun, refused) = state.IsDone ? Doing.Begin(text, viewer) : (null, ImprovementWords.NotSigned);
        return (new NewImprovementView(FieldsOf(state.With, group, text, viewer, context)) { Refused = refused }, begun?.Id);
    }

    /// <summary>Rates are typed in percent; where nobody said from where, it is from the latest month.</summary>
    private ImprovementHappening AsTyped(ImprovementHappening text, string? person, string? group, HttpContext context)
    {
        var latest = books.Of(Latest(context));
        if (text.Metric is null || latest.Book.Facts.Metrics.Find(text.Metric) is not { } metric) return text;
        var share = metric.Unit == Unit.Rate ? 100m : 1m;
        return text with { From = text.From is { } from ? from / share : latest.Read(ScopeOf(person, group), metric).Value, To = text.To / share };
    }

    private static MonthScope ScopeOf(string? person, string? group) => person is not null ? MonthScope.Of(person) : new(null, group);

    private static string? Cut(string? words) => words?.Length > ImprovementCycle.LongestNote ? words[..(ImprovementCycle.LongestNote - 1)] + "…" : words;

    private static Refusal? Fault(ImprovementHappening text, ImprovementText fields) => text.Metric is { } metric && fields.Metrics.All(m => m.Id != metric) ? ImprovementWords.UnknownMetric : null;

    private static bool Sees(Viewer viewer, ImprovementState state) => Rights.SeesGrowth(viewer, state.Text.Person, state.Text.Group);

    private bool MayAgree(Viewer viewer, ImprovementState state)
    {
        var actor = Doing.ActorOf(viewer, state.Text.Person, state.Text.Group);
        return state.Stage == ImprovementStage.Proposed && !Rights.OnlyLooks(viewer) && (actor.Answers || actor.Name == state.Text.Person) && !state.AgreedBy.Contains(actor.Name, StringComparer.Ordinal);
    }

    private (string[] People, string[] Groups) Writable(Viewer viewer, HttpContext context)
    {
        if (Rights.OnlyLooks(viewer)) return ([], []);
        var people = books.Of(Latest(context)).People;
        return ([.. people.Where(p => Rights.DecidesMeasures(viewer) || viewer.Role is Role.Operator || viewer.Leads && Rights.SeesGroup(viewer, p.Group) || viewer.Person == p.Name).Select(p => p.Name)],
            [.. people.Select(p => p.Group).Where(g => g.Length > 0 && (Rights.DecidesMeasures(viewer) || viewer.Leads && Rights.SeesGroup(viewer, g))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private ImprovementText FieldsOf(string? person, string? group, ImprovementHappening? text, Viewer viewer, HttpContext context)
    {
        var name = AppraisalDoing.ActorOf(viewer, Database.People.Roster).Name;
        var doers = person is not null ? [person, name] : books.Of(Latest(context)).People.Where(p => p.Group == group).Select(p => p.Name).Prepend(name);
        var metrics = books.Of(Latest(context)).Book.Facts.Metrics.All.Select(m => new GoalMetric(m.Id, m.Name, m.Unit));
        return new(person, group, text, [.. metrics], [.. doers.Distinct(StringComparer.Ordinal)], [.. ShellOf(context).Months.Take(MonthsDrawn)], Doing.Today);
    }

    private ImprovementView View(KeptMatter<ImprovementHappening> plan, Viewer viewer, HttpContext context)
    {
        var state = new ImprovementState(plan.Happened);
        var actor = Doing.ActorOf(viewer, state.Text.Person, state.Text.Group);
        var concerned = !Rights.OnlyLooks(viewer) && (actor.Answers || actor.Name == state.Text.Person);
        var (proposed, running) = (state.Stage == ImprovementStage.Proposed, state.Stage == ImprovementStage.Running);
        return new(plan, state)
        {
            Progress = ProgressOf(state, context), Today = Doing.Today, MayAgree = MayAgree(viewer, state), MayWithdraw = concerned && proposed, MayCheckIn = concerned && running,
            MayClose = concerned && running && actor.Answers && state.Steps.All(s => s.Done is not null), Fields = concerned && proposed ? FieldsOf(state.Text.Person, state.Text.Group, state.Text, viewer, context) : null,
            MaySettle = step => running && step.Done is null && !Rights.OnlyLooks(viewer) && (actor.Answers || step.Planned.Who == actor.Name),
            InterviewHref = state.Text.Interview is { } id && (actor.Name == state.Text.Person || Rights.DecidesMeasures(viewer) || Database.Interviews.Find(id)?.State.By == actor.Name) ? Links.Interview(id) : null,
        };
    }

    private GoalProgress? ProgressOf(ImprovementState state, HttpContext context)
    {
        if (state.Text is not { Metric: { } id, To: { } to } text || books.Of(Latest(context)).Book.Facts.Metrics.Find(id) is not { } metric) return null;
        var scope = ScopeOf(text.Person, text.Group);
        return new(new(metric.Id, metric.Name, metric.Unit), text.From, to,
            [.. ShellOf(context).Months.Take(MonthsDrawn).Reverse().Select(m => (m, books.Of(m).Read(scope, metric).Value, scope.Explain(m, id)))]);
    }

    private static Shell ShellOf(HttpContext context) => context.Items[typeof(Shell)] as Shell ?? Shell.Nobody;
    private static Month Latest(HttpContext context) => ShellOf(context).Latest;
}
