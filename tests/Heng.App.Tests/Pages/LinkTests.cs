using Heng.App.Ui;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Pages;

public sealed class LinkTests
{
    [Theory]
    [InlineData("a%2Fb", "a/b")] // as somebody types it, escaped once: a server leaves an escaped slash as it is
    [InlineData("a%252Fb", "a/b")] // as the pages write it
    [InlineData("%25", "%")]
    [InlineData("%2525", "%")]
    public void A_name_is_found_whether_its_address_was_escaped_once_or_twice(string typed, string name) =>
        Assert.Equal(name, Links.NameIn(typed.Replace("%25", "%", StringComparison.Ordinal))); // what the server undoes

    [Theory]
    [InlineData("/orders/7", "/orders/7")]
    [InlineData("/month/2026-10/agent/%2F 衡", "/month/2026-10/agent/%252F%20%E8%A1%A1")]
    [InlineData("//elsewhere.example/", "/elsewhere.example/")] // never another host
    [InlineData("/\\elsewhere.example", "/%5Celsewhere.example")]
    public void A_path_is_escaped_anew_and_stays_on_this_site(string path, string address) => Assert.Equal(address, Links.Of(new PathString(path)));
}
