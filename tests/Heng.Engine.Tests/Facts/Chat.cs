using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Facts;

/// <summary>
/// A day of chat as people read it, one message a line: <c>09:00:10 buyer 有货吗</c>, <c>09:00:41 ann 在的亲</c>, <c>09:05:00 ann -> bob</c>.
/// A name that starts with "buyer" is a buyer; any other is an account. <c>ann:2</c> is ann's second account; <c>nobody…</c> is bound to no one.
/// Who a line is to follows from the line before (a buyer stays with the account, and follows a transfer); <c>buyer2>bob</c> says it.
/// <c>[auto]</c>, <c>[robot]</c>, <c>[broadcast]</c>, <c>[image]</c>, <c>[offline]</c>, <c>[recalled]</c> and <c>[system]</c> before the text say what it is.
/// </summary>
internal static partial class Chat
{
    public static readonly DateOnly Day = new(2026, 10, 8);

    public static FoldedDay Fold(string lines, RuleSet? rules = null) => Folded(Messages(lines, rules ?? RuleSet.Default), rules ?? RuleSet.Default);

    public static FoldedDay Folded(IEnumerable<Message> messages, RuleSet rules) =>
        new(DayFold.Fold(Day, MessageRows.Of(Day, messages, rules, PersonAt), rules), MessageRows.Of(Day, messages, rules, PersonAt));

    public static string? PersonAt(string account) => account.StartsWith("nobody", StringComparison.Ordinal) ? null : account.Split(':')[0];

    public static List<Message> Messages(string lines, RuleSet rules)
    {
        var messages = new List<Message>();
        Dictionary<string, string> accountOf = [];
        string buyer = "buyer", firstAccount = FirstAccount(lines);
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = Line().Match(line);
            Assert.True(parts.Success, line);
            string who = parts.Groups["who"].Value, whom = parts.Groups["whom"].Value, to = parts.Groups["to"].Value, kind = parts.Groups["kind"].Value;
            var byBuyer = IsBuyer(who);
            buyer = byBuyer ? who : whom.Length > 0 ? whom : buyer;
            var account = byBuyer ? whom.Length > 0 ? whom : accountOf.GetValueOrDefault(buyer, firstAccount) : who;
            accountOf[buyer] = to.Length > 0 ? to : account;
            var (from, what) = Kind(byBuyer, to.Length > 0 ? "transfer" : kind);
            var at = rules.Clock.StartOf(Day).Plus(OnTheWall(parts.Groups["at"].Value, rules.Clock.CutHour));
            messages.Add(new("衡", buyer, account, at, from, what, to.Length > 0 && to != "?" ? to : null, parts.Groups["text"].Value, null, messages.Count));
        }
        return messages;
    }

    private static bool IsBuyer(string name) => name.StartsWith("buyer", StringComparison.Ordinal);

    private static string FirstAccount(string lines) =>
        lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => Line().Match(l).Groups["who"].Value).FirstOrDefault(w => !IsBuyer(w)) ?? "ann";

    private static int OnTheWall(string time, int cutHour)
    {
        var second = (int)TimeOnly.ParseExact(time, "HH:mm:ss", CultureInfo.InvariantCulture).ToTimeSpan().TotalSeconds - cutHour * 3600;
        return second < 0 ? second + 86_400 : second;
    }

    private static (Sender, MessageKind) Kind(bool byBuyer, string kind) => kind switch
    {
        "" => (byBuyer ? Sender.Buyer : Sender.Agent, MessageKind.Text),
        "auto" => (Sender.Agent, MessageKind.AutoReply),
        "robot" => (Sender.Robot, MessageKind.Text),
        "system" => (Sender.System, MessageKind.Text),
        _ => (byBuyer ? Sender.Buyer : Sender.Agent, Enum.Parse<MessageKind>(kind, ignoreCase: true)),
    };

    [GeneratedRegex(@"^(?<at>\d\d:\d\d:\d\d) (?<who>[^\s>]+)(>(?<whom>\S+))?( -> (?<to>\S+))?( \[(?<kind>\w+)\])?( (?<text>.*))?$")]
    private static partial Regex Line();
}

/// <summary>A folded day, asked by name.</summary>
internal sealed record FoldedDay(DayFacts Facts, DayMessages Columns)
{
    public long this[string agent, Primitive primitive] => Facts.AgentDays.SingleOrDefault(d => d.Agent == IdOf(agent))?.Measures[primitive] ?? 0;
    public AgentDay Agent(string agent) => Facts.AgentDays.Single(d => d.Agent == IdOf(agent));
    public AgentDay Shop => Facts.AgentDays.Single(d => d.Agent == AgentDay.Shop);
    public Reception Reception(string agent, string buyer = "buyer") => Facts.Receptions.Single(r => r.Agent == IdOf(agent) && r.Buyer == BuyerId(buyer));
    public IEnumerable<Session> Sessions(string agent) => Facts.Sessions.Where(s => s.Agent == IdOf(agent));

    private int IdOf(string agent) =>
        agent.Length == 0 ? AgentDay.Unbound : Array.IndexOf(Columns.ConversationAgentName, agent) is var at and >= 0 ? Columns.ConversationAgent[at] : int.MinValue;

    private int BuyerId(string buyer) => Columns.ConversationBuyer[Array.IndexOf(Columns.ConversationBuyerName, buyer)];
}
