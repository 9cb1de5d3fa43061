using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Board;

/// <summary>What the receptions behind a number add, in words.</summary>
internal static class BoardChatWords
{
    public static Wording Title(BoardShow show) => show switch
    {
        BoardShow.Open => new("正在接待", "Open chats"), BoardShow.Waiting => new("等待回复", "Waiting"), BoardShow.Consulted => new("咨询", "Consulted"), BoardShow.FirstReplies => new("首次响应", "First replies"),
        BoardShow.Replies => new("平均响应", "Average reply"), BoardShow.Late => new("30 秒应答", "Within 30 s"), BoardShow.Found => new("客服扣分发现", "Agent findings"), BoardShow.Paid => new("咨询转化", "Consulted and paid"), BoardShow.Sales => new("今日销售", "Sales of today"),
        _ => new("今天的接待", "Receptions of today"),
    };

    /// <summary>Both halves, so that the number can be worked out again.</summary>
    public static Wording Sum(BoardShow show, int rows, (long Part, long Whole) sum) => show switch
    {
        BoardShow.Open => new($"{rows} 位买家，{sum.Whole} 个会话开着", $"{Show.Count(rows, "buyer")}, {Show.Count(sum.Whole, "open session")}"),
        BoardShow.Waiting => new($"{sum.Whole} 位买家在等", $"{Show.Count(sum.Whole, "buyer")} waiting"),
        BoardShow.FirstReplies => Mean("首次回复", "first reply", "first replies", sum), BoardShow.Replies => Mean("已回复回合", "answered round", "answered rounds", sum),
        BoardShow.Late => Share("回合", "rounds", "在 30 秒内回复", "answered within 30 s", sum), BoardShow.Paid => Share("咨询", "consulted", "下单并付款", "ordered and paid", sum),
        BoardShow.Found => new($"{sum.Whole} 条发现，{rows} 次接待", $"{Show.Count(sum.Whole, "finding")} in {Show.Count(rows, "reception")}"),
        _ => new($"{Show.Count(sum.Whole)} 次接待", Show.Count(sum.Whole, "reception")),
    };

    public static Wording Sold(int orders, decimal amount) => new($"{orders} 单，{Show.Yuan(amount)}（截至目前；付款、退款和后面的聊天还会改变）", $"{Show.Count(orders, "order")}, {Show.Yuan(amount)} so far: payments, refunds and later chats still move it");

    /// <summary>What one reception adds, as short as a cell.</summary>
    public static string Figure(BoardShow show, (long Part, long Whole) adds) => show switch
    {
        BoardShow.FirstReplies or BoardShow.Replies => string.Create(CultureInfo.InvariantCulture, $"{adds.Part} s / {adds.Whole}"), BoardShow.Late or BoardShow.Paid => string.Create(CultureInfo.InvariantCulture, $"{adds.Part} / {adds.Whole}"),
        BoardShow.Open or BoardShow.Found => Show.Count(adds.Whole), _ => "",
    };

    public static Wording? Heading(BoardShow show) => show switch
    {
        BoardShow.FirstReplies or BoardShow.Replies => new("用时 / 回复", "Time / replies"), BoardShow.Late => new("30 秒内 / 回合", "Within 30 s / rounds"), BoardShow.Paid => new("付款 / 咨询", "Paid / consulted"), BoardShow.Open => new("会话", "Sessions"), BoardShow.Found => new("发现", "Findings"), _ => null,
    };

    /// <summary>Orders that make a difference to what is shown.</summary>
    public static IReadOnlyList<(BoardSort Sort, Wording Words)> Sorts(BoardShow show) => show switch
    {
        BoardShow.Sales => [(BoardSort.Usual, new("最近付款", "Newest first")), (BoardSort.Oldest, new("最早付款", "Oldest first")), (BoardSort.Worst, new("金额最大", "Largest first"))],
        BoardShow.FirstReplies or BoardShow.Replies => [.. Usual, (BoardSort.Worst, new("回复最慢", "Slowest first")), .. ByTime],
        BoardShow.Late => [.. Usual, (BoardSort.Worst, new("达标最少", "Least in time first")), .. ByTime],
        BoardShow.Paid => [.. Usual, (BoardSort.Worst, new("没付款的", "Not paid first")), .. ByTime],
        BoardShow.Open => [.. Usual, (BoardSort.Worst, new("会话最多", "Most sessions first")), .. ByTime],
        BoardShow.Found => [.. Usual, (BoardSort.Worst, new("发现最多", "Most findings first")), .. ByTime],
        _ => [.. Usual, .. ByTime],
    };

    private static readonly (BoardSort, Wording)[] Usual = [(BoardSort.Usual, new("等得最久", "Longest wait first"))],
        ByTime = [(BoardSort.Newest, new("最近开始", "Newest first")), (BoardSort.Oldest, new("最早开始", "Oldest first"))];

    private static Wording Mean(string zh, string one, string many, (long Part, long Whole) sum) => sum.Whole == 0 ? new("今天还没有", "None yet today")
        : new($"{Show.Count(sum.Part)} 秒 ÷ {Show.Count(sum.Whole)} 次{zh} = {Show.Seconds((decimal)sum.Part / sum.Whole)} 秒", $"{Show.Count(sum.Part)} s ÷ {Show.Count(sum.Whole, one, many)} = {Show.Seconds((decimal)sum.Part / sum.Whole)} s");

    private static Wording Share(string zh, string en, string metZh, string metEn, (long Part, long Whole) sum) => sum.Whole == 0 ? new("今天还没有", "None yet today")
        : new($"{Show.Count(sum.Whole)} 个{zh}里 {Show.Count(sum.Part)} 个{metZh} = {Show.Rate((decimal)sum.Part / sum.Whole)}", $"{Show.Count(sum.Part)} of {Show.Count(sum.Whole)} {en} {metEn} = {Show.Rate((decimal)sum.Part / sum.Whole)}");
}
