using Heng.Engine.Explanation;

namespace Heng.App.Features.Plans;

/// <summary>The keys of a plan file in words, for what is told about a file; a key without any is shown as it is written.</summary>
internal static class PlanKeyWords
{
    public static readonly IReadOnlyDictionary<string, Wording> All = new Dictionary<string, Wording>(StringComparer.Ordinal)
    {
        ["scheme"] = new("方案编号", "scheme id"), ["choice"] = new("指标选择", "choice of indicators"), ["title"] = new("名称", "title"), ["explanation"] = new("说明", "explanation"), ["plans"] = new("考核方案", "plans"), ["pay"] = new("薪酬", "pay"),
        ["positions"] = new("适用岗位", "positions"), ["people"] = new("适用人员", "people"), ["effective"] = new("生效期", "in force"), ["from"] = new("起", "from"), ["to"] = new("止", "to"),
        ["cycle"] = new("周期", "cycle"), ["pass"] = new("及格线", "pass mark"), ["grades"] = new("等级", "grades"), ["grade"] = new("等级", "grade"), ["when"] = new("条件", "when"),
        ["forced"] = new("强制分布", "forced shares"), ["bonus-cap"] = new("加分上限", "bonus cap"), ["bonus"] = new("加分项", "bonus item"), ["bars"] = new("达标线", "bars"), ["bar"] = new("达标线", "bar"), ["in-a-row"] = new("连续期数", "in a row"),
        ["gates"] = new("一票否决", "vetoes"), ["voids"] = new("否决范围", "voids"), ["consequences"] = new("后续措施", "consequences"), ["steps"] = new("步骤", "steps"), ["proposes"] = new("提议", "proposes"),
        ["dimensions"] = new("维度", "dimensions"), ["items"] = new("考核项", "items"), ["name"] = new("名称", "name"), ["weight"] = new("权重", "weight"),
        ["source"] = new("来源", "source"), ["metric"] = new("指标", "metric"), ["counter"] = new("导入计数", "counter"), ["by"] = new("取数", "told by"), ["raters"] = new("评分人", "raters"),
        ["missing-rater"] = new("缺评规则", "missing rater"), ["peers-at-least"] = new("同事评分最少人数", "fewest peers"), ["none-yet"] = new("尚无来源", "no source yet"),
        ["self"] = new("自评", "self"), ["peer"] = new("同事", "peers"), ["leader"] = new("组长", "leader"), ["manager"] = new("店长", "manager"), ["subordinate"] = new("下属", "subordinates"), ["hr"] = new("人事", "HR"),
        ["method"] = new("评分方法", "method"), ["proportional"] = new("按比例", "in proportion"), ["bands"] = new("区间", "bands"), ["linear"] = new("插值", "straight lines"), ["rank"] = new("排名", "rank"),
        ["rating"] = new("评分", "rating"), ["per-step"] = new("每步加减", "per step"), ["deduct"] = new("扣分", "deduct"), ["count"] = new("计数", "count"), ["qa"] = new("质检", "QA"), ["goal"] = new("目标", "goal"),
        ["trend"] = new("成长", "growth"), ["spread"] = new("稳定", "stability"), ["manual"] = new("加减分", "added or taken"), ["target"] = new("目标值", "target"), ["floor"] = new("下限", "floor"), ["cap"] = new("上限", "cap"),
        ["points"] = new("分值", "points"), ["at"] = new("位置", "at"), ["within"] = new("排名范围", "ranked within"), ["rest"] = new("其余名次", "other places"), ["noise"] = new("误差之内", "within noise"), ["scale"] = new("分制", "scale"), ["anchors"] = new("评分锚点", "anchors"),
        ["better"] = new("怎样算好", "better"), ["monotone"] = new("越好分越高", "a better value never gives less"), ["missing"] = new("无数据规则", "without data"), ["min-sample"] = new("最小样本", "least sample"), ["scaled-by-days"] = new("按出勤折算", "scaled by days"), ["ours"] = new("自定部分", "our choice"),
        ["components"] = new("薪酬组成", "components"), ["base"] = new("底薪", "base pay"), ["performance"] = new("绩效工资", "performance pay"), ["ksf"] = new("KSF", "KSF"), ["reward-penalty"] = new("奖惩", "rewards and penalties"),
        ["label"] = new("名称", "label"), ["amount"] = new("金额", "amount"), ["coefficient"] = new("系数", "coefficient"), ["prorated"] = new("按出勤折算", "prorated"), ["standard"] = new("绩效标准", "standard"),
        ["at-stake"] = new("参与考核的份额", "at stake"), ["indicators"] = new("关键指标", "indicators"), ["balance"] = new("平衡点", "balance point"), ["step"] = new("步长", "step"),
        ["basis"] = new("依据", "basis"), ["default"] = new("其余", "everybody else"), ["rows"] = new("另定", "others"), ["promotions"] = new("大促日", "promotion days"), ["is"] = new("为", "is"), ["person"] = new("人员", "person"), ["group"] = new("小组", "group"), ["position"] = new("岗位", "position"), ["month"] = new("月份", "month"), ["calendar"] = new("日历", "calendar"),
        ["commission"] = new("提成", "commission"), ["way"] = new("计法", "way"), ["marginal"] = new("分段累进", "by parts"), ["slabs"] = new("档", "slabs"), ["rate"] = new("比例", "rate"), ["start"] = new("起点", "start"),
        ["per-point"] = new("按点奖金", "pay per point"), ["rank-awards"] = new("名次奖", "awards by rank"), ["awards"] = new("奖金", "awards"), ["ties"] = new("并列", "ties"), ["allowance"] = new("津贴", "allowance"),
        ["per"] = new("计发单位", "per"), ["for"] = new("用途", "for"), ["shift"] = new("班次", "shift"), ["at-most"] = new("最多", "at most"), ["full-attendance"] = new("全勤奖", "full attendance"), ["share"] = new("比例", "share"),
        ["overtime"] = new("加班费", "overtime"), ["rates"] = new("倍数", "rates"), ["workday"] = new("工作日", "workday"), ["rest-day"] = new("休息日", "rest day"), ["holiday"] = new("节假日", "holiday"),
        ["deduction"] = new("损失扣款", "deduction"), ["round"] = new("舍入", "rounding"), ["whole"] = new("只计整步", "whole steps"), ["each"] = new("每步金额", "amount a step"),
        ["year-end-bonus"] = new("年终奖", "year-end bonus"), ["social-insurance"] = new("社会保险", "social insurance"), ["income-tax"] = new("个人所得税", "income tax"), ["year-end"] = new("年终奖计税", "bonus taxed"),
        ["insured"] = new("缴费基数", "insured base"), ["tables"] = new("费率表", "tables"), ["place"] = new("工作地", "place"), ["ceiling"] = new("上限", "ceiling"), ["pension"] = new("养老保险", "pension"),
        ["medical"] = new("医疗保险", "medical"), ["unemployment"] = new("失业保险", "unemployment"), ["housing"] = new("住房公积金", "housing fund"),
        ["pool"] = new("奖金池", "pool"), ["roles"] = new("分享岗位", "roles"), ["float"] = new("机动份额", "float"), ["most"] = new("最多", "at most"), ["zero-sum"] = new("此增彼减", "zero-sum"),
        ["fund"] = new("基金", "fund"), ["funds"] = new("基金", "funds"), ["undistributed"] = new("留存去处", "where the undistributed goes"), ["rule"] = new("发放规则", "rule of paying out"), ["unit"] = new("单位", "unit"),
        ["course"] = new("考核流程", "course"), ["stages"] = new("环节", "stages"), ["work"] = new("环节内容", "work"), ["due"] = new("期限", "due"), ["after"] = new("起算", "after"), ["days"] = new("天数", "days"),
        ["working"] = new("工作日", "working days"), ["peers"] = new("互评同事", "peers"), ["threshold"] = new("匿名门槛", "threshold"), ["comment-at"] = new("评语必填界限", "comments at"), ["shown"] = new("公示内容", "shown to everybody"),
        ["cycle-award"] = new("长周期奖金", "pay for a longer cycle"), ["paid"] = new("发放月份", "paid with"), ["base-months"] = new("底薪月数", "months of base"), ["parts-at-least"] = new("至少有成绩的部分", "parts with results at least"),
        ["fewer"] = new("不足时", "with fewer"), ["taxed"] = new("计税", "taxed"),
        ["low"] = new("最低", "at least"), ["high"] = new("最高", "at most"),
    };
}
