using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.KeptHere;

public sealed record KeptHereRow(FiledKind Of, KeptHereStep? Stands);

public sealed record KeptHereView(IReadOnlyList<KeptHereRow> Rows, bool MaySet, DateOnly Today)
{
    public Refusal? Refused { get; init; }
    public bool Did { get; init; }
}

/// <summary>What the form sets: a kind, and from which day on, or back to files. Null looks only.</summary>
public sealed record KeptHereAsk(string Kind, DateOnly? Since, bool Ends);

public delegate Task<Seen<KeptHereView>> KeptHereFor(KeptHereAsk? ask, HttpContext context);

internal static class KeptHereEndpoints
{
    private const string Address = "/settings/kept-here";

    public static IServiceCollection AddKeptHere(this IServiceCollection services) => services.AddSingleton<KeptHereFor>(s =>
        (ask, context) => Task.FromResult(View(s.GetRequiredService<Database>(), s.GetRequiredService<TimeProvider>(), ask, s.GetRequiredService<ViewerFor>()(context))));

    public static void MapKeptHere(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string? did, HttpContext context, [FromServices] KeptHereFor view) =>
            await view(null, context) is { View: { } page } ? Pages.Show<KeptHerePage>(page with { Did = did == "1" }) : Pages.Error(StatusCodes.Status403Forbidden));

        pages.MapPost(Address, async (IFormCollection form, HttpContext context, [FromServices] KeptHereFor view) =>
        {
            var seen = await view(new(form.Text("kind") ?? "", form.Text("act") == "end" ? null : form.Day("since"), form.Text("act") == "end"), context);
            if (seen.View is not { } page) return Pages.Error(seen.Status);
            return page.Refused is null ? new SeeOther(Address + "?did=1") : Pages.Show<KeptHerePage>(page, StatusCodes.Status400BadRequest);
        });
    }

    private static Seen<KeptHereView> View(Database database, TimeProvider time, KeptHereAsk? ask, Viewer? viewer)
    {
        if (viewer is null || !Rights.SeesSettings(viewer) || ask is not null && !Rights.SetsKeptHere(viewer)) return Seen<KeptHereView>.Forbidden;
        var kept = new KeptHere(database, time);
        Refusal? refused = null;
        if (ask is not null)
        {
            if (KeptHere.Kinds.FirstOrDefault(k => k.Id == ask.Kind) is not { } of) return Seen<KeptHereView>.NotFound;
            refused = ask is { Ends: false, Since: null } ? new("day-missing", new("请填写从哪天起", "Give the day from which on")) : kept.Set(of, ask.Since, viewer);
        }
        var stands = kept.Standing;
        return new KeptHereView([.. KeptHere.Kinds.Select(k => new KeptHereRow(k, stands[k.Id]))], Rights.SetsKeptHere(viewer), ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()))) { Refused = refused };
    }
}
