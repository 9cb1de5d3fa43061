using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Honours;

/// <summary>Somebody on a podium, with the certificate where one was issued.</summary>
public sealed record PodiumPlace(HonourKind Kind, string Agent, string Group, decimal? Score, long? Honour);

public sealed record PodiumRow(Wording Plan, Wording Period, string PlanId, IReadOnlyList<PodiumPlace> Places);

/// <summary>An honour on the wall.</summary>
public sealed record HonourRow(KeptMatter<HonourHappening> Of, HonourState State)
{
    public HonourHappening Awarded => State.Awarded;
    public Month Month => Month.Of(Of.Of.Last);
    /// <summary>Where the cards propose it, the decision about making them next month's supervisor.</summary>
    public string? SupervisorHref { get; init; }
}

/// <summary>An award or a certificate on record that nobody has been given in writing.</summary>
public sealed record UngivenAward(AwardOnRecord Of, string Group);

/// <summary>The wall of honours (荣誉墙): a month's podiums, and what was awarded up to it.</summary>
public sealed record HonoursView(Month Month, string? Group, IReadOnlyList<string> Groups, IReadOnlyList<PodiumRow> Podiums, IReadOnlyList<HonourRow> Wall)
{
    public bool MayAward { get; init; }
    /// <summary>Who waits for a second person, was not confirmed, or had it taken back; for who may see it.</summary>
    public IReadOnlyList<HonourRow> Aside { get; init; } = [];
    public IReadOnlyList<UngivenAward> Ungiven { get; init; } = [];
    public IReadOnlyList<string> People { get; init; } = [];
    public HonourAsk? Asked { get; init; }
    public Refusal? Refused { get; init; }
}

/// <summary>One honour: its certificate and what happened to it. On paper nothing can be opened.</summary>
public sealed record HonourView(KeptMatter<HonourHappening> Of, HonourState State, string Shop)
{
    public HonourHappening Awarded => State.Awarded;
    public string Number => HonourWords.NumberOf(Of);
    public DateOnly Day => ShopClock.Shanghai.DayOf(State.StandsSince);
    public bool SeesMoney { get; init; }
    public bool MayConfirm { get; init; }
    public bool MayTakeBack { get; init; }
    public string? SupervisorHref { get; init; }
    public Refusal? Refused { get; init; }
    public bool PdfFailed { get; init; }
    public string? PdfHref { get; init; }
}

public sealed record HonourAct(HonourEvent Act, string? Why);

public delegate Task<(Seen<HonoursView> Seen, long? Awarded)> HonoursFor(Month? month, string? group, HonourAsk? ask, HttpContext context);
public delegate Task<Seen<HonourView>> HonourFor(long id, HonourAct? act, HttpContext context);
