using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.ImprovementPlans;

/// <summary>Reminds of steps before they are due, and of late ones their doers and who agreed to the plan; once for each day that a step is due on.</summary>
public static class StepsTold
{
    public static IReadOnlyList<Notice> Remind(Database database, DateOnly today, Instant now) =>
        database.Notices.Tell([.. ImprovementDoing.In(database).All.Select(p => (Plan: p, State: new ImprovementState(p.Happened)))
            .SelectMany(p => StepReminders.Of(p.State, today).SelectMany(r => Of(p.Plan, p.State, r.Step, r.Late, now)))]);

    private static IEnumerable<Notice> Of(KeptMatter<ImprovementHappening> plan, ImprovementState state, StandingStep step, bool late, Instant now)
    {
        var day = step.By.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["about"] = ImprovementDoing.AboutOf(state), ["step"] = (step.At + 1).ToString(CultureInfo.InvariantCulture), ["day"] = day };
        var whom = late ? state.AgreedBy.Append(step.Planned.Who) : [step.Planned.Who];
        return whom.Distinct(StringComparer.Ordinal).Select(to => new Notice(to, late ? ImprovementDoing.LateKind : ImprovementDoing.DueKind, $"{plan.Subject}/{words["step"]}/{day}", words, Links.Improvement(plan.Id), now));
    }
}
