using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;

namespace Heng.App.Features.Funds;

/// <summary>Lines and refusals of a fund's ledger in words.</summary>
public static class FundWords
{
    public static Wording Of(FundEntryKind kind) => kind == FundEntryKind.Opening ? new("期初余额", "Opening balance") : new("支出", "Payout");

    public static Wording Of(FundLine line) => line switch
    {
        { Income: { Corrects: { } pool } income } => new($"{income.Month} 结账更正 {pool.Pool.Month}", $"correction of {pool.Pool.Month}, closed with {income.Month}"),
        { Income: { } income } => new($"{income.Month} 结账转入", $"from the closing of {income.Month}"),
        { Entry: { } entry } => Of(entry.Kind),
        _ => default,
    };

    /// <summary>Where a line's money comes from or went to.</summary>
    public static Wording Why(FundLine line) => line switch
    {
        { Income: { Corrects: { } corrected } income } => Corrected(income, corrected),
        { Income: { Withheld: var withheld, Undistributed: > 0m and var left } } => new($"扣留 {Show.Yuan(withheld)} + 留存 {Show.Yuan(left)}", $"withheld {Show.Yuan(withheld)} + undistributed {Show.Yuan(left)}"),
        { Income: not null } => new("奖金池里按得分扣留的部分", "withheld from parts of a pool"),
        { Entry: { } entry } => new($"{entry.Reason}（{entry.By} 录入，{entry.Ruling?.By} 批准）", $"{entry.Reason} (entered by {entry.By}, approved by {entry.Ruling?.By})"),
        _ => default,
    };

    private static Wording Corrected(FundIncome income, PoolCorrection of)
    {
        Wording Part(string zh, string en, decimal moved, Func<PoolRest, decimal> amount) => moved == 0m ? default
            : new($"{zh}现为 {Show.Yuan(amount(of.Now))} − 结账时 {Show.Yuan(amount(of.Then))}{(amount(of.Settled) == 0m ? "" : $" − 已更正 {Show.Yuan(amount(of.Settled))}")}",
                $"{en} now {Show.Yuan(amount(of.Now))} − as closed {Show.Yuan(amount(of.Then))}{(amount(of.Settled) == 0m ? "" : $" − corrected {Show.Yuan(amount(of.Settled))}")}");
        Wording[] parts = [.. new[] { Part("扣留", "withheld", income.Withheld, r => r.Withheld), Part("留存", "undistributed", income.Undistributed, r => r.Undistributed) }.Where(p => p != default)];
        return new($"结账后的变动：{string.Join("；", parts.Select(p => p.Zh))}", $"what came after the closing: {string.Join("; ", parts.Select(p => p.En))}");
    }

    public static Wording Of(FundRefusal refusal) => refusal switch
    {
        FundRefusal.NeedsNamedPerson => new("需要实名：--as 用户 并提供密钥", "This needs a named person: --as USER with the key"),
        FundRefusal.RoleMayNot => new("此角色不能管基金：由人事或店长来做", "This role may not keep funds; HR and the manager do"),
        FundRefusal.FundUnknown => new("没有这个基金", "There is no such fund"),
        FundRefusal.NoRule => new("现行方案没有写这个基金怎样发放，不能支出", "No plan in force says how this fund is paid out, so nothing is"),
        FundRefusal.AmountNotAboveZero => new("金额应大于 0", "The amount lies above 0"),
        FundRefusal.AmountNotInFen => new("金额最多两位小数", "An amount has two places at most"),
        FundRefusal.ReasonMissing => new("请写理由", "It needs a reason"),
        FundRefusal.ReasonTooLong => new($"理由最多 {FundLedger.LongestReason} 个字", $"A reason has {FundLedger.LongestReason} characters at most"),
        FundRefusal.OverBalance => new("超过基金余额", "That is more than the fund holds"),
        FundRefusal.EntryUnknown => new("没有这笔录入", "There is no such entry"),
        FundRefusal.AlreadyDecided => new("这笔录入已经决定", "The entry is decided already"),
        FundRefusal.SamePerson => new("录入的人不能自己批准，请另一人来", "Who entered it may not approve it; another person must"),
        FundRefusal.ChangedMeanwhile => new("刚才有人决定了别的录入，请看过现在的余额再操作", "Another entry was decided meanwhile; look at the balance as it stands now"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
