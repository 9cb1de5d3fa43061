using Heng.App.Ui;
using Heng.Store;

namespace Heng.App.Features.Audit;

/// <summary>What of the log is asked for. Area is the first part of the subject; Text stands in who, subject or why.</summary>
public sealed record AuditAsk(string? Area, string? Who, string? Text, DateOnly? From, DateOnly? To, int Page);

/// <summary>The log of decisions, newest first. Broken: the number of the first decision that does not follow from the one before.</summary>
public sealed record AuditView(AuditAsk Ask, IReadOnlyList<Decision> Rows, int Total, int All, IReadOnlyList<string> Areas, IReadOnlyList<string> People, string? Head, long? Broken)
{
    public const int Size = 50;
}

/// <summary>Shows the log to who may see it.</summary>
public delegate Task<Seen<AuditView>> AuditFor(AuditAsk ask, HttpContext context);
