using System.Text.RegularExpressions;
using Heng.Engine.Explanation;

namespace Heng.Engine.Pay.Guard;

/// <summary>Names that give something away: a fine, and money that is held back.</summary>
public static partial class GuardWords
{
    public static bool IsFine(string name) => Fined().IsMatch(name);

    public static bool IsHeldBack(string name) => HeldBack().IsMatch(name);

    internal static GuardFinding Fine(string subject, IReadOnlyList<string> words, IReadOnlyList<string> people) => new(GuardRule.FineWord, subject, Articles.Fines,
        new($"名为罚款的项目：{string.Join("、", words)}", $"called a fine: {string.Join(", ", words)}"),
        new("改为事先写明的绩效扣减，或按损失赔偿走扣款", "make it performance pay that was never earned, by a rule that is known, or a deduction for a loss"), [], people) { Words = words };

    internal static GuardFinding Held(string subject, IReadOnlyList<string> words, IReadOnlyList<string> people) => new(GuardRule.WithheldWithoutRule, subject, Articles.Withheld,
        new($"名为扣留的款项，没有发放规则：{string.Join("、", words)}", $"held back, and no rule says when it is paid out: {string.Join(", ", words)}"),
        new("写明何时、按什么条件发放，或不再扣留", "write when and on what condition it is paid out, or hold nothing back"), [], people) { Words = words };

    [GeneratedRegex(@"罚款|罚金|罚没|\bfines?\b|\bfined\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fined();

    [GeneratedRegex(@"押金|保证金|暂扣|扣留|留存|缓发|\bwithheld\b|\bheld back\b|\bdeposit\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeldBack();
}
