using Heng.App.Features.Connectors;
using Heng.App.Features.Connectors.Taobao;
using Heng.Engine.Records;

namespace Heng.App.Tests.Connectors;

public sealed class SignatureTests
{
    private static Dictionary<string, string> Common(string method, string signMethod) => new()
    {
        ["method"] = method, ["app_key"] = "12345678", ["session"] = "test", ["timestamp"] = "2016-01-01 12:00:00", ["format"] = "json", ["v"] = "2.0", ["sign_method"] = signMethod,
    };

    [Fact]
    public void The_sample_of_the_platforms_documents_has_its_signature() =>
        Assert.Equal("66987CB115214E59E6EC978214934FB8",
            Signature.Of(new Dictionary<string, string>(Common("taobao.item.seller.get", "md5")) { ["fields"] = "num_iid,title,nick,price,num", ["num_iid"] = "11223344" }, "helloworld"));

    [Theory]
    [InlineData("md5", "CD19C9CDC11E441E8460706051452F15")]
    [InlineData("hmac", "15119925F9286C5E7F4357541BEC591F")]
    public void Both_methods_have_the_signatures_of_the_specification(string method, string expected) =>
        Assert.Equal(expected, Signature.Of(new Dictionary<string, string>(Common("taobao.trades.sold.get", method)) { ["fields"] = "tid,status" }, "helloworld"));

    [Fact]
    public void What_is_empty_is_not_signed_and_the_order_of_the_parameters_does_not_matter()
    {
        var signed = Signature.Of(new Dictionary<string, string>(Common("taobao.trades.sold.get", "md5")) { ["fields"] = "tid,status", ["buyer_nick"] = "" }.Reverse(), "helloworld");
        Assert.Equal("CD19C9CDC11E441E8460706051452F15", signed);
    }

    [Fact]
    public void Capitals_come_before_small_letters_and_the_underscore_between()
    {
        // Ordinal: B (66) < _ (95) < a (97). A culture would put a first.
        var ordinal = Signature.Of([new("a", "1"), new("B", "2"), new("_", "3"), new("sign_method", "md5")], "s");
#pragma warning disable CA5351
        Assert.Equal(Convert.ToHexString(System.Security.Cryptography.MD5.HashData("sB2_3a1sign_methodmd5s"u8)), ordinal);
#pragma warning restore CA5351
    }

    // 2016-01-01T04:00:00Z is noon in the platform's zone, and midnight there is 16:00 of the day before in UTC.
    [Theory]
    [InlineData(1451620800, "2016-01-01 12:00:00")]
    [InlineData(1451577600, "2016-01-01 00:00:00")]
    [InlineData(1451577599, "2015-12-31 23:59:59")]
    public void Times_are_written_by_the_platforms_clock(long seconds, string written) => Assert.Equal(written, Signature.Time(new Instant(seconds)));

    [Theory]
    [InlineData("https://eco.taobao.com/router/rest", true)]
    [InlineData("https://gw.api.tbsandbox.com/router/rest", true)]
    [InlineData("http://127.0.0.1:8080/router/rest", true)]
    [InlineData("http://localhost:8080/router/rest", true)]
    [InlineData("http://eco.taobao.com/router/rest", false)] // not encrypted on the way
    [InlineData("https://eco.taobao.com:8443/router/rest", false)]
    [InlineData("https://eco.taobao.com.example.org/router/rest", false)]
    [InlineData("https://key@eco.taobao.com/router/rest", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://192.168.1.1/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("router/rest", false)]
    public void Keys_are_sent_to_the_platforms_own_hosts_or_to_this_machine_alone(string address, bool allowed) => Assert.Equal(allowed, Gateway.Of(address) is not null);

    [Fact]
    public void Keys_as_text_show_nothing() => Assert.Equal("TopKeys { … }", new TopKeys("key", "secret", "session").ToString());
}
