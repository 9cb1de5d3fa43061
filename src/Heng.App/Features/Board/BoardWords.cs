using System.Globalization;

namespace Heng.App.Features.Board;

internal static class BoardWords
{
    /// <summary>A wait as a clock shows it: 0:42, 12:05, 1:02:09.</summary>
    public static string Clock(long seconds) => seconds < 3600
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds % 3600 / 60:00}:{seconds % 60:00}");
}
