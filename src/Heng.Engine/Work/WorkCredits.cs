using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Work;

/// <summary>What one record of work adds, and to which business day. Money is in fen, points in hundredths.</summary>
public static class WorkCredits
{
    /// <summary>A ring is five seconds (一声 1 s on, 4 s off), so three rings last fifteen.</summary>
    public const int RingSeconds = 5, QuickRings = 3;

    private const int QuickAnswerSeconds = 20;
    private const decimal SatisfiedFrom = 4m;

    public static (DateOnly Day, Measures Measures) Of(Call call, ShopClock clock)
    {
        var rings = call.Rings is { } counted ? counted <= QuickRings : call.AnswerSeconds is { } waited ? waited <= QuickRings * RingSeconds : (bool?)null;
        var sum = new Measures().Add(Primitive.Calls, 1).Add(Primitive.CallsRung, rings is not null || !call.Answered ? 1 : 0);
        if (!call.Answered) return (clock.DayOf(call.At), sum);
        sum.Add(Primitive.CallsAnswered, 1).Add(Primitive.CallsWithin3Rings, rings is true ? 1 : 0);
        if (call.AnswerSeconds is { } seconds) sum.Add(Primitive.CallsTimed, 1).Add(Primitive.CallAnswerSeconds, seconds).Add(Primitive.CallsWithin20, seconds <= QuickAnswerSeconds ? 1 : 0);
        if (call.TalkSeconds is { } talk) sum.Add(Primitive.CallsTalked, 1).Add(Primitive.CallTalkSeconds, talk);
        if (call.Resolved is { } resolved) sum.Add(Primitive.CallsJudged, 1).Add(Primitive.CallsResolved, resolved ? 1 : 0);
        if (call.Score is { } score) sum.Add(Primitive.CallRatings, 1).Add(Primitive.CallRatingPoints, Hundredths(score)).Add(Primitive.CallsSatisfied, score >= SatisfiedFrom ? 1 : 0);
        return (clock.DayOf(call.At), sum);
    }

    public static (DateOnly Day, Measures Measures) Of(Complaint complaint, ShopClock clock) => (clock.DayOf(complaint.At), new Measures()
        .Add(Primitive.Complaints, 1)
        .Add(Primitive.ComplaintSeconds, complaint.HandledAt is { } handled ? Math.Max(0, handled.SecondsSince(complaint.At)) : 0)
        .Add(Primitive.ComplaintsHandled, complaint.HandledAt is null ? 0 : 1)
        .Add(Primitive.ComplaintsSatisfied, complaint.Satisfied is true ? 1 : 0));

    public static (DateOnly Day, Measures Measures) Of(OperationError error, ShopClock _) =>
        (error.Day, error.Withdrawn is null ? new Measures().Add(Primitive.OperationErrors, 1).Add(Primitive.OperationErrorFen, Hundredths(error.Cost)) : new());

    public static (DateOnly Day, Measures Measures) Of(Incident incident, ShopClock _) => (incident.Day, new Measures().Add(Primitive.ConductIncidents, incident.Withdrawn is null ? 1 : 0));

    public static (DateOnly Day, Measures Measures) Of(TrainingSeat seat, ShopClock _) =>
        (seat.Day, new Measures().Add(Primitive.TrainingSeats, 1).Add(Primitive.TrainingAttended, seat.Attended ? 1 : 0));

    /// <summary>Marks count out of a hundred: 45 of 50 is 90.</summary>
    public static (DateOnly Day, Measures Measures) Of(Exam exam, ShopClock _) => exam.IsDialogue
        ? (exam.Day, new Measures().Add(Primitive.Dialogues, 1).Add(Primitive.DialoguePoints, Hundredths(exam.Score * 100m / exam.Full)))
        : (exam.Day, new Measures().Add(Primitive.Exams, 1).Add(Primitive.ExamPoints, Hundredths(exam.Score * 100m / exam.Full)));

    /// <summary>A task counts on the day it was done; whether a report came in time is known of the day it was due, and of one that has not come once that day is over.</summary>
    public static IEnumerable<(DateOnly Day, Measures Measures)> Of(Assignment task, ShopClock _)
    {
        if (task is { IsReport: true, DoneOn: { } handed }) yield return (task.Due, new Measures().Add(Primitive.ReportsDue, 1).Add(Primitive.ReportsOnTime, handed <= task.Due ? 1 : 0));
        else if (task.IsReport) yield return (task.Due, new Measures().Add(Primitive.ReportsAwaited, 1));
        else if (task.DoneOn is { } done) yield return (done, new Measures().Add(Primitive.TasksDone, 1));
    }

    public static (DateOnly Day, Measures Measures) Of(Suggestion suggestion, ShopClock _) =>
        (suggestion.Day, new Measures().Add(Primitive.Suggestions, 1).Add(Primitive.AdoptedSuggestions, suggestion.Adopted is true ? 1 : 0));

    public static (DateOnly Day, Measures Measures) Of(Activity activity, ShopClock _) =>
        (activity.Day, new Measures().Add(activity.Kind == ActivityKind.Sharing ? Primitive.SharingSessions : Primitive.TeamProjects, 1));

    public static (DateOnly Day, Measures Measures) Of(Handover handover, ShopClock _) =>
        (handover.Day, new Measures().Add(handover.Made ? Primitive.HandoversMade : Primitive.HandoversMissed, 1));

    public static (DateOnly Day, Measures Measures) Of(SurveyAnswer answer, ShopClock clock) =>
        (clock.DayOf(answer.At), new Measures().Add(Primitive.SurveyAnswers, 1).Add(Primitive.SurveyPoints, Hundredths(answer.Score)));

    public static (DateOnly Day, Measures Measures) Of(ReviewWork work, ShopClock clock) => (clock.DayOf(work.ReviewedAt), new Measures()
        .Add(Primitive.ReviewsToHandle, 1)
        .Add(Primitive.ReviewsAnswered, work.AnsweredAt is null ? 0 : 1)
        .Add(Primitive.ReviewHandlingSeconds, work.AnsweredAt is { } answered ? Math.Max(0, answered.SecondsSince(work.ReviewedAt)) : 0)
        .Add(Primitive.ReviewsTurned, work.Turned is true ? 1 : 0));

    /// <summary>A month's target stands on its first day, so that a period from then on holds it. Only sales are measured against one.</summary>
    public static IEnumerable<(DateOnly Day, Measures Measures)> Of(Target target, ShopClock _)
    {
        if (target is { Metric: "sales", Agent.Length: > 0 }) yield return (target.Month.First, new Measures().Add(Primitive.TargetSalesFen, Hundredths(target.Value)));
    }

    /// <summary>After-sales work (售后处理) of whoever reviewed or paid a refund, on the day it was finished, timed from when it was asked for.</summary>
    public static (DateOnly Day, Measures Measures) Of(Refund refund, ShopClock clock) => (clock.DayOf(refund.FinishedAt ?? default), new Measures()
        .Add(Primitive.AfterSalesHandled, refund.Counts ? 1 : 0)
        .Add(Primitive.AfterSalesSeconds, refund is { Counts: true, AppliedAt: { } asked, FinishedAt: { } finished } ? Math.Max(0, finished.SecondsSince(asked)) : 0));

    private static long Hundredths(decimal points) => (long)Math.Round(points * 100m, 0, MidpointRounding.AwayFromZero);
}
