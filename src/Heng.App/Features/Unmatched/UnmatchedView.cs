using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.Unmatched;

/// <summary>What the page is asked for, and what was just done: the account bound or released.</summary>
public sealed record UnmatchedAsk(Month Month, int Page = 1, string? Bound = null, string? Undone = null)
{
    public const int PageSize = 30;

    public string Href => Links.With("/unmatched", ("month", Month.ToString()), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null), ("bound", Bound), ("undone", Undone));
}

/// <summary>What nobody could be matched with (未匹配). Unread names what of a form could not be taken.</summary>
public sealed record UnmatchedView(
    UnmatchedAsk Ask, IReadOnlyList<UnmatchedAccount> Accounts, int Total, IReadOnlyList<Untalked> Buyers,
    IReadOnlyList<AccountBinding> Bindings, IReadOnlyList<string> People, bool MayBind, BindRefusal Refused = BindRefusal.None);

/// <summary>Why a binding was not kept.</summary>
public enum BindRefusal { None, Person, Day, Gone, Busy }

/// <summary>What the form of an account posts.</summary>
public sealed record BindForm(string Account, string Person, string From, bool Nobody, bool Undo);

public delegate Task<Seen<UnmatchedView>> UnmatchedFor(UnmatchedAsk ask, HttpContext context);

/// <summary>Keeps what the form says; the answer is the page, with a refusal where it was not kept.</summary>
public delegate Task<Seen<UnmatchedView>> BindAccount(UnmatchedAsk ask, BindForm form, HttpContext context);
