using Heng.App.Features.Imports;
using Heng.App.Features.People;
using Heng.App.Features.Unmatched;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heng.App.Tests.Queries;

/// <summary>Who sees what is unmatched, and who may bind. Nothing is kept here.</summary>
[Collection(DrilledShopGroup.Name)]
public class UnmatchedQueryTests(DrilledShop shop)
{
    private UnmatchedQuery Of(Viewer? viewer) =>
        new(shop.Database, _ => viewer, new ImportJobs(shop.Database, Path.GetTempPath(), TimeProvider.System, NullLogger<ImportJobs>.Instance), TimeProvider.System);

    private async Task<int> Looks(Viewer? viewer) => (await Of(viewer).For(new(DrilledShop.October), new DefaultHttpContext())).Status;
    private async Task<(int Status, BindRefusal? Refused)> Binds(Viewer? viewer, BindForm form) =>
        await Of(viewer).Bind(new(DrilledShop.October), form, new DefaultHttpContext()) is var seen ? (seen.Status, seen.View?.Refused) : default;

    [Fact]
    public async Task Who_sees_everyone_may_look_and_only_who_imports_may_bind()
    {
        Assert.Equal((403, 403, 403), (await Looks(null), await Looks(shop.AsLeader(shop.Ann)), await Looks(shop.AsAgent(shop.Ann))));
        Assert.Equal((200, 200), (await Looks(DrilledShop.Qa), await Looks(DrilledShop.Manager)));
        Assert.Equal((403, null), await Binds(DrilledShop.Qa, new("a", shop.Ann.Name, "2026-10-01", false, false)));
    }

    [Theory]
    [InlineData("a", "nobody here", "2026-10-01", false, BindRefusal.Person)]
    [InlineData("a", "", "2026-10-01", false, BindRefusal.Person)]
    [InlineData("a", "", "", false, BindRefusal.Day)]
    [InlineData("", "", "2026-10-01", false, BindRefusal.Gone)]
    [InlineData("a", "", "2026-10-01", true, BindRefusal.Gone)]
    public async Task A_form_that_cannot_be_taken_says_why_and_keeps_nothing(string account, string person, string from, bool undo, BindRefusal why)
    {
        Assert.Equal((200, why), await Binds(DrilledShop.Manager, new(account, person, from, false, undo)));
        Assert.Empty(shop.Database.People.Roster.Bindings);
    }
}
