using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.ImprovementPlans;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Interviews;

/// <summary>Fills the pages of interviews and does what their forms ask. A record is between the two, those who answer for people, and at the first level the group's leader.</summary>
public sealed class InterviewsQuery(BookCache books, ViewerFor viewers, TimeProvider time)
{
    private Database Database => books.Database;
    private InterviewDoing Doing => new(Database, time);

    public Task<Seen<InterviewsView>> List(HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<InterviewsView>.Forbidden);
        var roster = Database.People.Roster;
        var name = AppraisalDoing.ActorOf(viewer, roster).Name;
        InterviewRow[] rows = [.. Database.Interviews.All.Where(i => Sees(i, viewer, roster)).Reverse()
            .Select(i => new InterviewRow(i, (i.State.With == name || i.State.By == name) && i.State.Stage == InterviewStage.Unsigned && !i.State.HasSigned(name)))];
        MeasureTaken[] own = viewer.Person is not { } person ? [] : [.. Database.Records(RecordKinds.Measures).All(Shops.Company.Id).Where(m => roster.PersonOf(m.Agent, m.Day) is > 0 and var id && roster.NameOf(id) == person).OrderByDescending(m => m.Day)];
        var latest = context.Items[typeof(Shell)] is Shell { Months: [var month, ..] } ? month : (Month?)null;
        string[] people = latest is { } of && Leads(viewer) ? [.. books.Of(of).People.Where(p => p.Name != name && (Rights.LeadsAppraisals(viewer) || Rights.SeesGroup(viewer, p.Group))).Select(p => p.Name)] : [];
        return Task.FromResult<Seen<InterviewsView>>(new InterviewsView([.. rows.OrderByDescending(r => r.ForMe)], own, people));
    }

    public Task<(Seen<NewInterviewView> Seen, long? Begun)> New(NewInterviewAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Leads(viewer)) return Task.FromResult((Seen<NewInterviewView>.Forbidden, (long?)null));
        var roster = Database.People.Roster;
        var group = InterviewDoing.GroupOf(roster, ask.With, ask.About.Month);
        var follows = ask.Follows is { } id ? Database.Interviews.Find(id) : null;
        if (group is null || !Rights.LeadsAppraisals(viewer) && !Rights.SeesGroup(viewer, group) || ask.Follows is not null && (follows is null || follows.State.With != ask.With || !Sees(follows, viewer, roster)))
            return Task.FromResult((Seen<NewInterviewView>.NotFound, (long?)null));
        var view = new NewInterviewView(follows?.About ?? ask.About, ask.With, AppraisalDoing.ActorOf(viewer, roster).Name, follows, ask.Text ?? new(Today, "", "", []));
        if (ask.Text is not { } text) return Task.FromResult(((Seen<NewInterviewView>)view, (long?)null));
        var (begun, refused) = Doing.Begin(view.About, ask.With, follows, text, viewer);
        return Task.FromResult(((Seen<NewInterviewView>)(view with { Refused = refused }), begun?.Id));
    }

    public Task<Seen<InterviewView>> One(long id, InterviewAct? act, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<InterviewView>.Forbidden);
        var roster = Database.People.Roster;
        if (Database.Interviews.Find(id) is not { } interview || !Sees(interview, viewer, roster)) return Task.FromResult(Seen<InterviewView>.NotFound);
        var refused = act?.Act switch
        {
            null => null,
            "write" => Doing.Write(interview, act.Text!, viewer),
            "go-on" => Doing.GoOn(interview, act.Why, viewer),
            _ => Doing.Sign(interview, act.Hash, act.Act == "disagree", act.Why, viewer),
        };
        return Task.FromResult<Seen<InterviewView>>(View(act is null ? interview : Database.Interviews.Find(id)!, viewer, roster, refused));
    }

    private InterviewView View(KeptInterview interview, Viewer viewer, Roster roster, Refusal? refused)
    {
        var (name, state) = (AppraisalDoing.ActorOf(viewer, roster).Name, interview.State);
        var next = Database.Interviews.After(interview.Id).Select(i => (long?)i.Id).FirstOrDefault();
        var plan = ImprovementDoing.In(Database).Find(ImprovementDoing.KeyOf(interview.Id))?.Id;
        return new(interview)
        {
            Plan = plan, MayPlan = plan is null && state.IsDone && interview.Text?.Steps.Count > 0 && (name == state.With || name == state.By || Rights.DecidesMeasures(viewer)),
            MaySign = (name == state.With || name == state.By) && !state.IsDone && !state.HasSigned(name), MayDisagree = name == state.With, MayWrite = name == state.By && !state.IsDone,
            MayGoOn = name == state.With && state is { Stage: InterviewStage.Signed, Disagreement: not null, Level: < InterviewState.LastLevel },
            MayFollow = state.Stage == InterviewStage.WentOn && next is null && Rights.LeadsAppraisals(viewer) && name != state.By && name != state.With,
            Next = next, Refused = refused, Happened = [.. state.Happened.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))],
        };
    }

    private static bool Leads(Viewer viewer) => Rights.LeadsAppraisals(viewer) || viewer.Leads && viewer.Groups.Count > 0;

    private static bool Sees(KeptInterview interview, Viewer viewer, Roster roster)
    {
        var name = AppraisalDoing.ActorOf(viewer, roster).Name;
        if (name == interview.State.With || name == interview.State.By) return true;
        // What was taken past the leader is not the leader's.
        return Rights.SeesMeasures(viewer, InterviewDoing.GroupOf(roster, interview.State.With, interview.About.Month)) && (interview.State.Level == 1 || !viewer.Leads);
    }

    private DateOnly Today => ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()));
}
