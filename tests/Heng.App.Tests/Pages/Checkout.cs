namespace Heng.App.Tests.Pages;

/// <summary>Where the sources lie, for tests that read them.</summary>
internal static class Checkout
{
    public static string App { get; } = Path.Combine(Root(), "src", "Heng.App");
    public static string Docs { get; } = Path.Combine(Root(), "docs");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Heng.slnx"))) folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        return folder;
    }
}
