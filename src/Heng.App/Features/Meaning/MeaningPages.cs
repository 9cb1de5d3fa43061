using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Quality.Meaning;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Meaning;

/// <summary>The setting without its key, and what was read of late: how much, never what.</summary>
public sealed record MeaningView(MeaningSetting Setting, bool MaySet, IReadOnlyList<MeaningRead> Latest)
{
    public MeaningReading? Tried { get; init; }
    public Refusal? Refused { get; init; }
    public bool Did { get; init; }
}

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<MeaningView>> MeaningFor(IFormCollection? form, HttpContext context);

/// <summary>The page of the reader's setting: who may see settings sees it, an administrator sets it.</summary>
public sealed class MeaningPages(Database database, string folder, TimeProvider time, ViewerFor viewers, MeaningReader reader)
{
    private const int Shown = 30, DaysShown = 30;

    public async Task<Seen<MeaningView>> For(IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesSettings(viewer) || form is not null && !Rights.SetsMeaning(viewer)) return Seen<MeaningView>.Forbidden;
        if (form is null) return View(MeaningMatters.SettingOf(database), viewer);
        var by = AppraisalDoing.ActorOf(viewer, database.People.Roster).Name;
        if (form.Text("act") == "try")
        {
            var (tried, why) = await reader.Try(MeaningMatters.SettingOf(database), by, context.RequestAborted);
            return View(MeaningMatters.SettingOf(database), viewer) with { Tried = tried, Refused = why };
        }
        if (form.Text("act") != "save") return View(MeaningMatters.SettingOf(database), viewer) with { Refused = DoingWords.ActUnknown };
        var (asked, refused) = Asked(form, by);
        refused ??= Keep(asked);
        return View(refused is null ? MeaningMatters.SettingOf(database) : asked, viewer) with { Refused = refused, Did = refused is null };
    }

    /// <summary>An empty key keeps the one there is, but only for the same address: else a new address would be sent the old one's key.</summary>
    private (MeaningSetting Setting, Refusal? Refused) Asked(IFormCollection form, string by)
    {
        var (last, key) = (MeaningMatters.SettingOf(database), form.Text("key"));
        var asked = new MeaningSetting(by, new(time.GetUtcNow().ToUnixTimeSeconds()), form.Ticked("on") ? "on" : "off")
        {
            On = form.Ticked("on"), Address = form.Text("address") ?? "", Model = form.Text("model") ?? "", MostADay = form.Whole("most") ?? 0, AfterOwnMarks = form.Ticked("after"),
        };
        if (asked.Check() is { } fault) return (asked, MeaningWords.Of(fault));
        if (key?.Length > MeaningSetting.LongestKey) return (asked, MeaningWords.Of(MeaningRefusal.KeyTooLong));
        if (key is null && last.ClosedKey is not null && last.Address != asked.Address && !form.Ticked("no-key")) return (asked, MeaningWords.Of(MeaningRefusal.KeyMissing));
        return (asked with { ClosedKey = form.Ticked("no-key") ? null : key is null ? last.ClosedKey : new MeaningSafe(folder).Close(key) }, null);
    }

    private Refusal? Keep(MeaningSetting asked)
    {
        var (matters, today) = (database.Matters(MeaningMatters.Settings), ShopClock.Shanghai.DayOf(asked.At));
        if (matters.Find("reader") is { } kept) return matters.Append(kept, asked) ? null : DoingWords.ChangedMeanwhile;
        return matters.Begin(new("", today, today, "reader"), asked) is null ? DoingWords.ChangedMeanwhile : null;
    }

    private MeaningView View(MeaningSetting setting, Viewer viewer)
    {
        var today = ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()));
        var latest = database.Matters(MeaningMatters.Reads).Between(today.AddDays(-DaysShown), today).SelectMany(m => m.Happened.Where(h => h.What != MeaningEvent.Asked));
        return new(setting, Rights.SetsMeaning(viewer), [.. latest.OrderByDescending(h => h.At.UnixSeconds).Take(Shown)]);
    }
}

internal static class MeaningEndpoints
{
    public static IServiceCollection AddMeaning(this IServiceCollection services, string folder) => services.AddSingleton<MeaningClient>(_ => new())
        .AddSingleton(s => new MeaningReader(s.GetRequiredService<Database>(), folder, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<MeaningClient>()))
        .AddSingleton(s => new MeaningPages(s.GetRequiredService<Database>(), folder, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ViewerFor>(), s.GetRequiredService<MeaningReader>()))
        .AddSingleton<MeaningFor>(s => s.GetRequiredService<MeaningPages>().For);

    public static void MapMeaning(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Meaning, async (string? did, HttpContext context, [FromServices] MeaningFor view) =>
            await view(null, context) is { View: { } page } ? Pages.Show<MeaningPage>(page with { Did = did == "1" }) : Pages.Error(StatusCodes.Status403Forbidden));
        pages.MapPost(Links.Meaning, async (IFormCollection form, HttpContext context, [FromServices] MeaningFor view) =>
        {
            var seen = await view(form, context);
            // What a trial answered is shown once, on the page that asked.
            return seen.View is { Tried: not null } tried ? Pages.Show<MeaningPage>(tried) : FilingEndpoints.Posted<MeaningPage, MeaningView>(seen, v => v.Refused, _ => Links.Meaning + "?did=1");
        });
    }
}
