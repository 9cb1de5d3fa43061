using Heng.App.Features.Explain;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class ReceptionSamples
{
    private static readonly DateOnly Day = new(2026, 10, 17);
    private static DateTime At(int hour, int minute, int second) => Day.ToDateTime(new(hour, minute, second));

    public static ReceptionView Full(string id)
    {
        ChatLine Buyer(DateTime at, string text, int session = 0) => new(at, Speaker.Buyer, "q**7", text, Session: session);
        ChatLine Agent(DateTime at, string text, int session = 0) => new(at, Speaker.Agent, Names[0], text, Session: session);
        ChatLine[] lines =
        [
            Buyer(At(20, 14, 3), "你好，这款四件套 1.8 米床能用吗？"),
            new(At(20, 14, 4), Speaker.Auto, "店小蜜", "亲，欢迎光临云栖生活，客服马上就来～"),
            Buyer(At(20, 14, 20), "在吗"),
            Agent(At(20, 14, 27), "在的亲，1.8 米床选 220×240 的被套，床单是 245×250，正合适。"),
            Buyer(At(20, 15, 40), "会不会起球？上次买的别家洗两次就起球了"),
            Agent(At(20, 16, 52), "这款是 60 支长绒棉，经纬密度高，正常机洗不会起球；30 天内起球可以免费换。"),
            new(At(20, 17, 5), Speaker.System, "", null, new("李思远 将会话转接给 王雨桐", "李思远 passed the conversation to 王雨桐")),
            Buyer(At(20, 18, 0), "好，那今天能发货吗"),
            Agent(At(20, 21, 15), "今晚 22 点前付款都可以当天发，顺丰包邮。"),
            Buyer(At(20, 21, 50), "拍好了"),
            Agent(At(20, 21, 58), "收到，已为您备注尽快发出，祝您睡个好觉～"),
            Buyer(At(22, 40, 11), "地址能改成公司吗？还没发吧", 1),
        ];
        return new(id, October, Day, Names[0], "q**7", ["云栖生活旗舰店:雨桐"], lines, [new(0, 3, 24, true), new(4, 5, 72, false), new(7, 8, 195, false), new(9, 10, 8, false), new(11, null, 0, false)],
        [
            new(new("咨询人数", "Consulted"), Unit.People, 1, null, Links.ExplainMetric(October, Names[0], "consulted", Day)),
            new(new("首次响应", "First response"), Unit.Seconds, 24, 1, Links.ExplainMetric(October, Names[0], "first-response", Day)),
            new(new("平均响应（秒 / 回合）", "Average response (s / rounds)"), Unit.Seconds, 299, 4, Links.ExplainMetric(October, Names[0], "average-response", Day)),
            new(new("30 秒内应答", "Within 30 s"), Unit.Rate, 2, 5, Links.ExplainMetric(October, Names[0], "within-30s", Day)),
            new(new("未答回合", "Unanswered rounds"), Unit.Times, 1, null, Links.ExplainMetric(October, Names[0], "unanswered-rounds", Day)),
            new(new("销售额", "Sales"), Unit.Yuan, 814.77m, null, Links.ExplainMetric(October, Names[0], "sales", Day)),
        ], [new("4000000000001", 814.77m, At(20, 20, 31), At(20, 21, 44), new("下单与付款都落在这次接待", "Order and payment landed here"))],
        [new("询单", "inquiry"), new("转入", "transferred in"), new("2 个会话", "2 sessions")], 120, 30);
    }

    public static ReceptionView NoText(string id) => Full(id) with { Lines = [], Waits = [], Orders = [] };

    public static ReceptionsView List(ReceptionsAsk ask) => new(ask, [.. Enumerable.Range(0, 25).Select(i => Row(i + ask.Page * 25)).Where(r => ask.Show switch { "slow" => r.Slow, "unreplied" => !r.Replied, _ => true })], 1104, Names);

    private static ReceptionRow Row(int i) => new($"r{i:0000}", Day.ToDateTime(new(8, 0)).AddMinutes(i * 7), Names[i % 9], $"{(char)('a' + i % 26)}**{i % 10}", 4 + i % 17, i % 11 == 3 ? null : (int)Between(6, 90, i),
        i % 11 == 3 ? null : (int)Between(15, 160, i + 50), i % 6 == 2 ? 1 : 0, i % 13 == 5, i % 11 != 3, i % 4 == 1 ? Math.Round(Between(59, 899, i), 2) : null);

    public static ExplainView Explain(ExplainAsk ask)
    {
        var waits = Explained.Leaf("wait-seconds", new("等待时间之和", "Sum of waits"), 33163m, Unit.Seconds, [.. Enumerable.Range(0, 298).Select(i => new Evidence(FactKind.Reception, $"r{i:0000}", 111m)), new Evidence(FactKind.Reception, "r0298", 85m)]);
        var answered = Explained.Leaf("answered-rounds", new("已答回合", "Answered rounds"), 299m, Unit.Times, [.. Enumerable.Range(0, 299).Select(i => new Evidence(FactKind.Reception, $"r{i:0000}", 1m))]);
        var tree = Explained.By("average-response", new("平均响应", "Average response"), Unit.Seconds, new Rounded(2),
            Explained.By("ratio", new("等待之和 ÷ 已答回合", "Waits ÷ answered rounds"), Unit.Seconds, Quotient.Instance, waits,
                Explained.By("rounds", new("已答回合", "Answered rounds"), Unit.Times, Difference.Instance, Explained.Leaf("all", new("全部回合", "All rounds"), 306m, Unit.Times),
                    Explained.Leaf("open", new("当日没有回复的回合", "Rounds nobody answered"), 7m, Unit.Times)) with { Note = new("没有回复的回合另计，不拉低平均。", "Unanswered rounds are counted apart and do not lower the average.") }));
        return new(ask, answered.Value == 299m ? tree : waits, new("客服回复买家的平均等待：等待时间之和 ÷ 已答回合。", "How long buyers wait for a reply: the sum of waits ÷ answered rounds."),
            [.. Enumerable.Range(0, 6).Select(i => new ExplainDay(October.First.AddDays(i), Math.Round(Between(90, 130, i), 1), 5000 + i * 210, 48 + i, 17 + i, (ask with { Day = October.First.AddDays(i), Page = 1 }).Href))],
            [.. Enumerable.Range(0, 20).Select(Fact)], 104, 33163m, Unit.Seconds) { FinalOn = new(2026, 11, 9), Open = input => input.Evidence.Count > 0 ? (ask with { Page = 2 }).Href : null };
    }

    public static ExplainView ExplainMissing(ExplainAsk ask) => new(ask, Explained.Leaf("satisfaction", new("满意率", "Satisfaction"), null, Unit.Rate), new("（非常满意 + 满意）÷ 评价数", "(very satisfied + satisfied) ÷ ratings"), [], [], 0, null, Unit.Rate);

    private static ExplainFact Fact(int i) => new(FactKind.Reception, $"r{i:0000}", $"{(char)('a' + i % 26)}**{i % 10}",
        new($"10 月 {1 + i / 4} 日 {9 + i % 12}:{i * 7 % 60:00} · {2 + i % 5} 回合", $"{1 + i / 4} Oct {9 + i % 12}:{i * 7 % 60:00} · {2 + i % 5} rounds"), October.First.AddDays(i / 4), (int)Between(60, 700, i), Links.Reception($"r{i:0000}"));
}
