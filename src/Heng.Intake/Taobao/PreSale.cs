using System.Text.RegularExpressions;
using Heng.Engine.Records;

namespace Heng.Intake.Taobao;

/// <summary>
/// Pre-sales (预售): a deposit (定金) first, the balance (尾款) later. Paid means the balance. While the list calls the balance unpaid, the one pay time that it may print is
/// the deposit's. Texts seen: 定金已付尾款未付, 定金和尾款都付, 等待买家付尾款, and the platform's FRONT_PAID_FINAL_NOPAID.
/// </summary>
internal static partial class PreSale
{
    public static (Instant? PaidAt, Instant? DepositAt) PaymentOf(string? stages, string? status, Instant? paid, Instant? deposit, Instant? balance)
    {
        var open = IsBalanceOpen(stages) || IsBalanceOpen(status);
        return open ? (null, deposit ?? (IsDepositOpen(stages) ? null : paid)) : (balance ?? paid, deposit);
    }

    private static bool IsBalanceOpen(string? text) => text is not null && OpenBalance().IsMatch(text);
    private static bool IsDepositOpen(string? text) => text is not null && OpenDeposit().IsMatch(text);

    [GeneratedRegex("尾款[^,，;；。、]{0,6}(未付|未支付|待付|待支付|未完成)|(未付|待付|待支付|等待[^,，;；。、]{0,4}付)尾款|FINAL_NOPAID", RegexOptions.CultureInvariant)]
    private static partial Regex OpenBalance();

    [GeneratedRegex("定金[^,，;；。、尾]{0,4}(未付|未支付|待付|待支付)|(未付|待付|待支付)定金|FRONT_NOPAID", RegexOptions.CultureInvariant)]
    private static partial Regex OpenDeposit();
}
