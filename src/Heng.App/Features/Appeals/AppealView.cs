using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>Which appeals are listed: one's own, those that wait for the viewer's answer, or all that they see.</summary>
public enum AppealShow { All, Mine, Waiting, Open, Decided }

/// <summary>The list of appeals; filter and page live in the address.</summary>
public sealed record AppealsAsk(AppealShow Show = AppealShow.All, int Page = 1)
{
    public const int PageSize = 25;
    public string Href => Links.With("/appeals", ("show", Show == AppealShow.All ? null : Json.Kebab(Show)), ("page", Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
}

public sealed record AppealRow(long Id, string By, Wording Title, CorrectedFact Kind, AppealStage Stage, bool Accepted, DateTime At, string Why, bool Waits);

public sealed record AppealsView(AppealsAsk Ask, IReadOnlyList<AppealRow> Rows, int Total, int Waiting, bool HasOwn, bool MayAnswer)
{
    /// <summary>Why the last form was not taken.</summary>
    public Refusal? Refused { get; init; }
}

/// <summary>What somebody would appeal against, and the form for it.</summary>
public sealed record NewAppealView(KnownFact Fact, IReadOnlyList<FactLine> Says, AppealWish Wish, string Why, string? Self, DateOnly? LastDay, int Days)
{
    public Refusal? Refused { get; init; }
    /// <summary>Whether the viewer may; where not, why not is said instead of a form.</summary>
    public bool MayRaise { get; init; }
}

public sealed record AppealHappenedRow(DateTime At, string Who, AppealEvent What, string Why);

/// <summary>One appeal: the fact as recorded, what was said, and for who decides the form with who would move.</summary>
public sealed record AppealView(KeptAppeal Appeal, KnownFact? Fact, IReadOnlyList<FactLine> Says, IReadOnlyList<AppealHappenedRow> Happened)
{
    public bool Mine { get; init; }
    public bool MayAnswer { get; init; }
    public bool MayEscalate { get; init; }
    public DateOnly? LastDayToEscalate { get; init; }
    /// <summary>What accepting would put there; what was asked for until the decider tries another.</summary>
    public AppealWish Decided { get; init; } = new();
    /// <summary>Who would move, as far as the viewer sees them; null where none is to decide.</summary>
    public IReadOnlyList<Moved>? WouldMove { get; init; }
    /// <summary>Who moved; null where nothing was corrected.</summary>
    public IReadOnlyList<Moved>? Moved { get; init; }
    /// <summary>How many moved, or would, whom the viewer does not see.</summary>
    public int Others { get; init; }
    /// <summary>To whom an order may be given.</summary>
    public IReadOnlyList<string> People { get; init; } = [];
    public bool SeesPay { get; init; }
    public IReadOnlyList<Month> SealedMonths { get; init; } = [];
    public Refusal? Refused { get; init; }
}

public delegate Task<Seen<AppealsView>> AppealsFor(AppealsAsk ask, HttpContext context);
public delegate Task<Seen<NewAppealView>> NewAppealFor(NewAppealAsk ask, HttpContext context);
public delegate Task<(Seen<NewAppealView> Seen, long? Raised)> RaiseAppealFor(NewAppealAsk ask, HttpContext context);
public delegate Task<Seen<AppealView>> AppealFor(long id, AppealAct? act, AppealWish? tried, HttpContext context);

/// <summary>What an address or a form says of a new appeal; texts as they came.</summary>
public sealed record NewAppealAsk(CorrectedFact Kind, string Fact, DateOnly? Day, WrittenWish Wish, string? Why);

/// <summary>What a form on an appeal asks for: accept, refuse or escalate.</summary>
public sealed record AppealAct(string Act, WrittenWish Wish, string? Why);
