using Heng.Engine.Explanation;

namespace Heng.Engine.Pay.Guard;

/// <summary>What the guard's rules stand in.</summary>
internal static class Articles
{
    public static readonly Wording MinimumWage = new("《最低工资规定》第十二条", "Provisions on Minimum Wages, article 12");
    public static readonly Wording Deduction = new("《工资支付暂行规定》第十六条", "Interim Provisions on Payment of Wages, article 16");
    public static readonly Wording OvertimeHours = new("《劳动法》第四十一条", "Labour Law, article 41");
    public static readonly Wording Overtime = new("《劳动法》第四十四条、《工资支付暂行规定》第十三条", "Labour Law, article 44; Interim Provisions on Payment of Wages, article 13");
    public static readonly Wording Fines = new("《企业职工奖惩条例》已废止（国务院令第 516 号），用人单位无权罚款", "The regulations that let employers fine were repealed (State Council order 516)");
    public static readonly Wording Withheld = new("《劳动法》第五十条、《工资支付暂行规定》第十五条", "Labour Law, article 50; Interim Provisions on Payment of Wages, article 15");
    public static readonly Wording Told = new("《劳动合同法》第四条", "Labour Contract Law, article 4");
    public static readonly Wording Tax = new("《个人所得税扣缴申报管理办法（试行）》第六条", "Measures for Withholding of Individual Income Tax, article 6");
    public static readonly Wording Sense = new("无法条：经营提示", "no article: a matter of sense");
}
