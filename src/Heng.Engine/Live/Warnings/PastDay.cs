using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Live.Warnings;

/// <summary>A day that is over as its records tell of it, to be gone through once more. What they do not tell of is null or said not to be known.</summary>
/// <param name="Said">Its messages in the order of time, those of one second in their own.</param>
/// <param name="Into">Nothing yet: the messages are taken into it as the day goes on.</param>
/// <param name="Fold">What the messages of some buyers come to, as far as they are taken.</param>
public sealed record PastDay(string Shop, LiveMessages Into, Instant End, int SessionGap, MessageBlock Said, Func<IReadOnlyCollection<int>, DayFacts> Fold)
{
    public Instant Start => Into.Start;

    /// <summary>The status log of the day in order; null where none tells, and then nobody is known to be away.</summary>
    public IReadOnlyList<StatusChange>? Log { get; init; }
    public required Func<string, int> AgentOf { get; init; }
    public required Func<int, Instant, Posted> PostedAt { get; init; }
    public bool KnowsShifts { get; init; }

    /// <summary>Findings and complaints that would be warned of, in order.</summary>
    public IReadOnlyList<Raised> Happened { get; init; } = [];
    public bool KnowsFindings { get; init; }
    public bool KnowsComplaints { get; init; }

    /// <summary>The same weekday of the weeks before.</summary>
    public IReadOnlyList<HourSum[]> Weeks { get; init; } = [];
    public required ShopClock Clock { get; init; }
}

/// <summary>How many warnings of each kind a day would have had; null where its records do not tell.</summary>
public sealed record DayRaised(IReadOnlyDictionary<WarningKind, int?> Of)
{
    /// <summary>Of several shops; what one of them knows counts.</summary>
    public static DayRaised Sum(IEnumerable<DayRaised> shops) => new(shops.SelectMany(s => s.Of).GroupBy(k => k.Key)
        .ToDictionary(g => g.Key, g => g.Any(k => k.Value is not null) ? g.Sum(k => k.Value ?? 0) : (int?)null));
}
