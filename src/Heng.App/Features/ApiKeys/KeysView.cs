using Heng.App.CommandLine;
using Heng.App.Features.Api;
using Heng.App.Ui;

namespace Heng.App.Features.ApiKeys;

public enum KeyState { Open, Over, Revoked, AccountDisabled }

/// <summary>The keys of programs (接口密钥). Never a secret among it, save the one that was made just now.</summary>
public sealed record KeysView(IReadOnlyList<KeyRow> Keys, IReadOnlyList<string> Accounts, IReadOnlyList<string> Shops, bool MayMake, bool MayRevoke)
{
    /// <summary>The whole key, told this once.</summary>
    public string? Told { get; init; }
    public KeyAsk? Asked { get; init; }
    public Refusal? Refused { get; init; }
    public bool Did { get; init; }
}

public sealed record KeyRow(long Id, string Name, string Shown, IReadOnlyList<ApiScope> Scopes, string? Shop, string Account, int AMinute, DateTime MadeAt, string MadeBy, KeyState State)
{
    public DateOnly? LastDay { get; init; }
    public DateTime? UsedAt { get; init; }
    public DateTime? RevokedAt { get; init; }
    public string? RevokedBy { get; init; }
}

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<KeysView>> KeysFor(IFormCollection? form, HttpContext context);
