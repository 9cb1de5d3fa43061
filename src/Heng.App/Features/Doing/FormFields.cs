using System.Globalization;
using Heng.Engine.Records;
using Microsoft.Extensions.Primitives;

namespace Heng.App.Features.Doing;

/// <summary>What stands in the fields of a form; null where nothing does, or nothing of the kind.</summary>
public static class FormFields
{
    public static string? Text(this IFormCollection form, string name) => Given(form[name]);
    public static DateOnly? Day(this IFormCollection form, string name) => DayIn(form[name]);

    /// <summary>As people write them: 8, 21.5, 1,200.</summary>
    public static decimal? Number(this IFormCollection form, string name) =>
        decimal.TryParse(Given(form[name]), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Whole(this IFormCollection form, string name) =>
        int.TryParse(Given(form[name]), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    /// <summary>A wall-clock time of the shop, as a field of date and time sends it.</summary>
    public static Instant? Instant(this IFormCollection form, string name) =>
        DateTime.TryParseExact(Given(form[name]), ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? ShopClock.Shanghai.FromLocal(at) : null;

    public static bool Ticked(this IFormCollection form, string name) => form[name].Count > 0;

    public static string? Given(StringValues text) => text is [{ } one, ..] && !string.IsNullOrWhiteSpace(one) ? one.Trim() : null;
    public static DateOnly? DayIn(StringValues text) => DateOnly.TryParseExact(Given(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
