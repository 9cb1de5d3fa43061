namespace Heng.App.Ui;

/// <summary>
/// Language and theme, kept in cookies. <c>?lang=en</c> or <c>?theme=dark</c> on any page sets one and leads back to the clean address,
/// so both switches are links that work without a script.
/// </summary>
public static class Preferences
{
    private static readonly string[] Names = ["lang", "theme"];

    public static Language Language(HttpContext? context) => Ui.Language.Of(context?.Request.Cookies["lang"]);

    /// <summary>The chosen theme; null leaves it to the device.</summary>
    public static string? Theme(HttpContext? context) => context?.Request.Cookies["theme"] is "light" or "dark" ? context.Request.Cookies["theme"] : null;

    public static void UsePreferences(this WebApplication app) => app.Use((context, next) =>
    {
        var query = context.Request.Query;
        if (!HttpMethods.IsGet(context.Request.Method) || !Names.Any(query.ContainsKey)) return next(context);
        Keep(context, "lang", query["lang"], "zh", "en");
        Keep(context, "theme", query["theme"], "light", "dark");
        var rest = query.Where(q => !Names.Contains(q.Key, StringComparer.Ordinal)).SelectMany(q => q.Value, (q, value) => (q.Key, value));
        context.Response.Redirect(Links.With(Links.Of(context.Request.Path), rest));
        return Task.CompletedTask;
    });

    private static void Keep(HttpContext context, string name, string? value, params string[] allowed)
    {
        if (value is not null && allowed.Contains(value, StringComparer.Ordinal))
        {
            // The script reads and writes the theme, so the cookie is not for the server alone.
            context.Response.Cookies.Append(name, value, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Path = "/" });
        }
    }
}
