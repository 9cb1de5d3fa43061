using Heng.App.Features.Demo.Talk;

namespace Heng.App.Features.Demo;

internal enum PlotKind : byte { PreSale, InSale, AfterSale }

/// <summary>What a chat is about: the buyer, the article and, after an order, the order itself. Out of after-sales at pre-sales comes a transfer.</summary>
internal readonly record struct ChatPlot(PlotKind Kind, string Buyer, DemoProduct Product, DemoOrder? Order, bool AtAfterSales);

/// <summary>How the chats of a day go, and what follows from them: orders, refunds, invitations to rate.</summary>
internal sealed class ChatPlots(DemoShop shop, DateOnly day, Func<DemoPerson, string, long, DemoPerson?> colleague)
{
    private static readonly string[] Remarks = ["【催发货】已催仓库", "【改地址】已核对", "【换货】等买家寄回", "【补差价】已处理", "【赠品】随包裹发出", "【加急】优先发货"];

    private readonly PurchasePlots _purchases = new(shop);

    public ChatPlot Choose(DemoRandom random, bool atAfterSales)
    {
        var kind = (PlotKind)random.Weighed(atAfterSales ? [0, 130, 870] : [800, 140, 60]);
        var order = kind switch
        {
            PlotKind.InSale => shop.Orders.PaidOn(day.AddDays(-random.Between(1, 3))),
            PlotKind.AfterSale => shop.Orders.PaidOn(day.AddDays(-random.Between(3, 15))),
            _ => null,
        };
        var buyer = order?.Buyer ?? (random.Chance(70) ? shop.Buyers.Returning() : shop.Buyers.New());
        return new ChatPlot(kind, buyer, order?.Product ?? random.Pick(DemoProduct.All), order, atAfterSales);
    }

    public void Play(Conversation chat, ChatPlot plot)
    {
        Open(chat, plot);
        switch (plot.Kind)
        {
            case PlotKind.PreSale: PreSale(chat, plot); break;
            case PlotKind.InSale: InSale(chat, plot); break;
            default: AfterSale(chat, plot); break;
        }
        if (chat.Answered) shop.Service.Invite(chat.Agent, chat.Account, chat.Buyer, chat.Now, chat.Upset);
    }

    /// <summary>At night: the buyer leaves a message, an automatic answer comes, and a person replies when the shift begins.</summary>
    public void LeaveMessage(Conversation chat, ChatPlot plot, int repliesFrom)
    {
        var topic = chat.Random.Pick(plot.Kind == PlotKind.PreSale ? PreSaleScripts.All : InSaleScripts.All);
        chat.Offline(chat.Random.Pick(topic.Turns[0].Ways).Fill(chat.Slots));
        chat.Automatic("agent", "auto-reply", SmallTalk.AutoReply);
        chat.Wait((int)(Wall.At(day, repliesFrom) - chat.Now) + chat.Random.Between(Wall.Minute, 20 * Wall.Minute));
        chat.AgentSays(SmallTalk.OfflineReply);
        if (chat.Random.Chance(500)) return;
        chat.Play(topic);
        Close(chat);
    }

    /// <summary>The agent writes first: the order of yesterday is still unpaid.</summary>
    public void Urge(Conversation chat, DemoOrder order)
    {
        _purchases.Urge(chat, order);
        if (chat.Answered) shop.Service.Invite(chat.Agent, chat.Account, chat.Buyer, chat.Now, chat.Upset);
    }

    private static void Open(Conversation chat, ChatPlot plot)
    {
        var random = chat.Random;
        if (random.Chance(12)) chat.Automatic("system", "text", SmallTalk.System);
        var asksAtOnce = random.Chance(450);
        if (plot.Kind == PlotKind.PreSale && random.Chance(350)) chat.BuyerSays(random.Pick(SmallTalk.ItemCard).Fill(chat.Slots), "card");
        else if (!asksAtOnce) chat.BuyerSays(SmallTalk.Hello);
        else return;
        if (chat.Agent.AutoReplies && random.Chance(930)) chat.Automatic("agent", "auto-reply", SmallTalk.AutoReply);
        if (random.Chance(90)) chat.Automatic("robot", "text", SmallTalk.Robot);
        if (!asksAtOnce) chat.AgentSays(SmallTalk.Welcome);
    }

    /// <summary>Half of the passers-on tell the buyer first, half pass the question on unanswered. True once the buyer has asked.</summary>
    private bool PassOn(Conversation chat, Topic topic)
    {
        if (chat.Over || !chat.Random.Chance(750)) return false;
        if (colleague(chat.Agent, DemoPosition.AfterSales, chat.Now) is not { } next) return false;
        chat.BuyerSays(topic.Turns[0].Ways);
        if (chat.Random.Chance(500)) chat.AgentSays(SmallTalk.HandOn);
        if (!chat.Over) chat.PassTo(next, DemoShop.AccountOf(next, chat.Random));
        return true;
    }

    private void PreSale(Conversation chat, ChatPlot plot)
    {
        var random = chat.Random;
        var scripts = PreSaleScripts.All;
        var first = random.Below(scripts.Length);
        var count = 1 + random.Weighed([480, 370, 150]);
        for (var i = 0; i < count; i++) chat.Play(scripts[(first + i * 7) % scripts.Length]);
        if (random.Chance(3) && !chat.Over) chat.TakeBack();
        if (random.Chance(6) && colleague(chat.Agent, DemoPosition.FrontLine, chat.Now) is { } next && !chat.Over) chat.PassTo(next, next.Accounts[0]);
        _purchases.Decide(chat, plot.Product);
    }

    private static void InSale(Conversation chat, ChatPlot plot)
    {
        var topic = chat.Random.Pick(InSaleScripts.All);
        chat.Play(topic);
        if (chat.Random.Chance(200) && chat.Random.Pick(InSaleScripts.All) is var second && second != topic) chat.Play(second);
        if (plot.Order is { Remark: null } order && chat.Random.Chance(300)) order.Remark = $"{chat.Random.Pick(Remarks)} {chat.Agent.Nick}";
        Close(chat);
    }

    private void AfterSale(Conversation chat, ChatPlot plot)
    {
        var random = chat.Random;
        var ending = random.Weighed([150, 90, 760]);
        var topic = random.Pick(ending switch { 0 => AfterSaleScripts.Refunding, 1 => AfterSaleScripts.Paying, _ => AfterSaleScripts.Others });
        chat.Play(topic, !plot.AtAfterSales && PassOn(chat, topic) ? 1 : 0);
        if (ending == 2 && random.Chance(300) && random.Pick(AfterSaleScripts.Others) is var second && second != topic) chat.Play(second);
        if (chat.Upset && !chat.Over && colleague(chat.Agent, DemoPosition.Leader, chat.Now) is { } leader) chat.PassTo(leader, leader.Accounts[0]);
        if (plot.Order is { } order && !chat.Over)
        {
            if (ending == 0) order.Refund(chat.Now + random.Between(Wall.Hour, 5 * Wall.Day), order.TotalFen);
            if (ending == 1) order.Refund(chat.Now + random.Between(10 * Wall.Minute, Wall.Day), chat.Slots.CompensationYuan * 100);
        }
        Close(chat);
    }

    private static void Close(Conversation chat)
    {
        if (!chat.Random.Chance(700)) return;
        chat.BuyerSays(SmallTalk.Thanks);
        chat.AgentSays(SmallTalk.Farewell);
    }
}
