namespace Heng.App.Features.SignIn;

/// <summary>How an attempt to sign in went (登录). Waits: too many wrong passwords from here; none is looked at before Until (shop time).</summary>
public enum SignInOutcome { SignedIn, WrongNameOrPassword, Waits, NeedsCode, CodeWrong, TicketOver }

public sealed record SignInAnswer(SignInOutcome Outcome, DateTime? Until = null, int? TriesLeft = null)
{
    /// <summary>Who gave the right password and owes the code goes on with it.</summary>
    public string? Ticket { get; init; }
}

public sealed record SignInView(string? Name, string? To, SignInAnswer? Refused, bool SignedOut = false, bool PasswordSet = false);

/// <summary>Why the first administrator was not made; none when made.</summary>
public enum SetupRefusal { None, NameMissing, PasswordTooShort, PasswordsDiffer, AlreadySetUp }

public sealed record SetupView(string? Name, SetupRefusal Refused, int ShortestPassword = SetupView.Shortest)
{
    public const int Shortest = 10;
}

/// <summary>True until the first administrator exists.</summary>
public delegate Task<bool> SetupNeeded(HttpContext context);
/// <summary>Makes the first administrator and signs them in; refuses with AlreadySetUp when one exists.</summary>
public delegate Task<SetupRefusal> MakeAdministrator(string name, string password, HttpContext context);
/// <summary>Checks name and password and, when right, writes the session's cookie.</summary>
public delegate Task<SignInAnswer> TrySignIn(string name, string password, HttpContext context);
/// <summary>Ends every session of the account, on every device.</summary>
public delegate Task SignOutNow(HttpContext context);
