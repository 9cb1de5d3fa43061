using System.Text.RegularExpressions;

namespace Heng.App.Tests.Pages;

public sealed partial class IconTests
{
    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_sprite_and_none_is_idle()
    {
        var listed = File.ReadAllText(Path.Combine(Checkout.App, "web", "icons.txt")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var sources = new[] { "Ui", "Features" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.App, folder), "*.*", SearchOption.AllDirectories))
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText).ToArray();
        var named = sources.SelectMany(text => NamedIcon().Matches(text)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);
        Assert.DoesNotContain(named, name => !listed.Contains(name));
        Assert.DoesNotContain(listed, name => !sources.Any(text => text.Contains($"\"{name}\"", StringComparison.Ordinal)));
    }

    [GeneratedRegex("(?:Icon Name=|Icon=)\"([a-z0-9-]+)\"")]
    private static partial Regex NamedIcon();
}
