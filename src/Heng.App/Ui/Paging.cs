using System.Globalization;

namespace Heng.App.Ui;

/// <summary>One page of a list. A page beyond the last is the last; the first stands also where there is nothing.</summary>
public static class Paging
{
    public static int Held(int page, int count, int size) => Math.Clamp(page, 1, Math.Max(1, (count - 1) / size + 1));

    /// <summary>The page that an address asks for: a number however large, else the first.</summary>
    public static int Asked(string? page) =>
        page is { Length: > 0 } && page.All(char.IsAsciiDigit) ? int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : int.MaxValue : 1;

    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> all, int page, int size) => [.. all.Skip((Held(page, all.Count, size) - 1) * size).Take(size)];
}
