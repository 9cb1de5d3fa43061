namespace Heng.Engine.Records;

// What people do beside the chats, a record a row. The agent is a person's name or an account; an empty shop is the company. Null is "not said", never no and never 0.

/// <summary>A phone call (来电). Natural key: id. Rings count whole rings before it was taken.</summary>
public sealed record Call(
    string Shop, string Id, string Agent, Instant At, bool Answered, int? AnswerSeconds, int? Rings, int? TalkSeconds, bool? Resolved, decimal? Score);

/// <summary>
/// A case (工单): what a conversation could not settle. Owner is who has it now, <paramref name="Agent"/> who opened it. <paramref name="Once"/>: settled in one contact, as
/// marked. Natural key: id.
/// </summary>
public sealed record Case(
    string Shop, string Id, string Agent, string? Owner, Instant OpenedAt, string? Category, string? Buyer, Instant? DueAt, Instant? SolvedAt, Instant? ToldAt,
    bool? Registered, bool? Once, string? Remark)
{
    public string Holder => Owner ?? Agent;
}

/// <summary>A complaint (投诉). Natural key: id.</summary>
public sealed record Complaint(string Shop, string Id, string Agent, Instant At, Instant? HandledAt, bool? Satisfied, string? What);

/// <summary>An operation error (操作差错) with what it cost. Natural key: day, agent, kind, order.</summary>
public sealed record OperationError(string Shop, DateOnly Day, string Agent, string Kind, string? OrderId, decimal Cost, string? Remark)
{
    /// <summary>Why it was taken back (撤回); one that was counts nothing.</summary>
    public string? Withdrawn { get; init; }
}

/// <summary>A conduct incident (行为事件). Natural key: day, agent, kind, number.</summary>
public sealed record Incident(string Shop, DateOnly Day, string Agent, string Kind, int Number, string? Remark)
{
    /// <summary>Why it was taken back (撤回); one that was counts nothing.</summary>
    public string? Withdrawn { get; init; }
}

/// <summary>
/// An inspection that stands (质检卡): the points that one reception or call earned of those that were possible, by a program or by a person. Id is its own, such as <c>inspection/12</c>.
/// Natural key: day, agent, id.
/// </summary>
public sealed record Inspected(DateOnly Day, string Agent, string Id, bool Automatic, decimal Earned, decimal Possible)
{
    /// <summary>Why it was taken back (撤回); one that was counts nothing.</summary>
    public string? Withdrawn { get; init; }
}

/// <summary>A seat in a training (培训). Natural key: day, course, agent.</summary>
public sealed record TrainingSeat(DateOnly Day, string Course, string Agent, bool Attended);

/// <summary>An exam, or a simulated dialogue (模拟对话), with its full marks. Natural key: day, name, agent.</summary>
public sealed record Exam(DateOnly Day, string Name, string Agent, decimal Score, decimal Full, bool IsDialogue);

/// <summary>A task, or a weekly report (周报), due on a day. Natural key: due, name, agent.</summary>
public sealed record Assignment(DateOnly Due, string Name, string Agent, DateOnly? DoneOn, bool IsReport);

/// <summary>A suggestion (建议). Natural key: day, agent, what.</summary>
public sealed record Suggestion(DateOnly Day, string Agent, string What, bool? Adopted);

public enum ActivityKind : byte { Sharing, Project }

/// <summary>A sharing session (分享会) held, or a team project (团队项目) taken part in. Natural key: day, agent, kind, name.</summary>
public sealed record Activity(DateOnly Day, string Agent, ActivityKind Kind, string Name);

/// <summary>A handover (交接) at a shift's end, made or missed. Natural key: day, agent, shift.</summary>
public sealed record Handover(DateOnly Day, string Agent, string? Shift, bool Made);

/// <summary>A buyer's answer to a survey (问卷), in points. Natural key: id.</summary>
public sealed record SurveyAnswer(string Shop, string Id, string Agent, Instant At, decimal Score);

/// <summary>Work on a product review (评价处理): answered when, turned to the better or not. Natural key: order, item.</summary>
public sealed record ReviewWork(string Shop, string OrderId, string Item, string Agent, Instant ReviewedAt, Instant? AnsweredAt, bool? Turned);

/// <summary>What a plan may propose after a card, and what a person may then do (措施). Stored by number.</summary>
public enum MeasureKind : byte { Coaching, Training, OneMoreMonth, Warning, Transfer, TraineePay, Exit, Award, Certificate, Promotion, Leadership, PayRaise }

/// <summary>A measure that was taken with somebody (措施记录). For is the plan whose shortfall it answers; null where it is not said. Natural key: day, agent, kind and, where said, the plan.</summary>
public sealed record MeasureTaken(DateOnly Day, string Agent, MeasureKind Kind, string? Remark, string? For = null);

/// <summary>Whose life a goal is of: the post, one task, a project, or the person's own way. Stored by number.</summary>
public enum GoalKind : byte { Position, Task, Project, Career }

/// <summary>What became of a goal: met, in part, or not. Stored by number.</summary>
public enum GoalState : byte { Met, Partly, NotMet }

/// <summary>
/// A goal (目标约定) agreed with a person, due on a day. It came from <paramref name="Start"/> to <paramref name="Now"/> on the way to <paramref name="Target"/>, or is judged
/// as a whole; time, quality and attainment are marks from 0 to 1. One that nobody agreed to counts nothing. Natural key: due, agent, name.
/// </summary>
public sealed record Goal(
    DateOnly Due, string Agent, string Name, GoalKind Kind, decimal? Start, decimal? Target, decimal? Now, GoalState? State, decimal? Time, decimal? Quality,
    decimal? Attainment, DateOnly? AgreedOn);
