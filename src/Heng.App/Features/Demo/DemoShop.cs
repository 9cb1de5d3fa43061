namespace Heng.App.Features.Demo;

/// <summary>The invented shop: everything that its days share. Nothing of it exists; the brand is nobody's.</summary>
internal sealed class DemoShop
{
    public const string Name = "衡裳旗舰店";

    public DemoShop(DemoOptions options)
    {
        Options = options;
        People = DemoStaff.Invent(options, Name);
        Roster = new DemoRoster(options, People);
        Buyers = new DemoBuyers(DemoRandom.For(options.Seed, "buyers"));
        Orders = new DemoOrderBook(options, DemoRandom.For(options.Seed, "orders"));
        Service = new ServiceBook(options, DemoRandom.For(options.Seed, "service"));
    }

    public DemoOptions Options { get; }
    public IReadOnlyList<DemoPerson> People { get; }
    public DemoRoster Roster { get; }
    public DemoBuyers Buyers { get; }
    public DemoOrderBook Orders { get; }
    public ServiceBook Service { get; }

    /// <summary>Orders left unpaid by buyers who had chatted: their agent urges payment (催付) next day.</summary>
    public Queue<(DemoOrder Order, DemoPerson Agent)> ToUrge { get; } = new();

    /// <summary>Messages after midnight wait here for their own day.</summary>
    public List<ChatLine> Overnight { get; } = [];

    /// <summary>The account an agent writes from: mostly the first, a second one now and then.</summary>
    public static string AccountOf(DemoPerson agent, DemoRandom random) => agent.Accounts[agent.Accounts.Count > 1 && random.Chance(300) ? 1 : 0];
}

/// <summary>One message as it will stand in the file; order within a second is the order of writing.</summary>
internal readonly record struct ChatLine(long At, int Order, string Buyer, string Account, string From, string Kind, string? To, string Text)
{
    /// <summary>The fault that was planted in the text; what the demo itself invents to go wrong is told here too.</summary>
    public Talk.Planted? Planted { get; init; }
}
