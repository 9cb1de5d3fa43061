using Heng.App.Features.Forms;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class FormSamples
{
    public static FormView Full(string agent) => new(October, agent, Groups[0], "front-line", new("售前前线考核", "Front line"), 3, 87.45m, 100, "B", false,
    [
        new(new("业绩", "Results"),
        [
            new("consult-conversion", new("咨询转化率", "Conversion"), new("咨询转化率：咨询后在有效期内付款的人数 ÷ 咨询人数", "Conversion: who paid within the window after consulting ÷ who consulted"), new("满分 × 实际 ÷ 目标", "full × actual ÷ target"), 25, false,
                new("27.26%", "27.26%"), new("≥ 30%", "≥ 30%"), FormMarks.None, 21.81m, Links.ExplainItem(October, agent, "consult-conversion")) { Reasons = [new(new("暂定", "provisional"), null)] },
            new("discipline", new("工作纪律", "Discipline"), new("扣分项：迟到 −2、旷工 −10", "causes: late −2, absent −10"), new("满分 − 扣分，不低于 0", "full − points lost, never below 0"), 10, false,
                null, null, FormMarks.None, 6m, Links.ExplainItem(October, agent, "discipline")) { Reasons = [new(new("迟到 2 次", "late, 2 ×"), -4m), new(new("10 月 9 日 · 迟到 12 分钟", "9 Oct · 12 minutes late"), null)] },
        ]),
        new(new("协作", "Teamwork"),
        [
            new("teamwork", new("团队协作", "Teamwork"), new("自评 20%、同事 30%、组长 50%", "self 20%, peers 30%, leader 50%"), new("满分 × 评分 ÷ 满分", "full × mark ÷ full"), 10, false, null, null, new(9m, 8.67m, 9m, null), 8.9m, Links.ExplainItem(October, agent, "teamwork"))
            { Comments = [new("组长：国庆大促主动带新人", "leader: coached newcomers through the peak"), new("同事：3 份的平均；评语：乐于帮忙", "peers: mean of 3; comments: glad to help")] },
            new("bonus", new("建议被采纳", "Suggestions adopted"), new("采纳的建议数", "suggestions adopted"), new("每条 1 分", "1 point each"), 5, true, new("2 次", "2 times"), null, FormMarks.None, 2m, Links.ExplainItem(October, agent, "bonus")) { Reasons = [new(new("加分项", "on top"), 2m)] },
        ]),
    ], [new("带 * 的数字为暂定值。", "Numbers with * are provisional.")]);

    public static FormView None(string agent) => new(October, agent, Groups[0], null, null, null, null, 100, null, false, [], []);
}
