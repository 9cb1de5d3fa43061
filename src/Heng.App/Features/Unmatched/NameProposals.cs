using Heng.Store;

namespace Heng.App.Features.Unmatched;

/// <summary>Whom an account may mean: the person of that name, with or without the shop's main account before it; else the only one who has an account that ends so.</summary>
internal sealed class NameProposals(Roster roster)
{
    private readonly ILookup<string, string> byEnd = roster.Accounts.ToLookup(End, StringComparer.Ordinal);

    public string? Of(string account, DateOnly day)
    {
        var end = End(account);
        if ((roster.Find(account) ?? roster.Find(end)) is { } named) return named.Name;
        var people = byEnd[end].SelectMany(a => roster.SharedBy(a, day)).Distinct().ToList();
        return people is [var only] ? roster.NameOf(only) : null;
    }

    private static string End(string account) => account[(account.LastIndexOf(':') + 1)..];
}
