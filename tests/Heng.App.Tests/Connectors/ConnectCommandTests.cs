using System.Text;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Tests.Importing;

namespace Heng.App.Tests.Connectors;

public sealed class ConnectCommandTests
{
    [Fact]
    public async Task A_shop_is_connected_and_pulled_from_the_command_line_and_its_keys_are_nowhere_in_clear()
    {
        await using var platform = await StandIn.Start(TimeProvider.System);
        using var counter = new Counter();
        var yesterday = TimeProvider.System.GetUtcNow().AddHours(8).Date.AddDays(-1);
        platform.Trades.Add(new(1, yesterday.AddHours(9)));
        var (secret, session) = (counter.File("secret", StandIn.Secret + "\n"), counter.File("session", StandIn.Session));

        Assert.StartsWith("not-connected", counter.Heng("pull").Error, StringComparison.Ordinal);
        var connected = counter.Heng("connect", "taobao", "--shop", "小店", "--app-key", StandIn.AppKey, "--secret-file", secret, "--session-file", session, "--gateway", platform.Address, "--per-second", "50", "--format", "json");
        Assert.True(connected.Code == Exit.Done, connected.Error);
        var day = yesterday.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var pulled = counter.Heng("pull", "--from", day, "--to", day, "--only", "trades", "--format", "json");
        Assert.True(pulled.Code == Exit.Done, pulled.Error + pulled.Out);
        var row = JsonNode.Parse(pulled.Out)!.AsArray()[0]!;
        Assert.Equal(("小店", "trades", "taobao-orders", 1), ((string?)row["shop"], (string?)row["api"], (string?)row["format"], (int?)row["windows"]));
        Assert.Equal((1, 1, 0, 0, 0), row.Counts());
        var list = counter.Heng("connect", "list", "--format", "json");

        counter.Database.Dispose(); // what is written ahead goes into the file
        string[] secrets = [StandIn.AppKey, StandIn.Secret, StandIn.Session];
        foreach (var file in Directory.GetFiles(counter.Data, "*", SearchOption.AllDirectories))
            Assert.All(secrets, key => Assert.False(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(key)) >= 0, $"{file} holds a key"));
        foreach (var text in new[] { connected.Out, connected.Error, pulled.Out, pulled.Error, list.Out, list.Error })
            Assert.All(secrets, key => Assert.DoesNotContain(key, text, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.Combine(counter.Data, "pulls")));

        // The database alone opens nothing.
        Directory.Delete(Path.Combine(counter.Data, "keys"), recursive: true);
        var locked = counter.Heng("pull", "--format", "json");
        Assert.Equal((Exit.Refused, "connector-keys-unreadable"), (locked.Code, JsonNode.Parse(locked.Out)!.AsArray().Single()!.Refused()));
    }

    [Fact]
    public void What_is_missing_or_may_not_be_is_refused_by_name_and_keeps_nothing()
    {
        using var counter = new Counter();
        var session = counter.File("session", StandIn.Session);
        string[] taobao = ["connect", "taobao", "--app-key", "1", "--session-file", session];
        void Refused(int code, string name, params string[] arguments)
        {
            var (got, _, error) = counter.Heng(arguments);
            Assert.Equal((code, name), (got, error.Split(':')[0]));
        }
        Refused(Exit.WrongUsage, "shop-missing", taobao);
        Refused(Exit.WrongUsage, "secret-missing", [.. taobao, "--shop", "小店"]);
        Refused(Exit.WrongUsage, "key-file-missing", [.. taobao, "--shop", "小店", "--secret-file", session + "-none"]);
        Refused(Exit.Refused, "gateway-not-allowed", [.. taobao, "--shop", "小店", "--secret-file", session, "--gateway", "https://example.org/router/rest"]);
        Refused(Exit.WrongUsage, "out-of-range", [.. taobao, "--shop", "小店", "--secret-file", session, "--per-second", "0"]);
        Assert.Empty(counter.Database.Connectors.All);
    }
}
