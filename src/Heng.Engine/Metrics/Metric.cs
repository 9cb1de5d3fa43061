using Heng.Engine.Explanation;
using Heng.Engine.Facts;

namespace Heng.Engine.Metrics;

public enum Better { None, Higher, Lower }

/// <summary>Primitives with whole-number factors, added: a sum's value or one half of a ratio.</summary>
public sealed record Terms(params IReadOnlyList<(Primitive Primitive, int Times)> Items);

/// <summary>How a metric follows from primitives.</summary>
public abstract record Formula;
/// <summary>Σ of terms × Scale; Scale 0.01 turns fen into yuan.</summary>
public sealed record Total(Terms Terms, decimal Scale = 1m) : Formula;
/// <summary>Part ÷ whole, both kept; Scale multiplies the part (0.01 for fen).</summary>
public sealed record RatioOf(Terms Part, Terms Whole, decimal Scale = 1m) : Formula;
public sealed record LargestOf(Primitive Primitive) : Formula;
/// <summary>Median (50) or percentile of the waits.</summary>
public sealed record QuantileOf(bool FirstResponses, int Percent) : Formula;
/// <summary>The person's part over the shop's whole of the same period, both times Scale.</summary>
public sealed record ShareOfShop(Terms Part, Terms ShopWhole, decimal Scale = 1m) : Formula;
/// <summary>The person's ratio minus the same ratio over the shop's silent orders.</summary>
public sealed record OverSilent(RatioOf Own, RatioOf Silent) : Formula;
/// <summary>The shop's silent orders (静默): a number of the shop, never of a person.</summary>
public sealed record OfSilent(Terms Terms, decimal Scale = 1m) : Formula;
/// <summary>Distinct people of one day, which are never summed: only the shop has it, and only for a single day.</summary>
public sealed record ShopDay(Primitive Primitive) : Formula;
/// <summary>A shop's own expression over the values of other metrics, by the version of its definition.</summary>
public sealed record Computed(Custom.Expression Expression, IReadOnlyList<Metric> Inputs, int Version) : Formula;
/// <summary>No source brings this yet: always missing, never zero.</summary>
public sealed record NoSource(string Source) : Formula;

/// <summary>What has to be there before a metric has a value. Coverage is stored by number: append, never renumber.</summary>
public enum Source
{
    Chat, Orders, Ratings, Reviews, None, ChatAndOrders, ChatAndRatings,
    Reported, Refunds, Items, Duty, Status, Calls, Cases, Complaints, Errors, Incidents, Training, Exams, Tasks, Suggestions, Surveys, ReviewWork, Activities, Handovers,
    ChatAndComplaints, ChatAndStatus, CallsAndStatus, CasesAndStatus, CasesOrRefunds, ChatOrdersAndRefunds, ChatOrCases, Phrases, Quality,
}

/// <summary>When a day's value stops moving: at once, at the order's windows, at the inquiry's, at the last landing's with its payment, or when no buyer can return any more.</summary>
public enum Maturity { AtOnce, Inquiry, InquiryAndPayment, PaymentWindow, LandingAndPayment, Return }

/// <summary>
/// A number that only some files bring: without <paramref name="Known"/> although there are <paramref name="Of"/>, it is missing and not 0.
/// Where nothing is said of what, it is missing for whoever has none of the known.
/// </summary>
public sealed record Needs(Primitive Known, Primitive? Of = null);

/// <summary>One entry of the catalogue (指标). Ids never change.</summary>
public sealed record Metric(
    string Id, Wording Name, Unit Unit, Better Better, Formula Formula, Source Source, Maturity Maturity, Wording Definition, IReadOnlyList<string> Aliases)
{
    public Needs? Needs { get; init; }
}

/// <summary>A chapter of the catalogue.</summary>
public sealed record MetricGroup(string Id, Wording Name, IReadOnlyList<Metric> Metrics);

/// <summary>A metric's value for somebody over some days: both halves of a ratio stay beside it. Null value is missing.</summary>
public sealed record MetricValue(Metric Metric, decimal? Value, decimal? Part, decimal? Whole, ValueState State, DateOnly? FinalOn);
