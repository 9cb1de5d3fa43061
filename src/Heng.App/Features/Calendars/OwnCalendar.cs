using System.Security.Cryptography;
using Heng.App.CommandLine;
using Heng.App.Features.Api;
using Heng.App.Features.ApiKeys;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Calendars;

/// <summary>One's own days by a secret address (日历订阅): whoever has it reads them, so that it is told once, kept hashed, and ends when its owner says or the account does.</summary>
public sealed class OwnCalendar(Database database, TimeProvider time)
{
    public const string Path = "/calendar/";

    /// <summary>The new address; the one before it ends.</summary>
    public string Make(UserAccount user)
    {
        var secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
        database.CalendarLinks.Add(KeyText.HashOf(secret), user.Id, Now);
        return $"{Path}{secret}.ics";
    }

    public void End(UserAccount user) => database.CalendarLinks.EndOf(user.Id, Now);

    /// <summary>Null where nobody's address is this.</summary>
    public string? Read(string secret, Language language)
    {
        if (secret.Length != 64 || database.CalendarLinks.UserOf(KeyText.HashOf(secret)) is not { } id || database.Users.Find(id) is not { Disabled: false } user) return null;
        var days = CalendarDay.Of(database, Recipients.NameOf(database, Viewers.Of(database, user)), language);
        return CalendarText.Of(days, language.T($"衡 · {user.Name}", $"Heng · {user.Name}"), user.Name, database.NoticeSettings.Setting.Site);
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}

internal static class CalendarEndpoints
{
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services.AddSingleton<OwnCalendar>();

    public static void MapCalendars(this WebApplication app) => app.MapGet(OwnCalendar.Path + "{secret}.ics", (string secret, HttpContext context, [FromServices] OwnCalendar calendar) =>
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return calendar.Read(secret, ApiProblem.LanguageOf(context)) is { } text ? Results.Text(text, "text/calendar; charset=utf-8") : Results.NotFound();
    }).RequireRateLimiting(ApiDoor.Limit);
}
