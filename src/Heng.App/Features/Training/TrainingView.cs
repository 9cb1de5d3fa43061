using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;

namespace Heng.App.Features.Training;

/// <summary>What a form says of a training; what can't be read is null, and what was typed comes back with a refusal.</summary>
public sealed record TrainingForm(string Name, Instant? From, Instant? To, string Where, string Trainer, AskedChoice Asked)
{
    public static readonly TrainingForm Empty = new("", null, null, "", "", AskedChoice.None);
}

public sealed record TrainingRow(long Id, TrainingState State, TrainingPresence? Own, bool OwnDeclined);

/// <summary>One person's trainings of a month, as the records have them: seats, and how many were taken.</summary>
public sealed record AttendedRow(string Name, string Group, int Seats, int Attended)
{
    public decimal Share => (decimal)Attended / Seats;
}

public sealed record TrainingsView(Month Month, IReadOnlyList<TrainingRow> Mine, IReadOnlyList<TrainingRow> Others, IReadOnlyList<AttendedRow> Attended)
{
    /// <summary>Whom the viewer may ask; empty for who plans none.</summary>
    public IReadOnlyList<AskedPerson> MayAsk { get; init; } = [];
    public TrainingForm Form { get; init; } = TrainingForm.Empty;
    public Refusal? Refused { get; init; }
}

/// <summary>One of those asked, as far as the viewer sees them.</summary>
public sealed record TrainingSeatRow(string Name, string? Group, TrainingPresence? Presence, string? Declined);

public sealed record TrainingView(long Id, TrainingState State, IReadOnlyList<TrainingSeatRow> Rows, string Me, Instant Now)
{
    public bool MayMark { get; init; }
    public bool MayChange { get; init; }
    public IReadOnlyList<AskedPerson> MayAsk { get; init; } = [];
    public bool IsAsked => State.Plan.Asked.Contains(Me, StringComparer.Ordinal);
    public bool IsOpen => State.Stage == TrainingStage.Planned;
    public TrainingForm Form { get; init; } = TrainingForm.Empty;
    public Refusal? Refused { get; init; }
    public string? Did { get; init; }
}

public enum TrainingAct { Change, Decline, ShowCode, EnterCode, Mark, MarkRest, End, CallOff }

/// <summary>What a form says to one training.</summary>
public sealed record TrainingAsk(TrainingAct Act)
{
    public TrainingForm? Form { get; init; }
    public string Why { get; init; } = "";
    public string Code { get; init; } = "";
    public int Minutes { get; init; }
    public IReadOnlyList<TrainingMark> Marks { get; init; } = [];
}

public delegate Task<(Seen<TrainingsView> Seen, long? Begun)> TrainingsFor(Month? month, TrainingForm? plan, HttpContext context);
public delegate Task<Seen<TrainingView>> TrainingFor(long id, TrainingAsk? ask, HttpContext context);
