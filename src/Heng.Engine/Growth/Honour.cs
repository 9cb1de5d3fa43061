using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>What is honoured (荣誉). Stored by number: append, never renumber.</summary>
public enum HonourKind : byte { Champion, RunnerUp, Award, Certificate, Innovation, GoldAgent, Other }

/// <summary>One thing that happens to an honour. Stored by number: append, never renumber.</summary>
public enum HonourEvent : byte { Awarded, Confirmed, Refused, TakenBack }

/// <summary>Where it stands: one has awarded money, which needs two; it stands; it was not confirmed; it was taken back.</summary>
public enum HonourStage { Unconfirmed, Standing, Refused, TakenBack }

/// <summary>
/// What happened, as it is kept. The first says what is awarded: Title only where the kind is none of the known ones, Period as people write it, Prize in words, and what it is
/// worth where it is money. Why is what it is for, or the reason.
/// </summary>
public sealed record HonourHappening(HonourEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public HonourKind? Kind { get; init; }
    public string? Title { get; init; }
    public string? To { get; init; }
    public string? Group { get; init; }
    public string? PeriodZh { get; init; }
    public string? PeriodEn { get; init; }
    public string? Prize { get; init; }
    public decimal? PrizeYuan { get; init; }
}

/// <summary>An honour as its events leave it.</summary>
public sealed record HonourState(IReadOnlyList<HonourHappening> Happened)
{
    public HonourHappening Awarded => Happened[0];

    public HonourStage Stage => Happened[^1].What switch
    {
        HonourEvent.Awarded => HonourCycle.NeedsTwo(Awarded) ? HonourStage.Unconfirmed : HonourStage.Standing,
        HonourEvent.Confirmed => HonourStage.Standing,
        HonourEvent.Refused => HonourStage.Refused,
        _ => HonourStage.TakenBack,
    };

    /// <summary>When it came to stand: the day on the certificate.</summary>
    public Instant StandsSince => Happened.LastOrDefault(h => h.What is HonourEvent.Awarded or HonourEvent.Confirmed)!.At;
}

/// <summary>Why awarding is not allowed. Worded at the edge in both languages.</summary>
public enum HonourRefusal { RoleMayNot, OwnHonour, NeedsReason, NeedsTitle, TextTooLong, PrizeUnclear, NotUnconfirmed, SamePerson, NotStanding }

/// <summary>Who awards. Awards: HR or the manager.</summary>
public sealed record HonourActor(string Name, bool Awards);

/// <summary>What happens, or the refusal.</summary>
public readonly record struct HonourStep(HonourHappening? Happens, HonourRefusal? Refused)
{
    public static implicit operator HonourStep(HonourRefusal refused) => new(null, refused);
}

/// <summary>Honours are awarded by HR or the manager, never to oneself; with money by two of them; and taken back for a reason.</summary>
public static class HonourCycle
{
    public const int LongestTitle = 40, LongestPrize = 100, LongestReason = 200;
    private const decimal MostYuan = 1_000_000m;

    public static bool NeedsTwo(HonourHappening awarded) => awarded.PrizeYuan is not null;

    /// <param name="award">What is to be awarded, as its event.</param>
    public static HonourStep Award(HonourActor by, HonourHappening award)
    {
        if (MayNot(by, award.To) is { } refused) return refused;
        if (award.Why.Trim().Length == 0) return HonourRefusal.NeedsReason;
        if (award.Kind == HonourKind.Other && string.IsNullOrWhiteSpace(award.Title)) return HonourRefusal.NeedsTitle;
        if (award.Title?.Length > LongestTitle || award.Prize?.Length > LongestPrize || award.Why.Trim().Length > LongestReason) return HonourRefusal.TextTooLong;
        // Money is more than nothing, in whole fen.
        if (award.PrizeYuan is { } yuan && (yuan <= 0m || yuan > MostYuan || decimal.Truncate(yuan * 100m) != yuan * 100m)) return HonourRefusal.PrizeUnclear;
        return new(award with { What = HonourEvent.Awarded, Who = by.Name, Why = award.Why.Trim() }, null);
    }

    public static HonourStep Decide(HonourState state, HonourActor by, HonourEvent act, string why, Instant now)
    {
        if (MayNot(by, state.Awarded.To) is { } refused) return refused;
        var happens = new HonourStep(new(act, by.Name, now, why.Trim()), null);
        return act switch
        {
            HonourEvent.Confirmed when state.Stage != HonourStage.Unconfirmed => HonourRefusal.NotUnconfirmed,
            HonourEvent.Confirmed => state.Awarded.Who == by.Name ? HonourRefusal.SamePerson : happens,
            HonourEvent.Refused when state.Stage != HonourStage.Unconfirmed => HonourRefusal.NotUnconfirmed,
            HonourEvent.TakenBack when state.Stage != HonourStage.Standing => HonourRefusal.NotStanding,
            HonourEvent.Refused or HonourEvent.TakenBack => happens.Happens!.Why.Length == 0 ? HonourRefusal.NeedsReason : happens,
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }

    private static HonourRefusal? MayNot(HonourActor by, string? to) => !by.Awards ? HonourRefusal.RoleMayNot : by.Name == to ? HonourRefusal.OwnHonour : null;
}
