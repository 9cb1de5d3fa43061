using System.Security.Cryptography;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Webhooks;

public sealed record WebhookAsk(string Name, string Address, IReadOnlyList<string> Kinds, bool Private = false);

/// <summary>Sets hooks: load, decide, keep with the decision. What they are signed with is told once.</summary>
public sealed class WebhookDeeds(Database database, WebhookSafe safe, WebhookEvents events, TimeProvider time)
{
    private const int LongestName = 40, Most = 20;

    public (Webhook? Hook, string? Secret, Refusal? Refused) Add(WebhookAsk ask, Viewer by)
    {
        // Who holds the machine says what of the house may be reached from it.
        if (!Rights.SetsWebhooks(by) || ask.Private && by.Role != Role.Operator) return (null, null, WebhookWords.RoleMayNot);
        if (ask.Name.Length is 0 or > LongestName || ask.Name.Any(char.IsControl)) return (null, null, WebhookWords.NameMissing);
        if (WebhookPlaces.Of(ask.Address, ask.Private) is null) return (null, null, WebhookWords.AddressNotAllowed);
        string[] kinds = [.. WebhookKinds.All.Select(k => k.Id).Where(k => ask.Kinds.Contains(k, StringComparer.Ordinal))];
        if (kinds.Length == 0) return (null, null, WebhookWords.KindsMissing);
        if (database.Webhooks.All.Count(h => h.State != WebhookState.Removed) >= Most) return (null, null, WebhookWords.TooMany);
        // What happened before is not the new hook's.
        events.Gather();
        var secret = "whsec_" + RandomNumberGenerator.GetHexString(64, lowercase: true);
        return (database.Webhooks.Add(new(0, ask.Name, ask.Address, ask.Private, kinds, WebhookState.Active, safe.Close(secret), 0, null, Now, by.Name)), secret, null);
    }

    /// <summary>Null where it is done.</summary>
    public Refusal? Turn(long id, WebhookState to, Viewer by)
    {
        if (!Rights.SetsWebhooks(by)) return WebhookWords.RoleMayNot;
        if (Known(id) is not { } hook) return WebhookWords.HookUnknown;
        if (to == WebhookState.Active) events.Gather();
        if (!database.Webhooks.Turn(hook, to, Now, by.Name, hook.Name)) return WebhookWords.AlreadySo;
        if (to != WebhookState.Active) database.WebhookDeliveries.Drop(id);
        return null;
    }

    public Refusal? Redeliver(long id, long seq, Viewer by) => !Rights.SetsWebhooks(by) ? WebhookWords.RoleMayNot
        : Known(id) is not { State: WebhookState.Active } ? WebhookWords.HookUnknown
        : database.WebhookDeliveries.Redeliver(id, seq, Now) ? null : WebhookWords.EventUnknown;

    private Webhook? Known(long id) => database.Webhooks.All.FirstOrDefault(h => h.Id == id && h.State != WebhookState.Removed);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
