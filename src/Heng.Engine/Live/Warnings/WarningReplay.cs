using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;

namespace Heng.Engine.Live.Warnings;

/// <summary>
/// What limits would have raised on a day that is over (试算): the day goes on once more, and is looked at as today is, though only every <see cref="StepSeconds"/>. Nobody takes or solves a
/// warning in it, so what happened again is counted in the one that is open.
/// </summary>
public static class WarningReplay
{
    public const int StepSeconds = 5;
    private const int DriftEvery = 60;

    /// <summary>One for each of the rules.</summary>
    public static IReadOnlyList<DayRaised> Of(PastDay past, IReadOnlyList<WarningRules> rules)
    {
        var day = new LiveDay(past.Start, past.SessionGap);
        var runs = rules.Select(r => new Run(r)).ToList();
        var (said, told, logged, accounts) = (0, 0, 0, AccountsNow.Unknown);
        var newest = new Dictionary<string, StatusChange>(StringComparer.Ordinal);
        var usual = Array.Empty<HourSum>();
        for (var now = past.Start.Plus(StepSeconds); now <= past.End; now = now.Plus(StepSeconds))
        {
            said = Take(past, day, said, now);
            var before = logged;
            while (past.Log is { } log && logged < log.Count && log[logged].At <= now) newest[log[logged].Account] = log[logged++];
            if (logged > before) accounts = AccountsNow.Of(newest.Values, past.AgentOf);
            var happened = past.Happened.Skip(told).TakeWhile(h => h.Since <= now).ToList();
            told += happened.Count;
            if (past.Weeks.Count >= Drift.LeastWeeks && now.SecondsSince(past.Start) % DriftEvery == 0) usual = Drift.HoursOf(day.Receptions, past.Clock);
            var local = ShopClock.Shanghai.ToLocal(now);
            var moment = Moments.Of(past.Shop, day, past.Start, now, local.Hour * 60 + local.Minute, rules.Max(r => r.Answers), accounts, agent => past.PostedAt(agent, now));
            foreach (var run in runs) run.Look(moment, happened, usual.Length == 0 ? [] : Drift.Held(past.Shop, usual, past.Weeks, past.Clock.HourOf(now), run.Rules.DriftFactor, now));
        }
        return [.. runs.Select(r => r.Raised(past))];
    }

    private static int Take(PastDay past, LiveDay day, int place, Instant now)
    {
        while (place < past.Said.Length)
        {
            var next = place;
            var message = past.Said.At(ref next);
            if (message.At > now) break;
            past.Into.Take(message, null);
            place = next;
        }
        if (past.Into.Touched.Count == 0) return place;
        var touched = past.Into.Settle();
        day.Put(touched, past.Fold(touched), DayQuality.None(past.Into.Day), past.Into.IsCourtesy);
        return place;
    }

    private sealed class Run(WarningRules rules)
    {
        private readonly OpenWarnings open = new();
        private readonly Dictionary<WarningKind, int> raised = [];

        public WarningRules Rules => rules;

        public void Look(ShopMoment at, IReadOnlyList<Raised> happened, IReadOnlyList<Raised> drifts)
        {
            var holds = WarningWatch.Look(at, rules).Concat(WarningWatch.Loud(drifts, at.Minute, rules)).ToList();
            foreach (var news in open.Look(holds, WarningWatch.Asked(happened, at, rules), rules, at.Now))
                if (news.What == NewsKind.Opened) raised[news.Of.Kind] = raised.GetValueOrDefault(news.Of.Kind) + 1;
        }

        public DayRaised Raised(PastDay past) => new(Enum.GetValues<WarningKind>().ToDictionary(kind => kind, kind => Knows(past, kind) ? raised.GetValueOrDefault(kind) : (int?)null));

        private static bool Knows(PastDay past, WarningKind kind) => kind switch
        {
            WarningKind.Away => past is { Log: not null, KnowsShifts: true },
            WarningKind.ForbiddenWords or WarningKind.RiskWords => past.KnowsFindings,
            WarningKind.Complaint => past.KnowsComplaints,
            WarningKind.Drift => past.Weeks.Count >= Drift.LeastWeeks,
            _ => true,
        };
    }
}
