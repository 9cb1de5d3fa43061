using Heng.App.CommandLine;

namespace Heng.App.Features.SignIn;

/// <summary>Where one's notices are mailed to. Offered: whether the shop has a mail server at all.</summary>
public sealed record MyMail(string? Address, bool Verified, bool Offered);

/// <summary>One's second factor. Secret, Uri and Qr are there while it waits to be confirmed, for its owner alone.</summary>
public sealed record MyCode(bool On, int RecoveryLeft, bool Required, string? Secret = null, string? Uri = null, QrPath? Qr = null);

/// <summary>Since when there is an address for calendars; null without one.</summary>
public sealed record MyCalendar(DateTime? Since);

/// <summary>What came of a form on one's own account's page.</summary>
public sealed record OwnDone(Refusal? Refused, string? Did, IReadOnlyList<string>? Recovery = null, string? Calendar = null);

/// <summary>Does what a form of one's own account asks; null where nobody is signed in.</summary>
public delegate Task<MySessionsView?> OwnMailFor(string act, string text, HttpContext context);
public delegate Task<MySessionsView?> OwnCodeFor(string act, string code, HttpContext context);
public delegate Task<MySessionsView?> OwnCalendarFor(string act, HttpContext context);

/// <summary>The page after the password: the ticket of who gave it, and what was wrong with the code.</summary>
public sealed record CodeView(string Ticket, string? To, SignInAnswer? Refused);

/// <summary>Checks the code and, when right, writes the session's cookie.</summary>
public delegate Task<SignInAnswer> TryCode(string ticket, string code, HttpContext context);
