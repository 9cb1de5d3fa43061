using System.Text;
using Heng.App.Features.Months;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.Quality;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.SignIn;

/// <summary>What stands around every page for the one who asks: their places, the shop's months, and whether all of it is invented.</summary>
public sealed class ShellQuery(Database database, ViewerFor viewers, DemoMark demo)
{
    public ValueTask<Shell> For(HttpContext context)
    {
        var shops = database.Shops.All;
        var shop = shops.Count switch { 0 => "", 1 => shops[0].Name, _ => $"{shops[0].Name} +{shops.Count - 1}" };
        if (viewers(context) is not { } viewer) return ValueTask.FromResult(Shell.Nobody with { Shop = shop, Demo = demo.Is });
        var months = KnownMonths.Of(database);
        var shell = new Shell(viewer.Name, RoleWords.Of(viewer.Role), shop, demo.Is, [], months, "");
        var nav = NavOf(viewer, shell.Latest);
        return ValueTask.FromResult(shell with { Nav = nav, Home = nav[0].Href, MustSetCode = MustSetCode(viewer), Empty = QualityTabs.EmptyFor(viewer), Unread = database.Notices.UnreadOf(Recipients.NameOf(database, viewer)) });
    }

    private bool MustSetCode(Viewer viewer) => database.SecondFactors.Setting?.CodeRoles.Contains(viewer.Role.ToString()) == true
        && database.Users.Find(viewer.Name) is { } user && database.SecondFactors.Of(user.Id) is not { ConfirmedAt: not null };

    private static IReadOnlyList<NavEntry> NavOf(Viewer viewer, Month month) => viewer switch
    {
        { Role: Role.Agent, Person: { } person } => Shell.ForAgent(month, person),
        _ => [.. Shell.ForLeaders(month).Where(n => n.Id switch { "import" => Rights.Imports(viewer), "metrics" or "rules" => Rights.SeesEveryone(viewer), "accounts" => Rights.ManagesAccounts(viewer), "settings" => Rights.SeesSettings(viewer), "audit" => Rights.SeesAudit(viewer), _ => true })],
    };
}

/// <summary>Whether the data folder holds the invented shop; the pages say so.</summary>
public sealed class DemoMark(string folder)
{
    private string File => Path.Combine(folder, "demo.json");
    public bool Is => System.IO.File.Exists(File);
    public string? Text => Is ? System.IO.File.ReadAllText(File) : null;
    public void Set(string text)
    {
        using var file = DataFolder.Write(File);
        file.Write(Encoding.UTF8.GetBytes(text));
    }
}
