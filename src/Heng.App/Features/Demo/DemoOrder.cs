using System.Globalization;

namespace Heng.App.Features.Demo;

/// <summary>One invented order. Money is in fen. What happens to it later (paid, refunded) is dated, so that an export shows only what was known by then.</summary>
internal sealed class DemoOrder
{
    public required string Number { get; init; }
    public required string Buyer { get; init; }
    public required long Created { get; init; }
    public required DemoProduct Product { get; init; }
    public required int Style { get; init; }
    public required int Pieces { get; init; }
    public required int Kinds { get; init; }
    public required int GoodsFen { get; init; }
    public required int PostageFen { get; init; }
    public required bool Silent { get; init; }
    public long? PaidAt { get; set; }
    public long? RefundAt { get; private set; }
    public int RefundFen { get; private set; }
    public string? Remark { get; set; }

    public int TotalFen => GoodsFen + PostageFen;
    public bool PaidBy(long at) => PaidAt is { } paid && paid < at;
    public bool RefundedBy(long at) => RefundAt is { } refunded && refunded < at;

    /// <summary>The first refund stands; an unpaid order has none.</summary>
    public void Refund(long at, int fen)
    {
        if (PaidAt is null || RefundAt is not null) return;
        (RefundAt, RefundFen) = (Math.Max(at, PaidAt.Value + Wall.Minute), Math.Min(fen, TotalFen));
    }

    public static string Yuan(int fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
