using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Webhooks;

/// <summary>Hooks and the log of what was posted (网络回调). No secret is among it, save one that was made just now.</summary>
public sealed record WebhooksView(IReadOnlyList<WebhookRow> Hooks, IReadOnlyList<PostedRow> Log, bool MaySet)
{
    public string? Told { get; init; }
    public WebhookAsk? Asked { get; init; }
    public Refusal? Refused { get; init; }
    public bool Did { get; init; }
    public const int PageSize = 50;
    public int Page { get; init; } = 1;
    public int Total { get; init; } = Log.Count;
}

public sealed record WebhookRow(long Id, string Name, string Address, bool Private, IReadOnlyList<Wording> Kinds, WebhookState State, DateTime? FailingSince, DateTime MadeAt, string MadeBy);

public sealed record PostedRow(long Hook, string Name, long Seq, string Id, Wording Kind, string Subject, DateTime At, MessageState State, DateTime NextAt, IReadOnlyList<(DateTime At, string? Answer)> Tries, bool MayRedeliver);

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<WebhooksView>> WebhooksFor(IFormCollection? form, int page, HttpContext context);

/// <summary>Fills the page of hooks, and does what its forms ask.</summary>
public sealed class WebhooksQuery(Database database, WebhookDeeds deeds, ViewerFor viewers)
{
    public Task<Seen<WebhooksView>> For(IFormCollection? form, int page, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesSettings(viewer) || form is not null && !Rights.SetsWebhooks(viewer)) return Task.FromResult(Seen<WebhooksView>.Forbidden);
        if (form is null) return Task.FromResult<Seen<WebhooksView>>(View(viewer, page));
        var id = Number(form.Text("hook"));
        if (form.Text("act") == "add")
        {
            var ask = new WebhookAsk(form.Text("name") ?? "", form.Text("address") ?? "", [.. form["kinds"].OfType<string>()]);
            var (_, secret, why) = deeds.Add(ask, viewer);
            return Task.FromResult<Seen<WebhooksView>>(View(viewer) with { Told = secret, Refused = why, Asked = why is null ? null : ask });
        }
        var refused = form.Text("act") switch
        {
            "redeliver" => deeds.Redeliver(id, Number(form.Text("event")), viewer),
            "resume" => deeds.Turn(id, WebhookState.Active, viewer),
            "pause" => deeds.Turn(id, WebhookState.Paused, viewer),
            _ => deeds.Turn(id, WebhookState.Removed, viewer),
        };
        return Task.FromResult<Seen<WebhooksView>>(View(viewer) with { Refused = refused, Did = refused is null });
    }

    private WebhooksView View(Viewer viewer, int page = 1)
    {
        var total = database.WebhookDeliveries.Count;
        page = Paging.Held(page, total, WebhooksView.PageSize);
        var hooks = database.Webhooks.All;
        return new([.. hooks.Where(h => h.State != WebhookState.Removed).Select(h => new WebhookRow(h.Id, h.Name, WebhookPlaces.Shown(h.Address), h.PrivateAllowed, [.. h.Kinds.Select(Kind)], h.State, h.FailingSince is { } since ? Local(since) : null, Local(h.MadeAt), h.MadeBy))],
            [.. database.WebhookDeliveries.Latest(WebhooksView.PageSize, (page - 1) * WebhooksView.PageSize).Select(d => Row(d, hooks.First(h => h.Id == d.Hook), viewer))], Rights.SetsWebhooks(viewer)) { Page = page, Total = total };
    }

    private PostedRow Row(WebhookDelivery d, Webhook hook, Viewer viewer) => new(d.Hook, hook.Name, d.Event.Seq, WebhookPost.IdOf(d.Event), Kind(d.Event.Kind), d.Event.Subject, Local(d.Event.At), d.State, Local(d.NextAt),
        [.. database.WebhookDeliveries.TriesOf(d.Hook, d.Event.Seq).Select(t => (Local(t.BegunAt), t.Answer))], Rights.SetsWebhooks(viewer) && hook.State == WebhookState.Active && d.State is not (MessageState.Begun or MessageState.Queued));

    private static Wording Kind(string id) => WebhookKinds.Find(id)?.Name ?? new(id, id);
    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    private static DateTime Local(Instant at) => ShopClock.Shanghai.ToLocal(at);
}

internal static class WebhooksEndpoints
{
    public const string Address = "/settings/webhooks";

    public static IServiceCollection AddWebhooks(this IServiceCollection services, string folder) => services.AddSingleton(new WebhookSafe(folder)).AddSingleton<WebhookEvents>().AddSingleton<WebhookPost>(s => new(s.GetRequiredService<TimeProvider>()))
        .AddSingleton<WebhookSending>().AddSingleton<WebhookDeeds>().AddSingleton<WebhooksQuery>().AddSingleton<WebhooksFor>(s => s.GetRequiredService<WebhooksQuery>().For);

    public static void MapWebhooks(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string? did, string? page, HttpContext context, [FromServices] WebhooksFor view) =>
            await view(null, Paging.Asked(page), context) is { View: { } shown } ? Pages.Show<WebhooksPage>(shown with { Did = did == "1" }) : Pages.Error(StatusCodes.Status403Forbidden));
        pages.MapPost(Address, async (IFormCollection form, HttpContext context, [FromServices] WebhooksFor view) =>
        {
            // What it is signed with is told in the answer itself, and kept by no cache.
            context.Response.Headers.CacheControl = "no-store";
            return (await view(form, 1, context)).View switch
            {
                null => Pages.Error(StatusCodes.Status403Forbidden),
                { Refused: not null } refused => Pages.Show<WebhooksPage>(refused, StatusCodes.Status400BadRequest),
                { Told: not null } told => Pages.Show<WebhooksPage>(told),
                _ => new SeeOther(Address + "?did=1"),
            };
        });
    }
}
