using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class ConnectorTests
{
    private static readonly Instant Nine = new(1_790_000_000);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_connection_is_replaced_and_what_was_pulled_stays_known(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var connectors = fresh.Database.Connectors;
        var first = new Connector(1, "taobao", "https://a/", "店", "qianniu", 5, "closed", Nine, "me");
        connectors.Keep(first);
        connectors.Pulled(1, "taobao", new("trades", Nine, Nine.Plus(10), Nine));
        connectors.Keep(first with { Secrets = "closed again", PerSecond = 9 });
        Assert.Equal([first with { Secrets = "closed again", PerSecond = 9 }], connectors.All);
        // A window that is done again stays as it was first asked: from then on its trades come by their changes.
        connectors.Pulled(1, "taobao", new("trades", Nine, Nine.Plus(10), Nine.Plus(99)));
        connectors.Pulled(1, "taobao", new("trades", Nine.Plus(-5), Nine, Nine));
        connectors.Pulled(2, "taobao", new("trades", Nine, Nine.Plus(10), Nine));
        Assert.Equal([new("trades", Nine.Plus(-5), Nine, Nine), new PulledWindow("trades", Nine, Nine.Plus(10), Nine)], connectors.Windows(1, "taobao", "trades"));
        Assert.Empty(connectors.Windows(1, "taobao", "rates"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_account_is_kept_as_the_platform_last_told_of_it(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var connectors = fresh.Database.Connectors;
        connectors.Seen(1, "taobao", [new("7", "店:小雨", null, "1", Nine), new("8", "店:小云", "王**", "1", Nine)]);
        connectors.Seen(1, "taobao", [new("7", "店:小雨", "李**", "-1", Nine.Plus(60))]);
        Assert.Equal([new PlatformAccount("8", "店:小云", "王**", "1", Nine), new("7", "店:小雨", "李**", "-1", Nine.Plus(60))], connectors.Accounts(1, "taobao"));
        Assert.Empty(connectors.Accounts(2, "taobao"));
    }
}
