using System.Globalization;
using Heng.App.Features.Exports;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.App.Features.Orders;

/// <summary>What the ledger's address asks for; the bucket is meant under the rule.</summary>
public sealed record OrdersAsk(Month Month, Judgement Rule, Bucket? Bucket = null, string? Agent = null, string? Search = null, int Page = 1)
{
    public const int PageSize = 25;

    public string Href => Links.With("/orders", Query);
    public string Export(string kind) => Links.With($"/orders.{kind}", Query);

    private (string, string?)[] Query =>
    [
        ("month", Month.ToString()), ("rule", OrderWords.Id(Rule)), ("bucket", Bucket is { } bucket ? OrderWords.Id(bucket) : null), ("agent", Agent), ("q", Search),
        ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ];
}

/// <summary>One page of the attribution ledger (订单归属). Sums are of every bucket under the asked rule, before paging: they add up to what the viewer sees, and so to the shop for who sees all.</summary>
public sealed record OrdersView(OrdersAsk Ask, IReadOnlyList<OrderRow> Rows, int Total, IReadOnlyList<BucketSum> Sums, IReadOnlyList<string> Agents, Judgement Paying, bool ExportAllowed = true)
{
    /// <summary>False where the viewer sees some people's orders only, so that the sums are not the shop's.</summary>
    public bool WholeShop { get; init; } = true;
}

public sealed record BucketSum(Bucket Bucket, int Orders, decimal Amount);

/// <summary>An order and where it stands. Credits has an entry for each rule, in the order of <see cref="Judgement"/>. Why is one sentence for the asked rule.</summary>
public sealed record OrderRow(
    string Id, string BuyerMasked, decimal Amount, DateTime Created, DateTime? Paid, string? LandedOrder, string? LandedPayment, IReadOnlyList<CreditCell> Credits, Wording Why)
{
    /// <summary>What was paid back of it and counts; 0 of most.</summary>
    public decimal Refunded { get; init; }
    public decimal Net => Amount - Refunded;
}

public sealed record CreditCell(Bucket Bucket, string? Agent);

/// <summary>An order opened: both events with their reasons, the credit under each rule, refunds and who assisted.</summary>
public sealed record OrderView(OrderRow Row, Month Month, OrderEvent CreatedEvent, OrderEvent PaidEvent, IReadOnlyList<OrderRefund> Refunds, IReadOnlyList<string> Assisted, Judgement Paying, decimal? Postage)
{
    /// <summary>Why the order is where it is under each rule, in the order of <see cref="Judgement"/>.</summary>
    public IReadOnlyList<Wording> Reasons { get; init; } = [];
    public IReadOnlyList<OrderedItem> Items { get; init; } = [];
    /// <summary>When the deposit of a pre-sale was paid.</summary>
    public DateTime? Deposit { get; init; }
    /// <summary>Why an appeal re-assigned it, and when; null where none did.</summary>
    public (string Why, DateTime At)? Corrected { get; init; }
}

/// <summary>An event of an order (落实下单, 落实付款): who it landed on, by which clause, and who came second and why they lost.</summary>
public sealed record OrderEvent(DateTime? At, string? Agent, string? ReceptionId, DateTime? SessionFrom, DateTime? SessionTo, Clause Clause, string? RunnerUp, WhyLost? Why);

/// <summary>
/// A refund as a dated row. Without a day of its own it is the order list's. Who handled it are people where an account is bound, else accounts.
/// </summary>
public sealed record OrderRefund(DateTime? At, decimal Amount, bool Dated)
{
    public bool Counts { get; init; } = true;
    public string? Id { get; init; }
    public string? Status { get; init; }
    public RefundKind Kind { get; init; }
    public IReadOnlyList<string> Handlers { get; init; } = [];
}

public sealed record OrderedItem(string Name, string? Code, string? Properties, int? Pieces, decimal? Price, decimal? Refund);

public delegate Task<Seen<OrdersView>> OrdersFor(OrdersAsk ask, HttpContext context);
public delegate Task<Seen<ExportSheet>> OrdersExportFor(OrdersAsk ask, HttpContext context);
public delegate Task<Seen<OrderView>> OrderFor(string id, HttpContext context);
