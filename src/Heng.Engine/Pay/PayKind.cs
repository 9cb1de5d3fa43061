namespace Heng.Engine.Pay;

/// <summary>
/// What a line of pay is to the law (工资性质): the minimum wage is compared with pay for normal work alone, a deduction for loss is held to a share of the wage, and tax is on
/// what is wage. Sealed by name: never rename.
/// </summary>
public enum PayKind : byte { Work, Base, Overtime, Hardship, Welfare, Penalty, Deduction, Insurance, Tax, TaxUnknown, YearEnd, YearEndTax, Late }

public static class PayKinds
{
    /// <summary>The month's wage (应发工资), of which a deduction for loss may take a share and on which tax is withheld.</summary>
    public static bool IsWage(this PayKind kind) => kind is PayKind.Work or PayKind.Base or PayKind.Overtime or PayKind.Hardship or PayKind.Welfare or PayKind.Penalty or PayKind.Late;

    /// <summary>Pay for normal work (正常劳动), without overtime, allowances for hard conditions and welfare.</summary>
    public static bool IsNormalWork(this PayKind kind) => kind is PayKind.Work or PayKind.Base or PayKind.Penalty;
}
