using Heng.App.Features.Demo.Talk;

namespace Heng.App.Features.Demo;

/// <summary>Whether a chat ends in an order, when it is created and paid, and how agents urge payment (催付).</summary>
internal sealed class PurchasePlots(DemoShop shop)
{
    public void Decide(Conversation chat, DemoProduct product)
    {
        var random = chat.Random;
        var perMille = chat.Upset ? 60 : chat.Over ? 120 : chat.Agent.ConversionPerMille;
        if (!random.Chance(perMille))
        {
            SayGoodbye(chat);
            return;
        }
        var when = chat.Over ? 90 : random.Below(100);
        if (when < 64) BuyNow(chat, product);
        else BuyLater(chat, product, when);
    }

    /// <summary>The agent writes about an unpaid order; three in ten then pay.</summary>
    public void Urge(Conversation chat, DemoOrder order)
    {
        var random = chat.Random;
        chat.AgentSays(SmallTalk.Urge);
        if (random.Chance(300)) order.PaidAt = chat.Now + random.Between(Wall.Minute, Wall.Hour);
        if (!random.Chance(400)) return;
        chat.BuyerSays(SmallTalk.WillPay);
        chat.AgentSays(SmallTalk.WillShip);
    }

    private void BuyNow(Conversation chat, DemoProduct product)
    {
        var random = chat.Random;
        chat.Wait(random.Between(20, 240));
        var order = Place(chat, product, chat.Now);
        if (random.Chance(750)) chat.BuyerSays(SmallTalk.Bought);
        chat.AgentSays(SmallTalk.Confirm);
        if (random.Chance(600)) chat.BuyerSays(SmallTalk.Right);
        chat.AgentSays(SmallTalk.WillShip);
        if (order is { PaidAt: null } && !chat.Over) Follow(chat, order);
    }

    private void BuyLater(Conversation chat, DemoProduct product, int when)
    {
        var random = chat.Random;
        SayGoodbye(chat);
        var after = when switch
        {
            < 88 => random.Between(2 * Wall.Minute, 4 * Wall.Hour),
            < 97 => random.Between(10 * Wall.Hour, 40 * Wall.Hour),
            _ => random.Between(50 * Wall.Hour, 80 * Wall.Hour),
        };
        var order = Place(chat, product, chat.Now + after);
        if (order is { PaidAt: null } && when < 88) shop.ToUrge.Enqueue((order, chat.Agent));
    }

    /// <summary>Unpaid after a while: half are urged the same hour, the others next day.</summary>
    private void Follow(Conversation chat, DemoOrder order)
    {
        if (!chat.Random.Chance(500) || Wall.SecondOfDay(chat.Now) > 22 * Wall.Hour)
        {
            shop.ToUrge.Enqueue((order, chat.Agent));
            return;
        }
        chat.Wait(chat.Random.Between(14 * Wall.Minute, 40 * Wall.Minute));
        Urge(chat, order);
    }

    private static void SayGoodbye(Conversation chat)
    {
        chat.BuyerSays(chat.Random.Chance(550) ? SmallTalk.StillLooking : SmallTalk.Thanks);
        if (chat.Random.Chance(850)) chat.AgentSays(SmallTalk.TakeYourTime);
    }

    private DemoOrder? Place(Conversation chat, DemoProduct product, long created)
    {
        var order = shop.Orders.Place(chat.Buyer, created, product, silent: false);
        if (order is not null) shop.Service.Review(order, chat.Agent.Name);
        return order;
    }
}
