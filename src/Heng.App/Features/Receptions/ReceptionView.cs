using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Receptions;

/// <summary>One reception (接待): all between a person and a buyer on a business day, with its transcript where it is kept.</summary>
public sealed record ReceptionView(
    string Id, Month Month, DateOnly Day, string? Agent, string Buyer, IReadOnlyList<string> Accounts, IReadOnlyList<ChatLine> Lines, IReadOnlyList<Wait> Waits,
    IReadOnlyList<ReceptionAdds> Adds, IReadOnlyList<ReceptionOrder> Orders, IReadOnlyList<Wording> Marks, int SlowSeconds, int FastSeconds)
{
    /// <summary>Whether each message carries the way to say that it is wrong.</summary>
    public bool Marking { get; init; }
    /// <summary>Whether the viewer may: it is their own reception.</summary>
    public bool Mine { get; init; }
    /// <summary>What quality rules found in it, as far as the viewer sees it.</summary>
    public IReadOnlyList<ShownFinding> Findings { get; init; } = [];
    /// <summary>Whether the viewer may propose it as a good example.</summary>
    public bool MayPropose { get; init; }
}

/// <summary>Who wrote a line. Auto is an automatic reply or a robot; System a transfer or another notice.</summary>
public enum Speaker { Buyer, Agent, Auto, System }

/// <summary>A line of the transcript, shop time. Who is the person, or the account where nobody is bound. Session counts from 0: a new one begins after a long silence.</summary>
public sealed record ChatLine(DateTime At, Speaker From, string Who, string? Text, Wording? Notice = null, int Session = 0, bool Recalled = false)
{
    /// <summary>The message's id as a fact, for an appeal.</summary>
    public string? Fact { get; init; }
    /// <summary>A correction takes it out of all numbers.</summary>
    public bool Corrected { get; init; }
    /// <summary>The text in pieces, those that rules found something in marked; empty where none did.</summary>
    public IReadOnlyList<TextPiece> Pieces { get; init; } = [];
    /// <summary>What was found in it, in the order of the reception's findings.</summary>
    public IReadOnlyList<ShownFinding> Found { get; init; } = [];
}

/// <summary>A round's wait (等待): from one line to the reply, by their places in the list. To null: nobody answered that day.</summary>
public sealed record Wait(int From, int? To, int Seconds, bool First);

/// <summary>What this reception adds to a metric: whole for a count, part and whole for a ratio.</summary>
public sealed record ReceptionAdds(Wording Metric, Unit Unit, decimal Part, decimal? Whole, string? Href);

public sealed record ReceptionOrder(string Id, decimal Amount, DateTime Created, DateTime? Paid, Wording Outcome);

/// <summary>The list of receptions; filter and page live in the address. From Day to Until, both included; without Until that one day.</summary>
public sealed record ReceptionsAsk(Month Month, string? Agent = null, DateOnly? Day = null, string? Show = null, int Page = 1, DateOnly? Until = null)
{
    public const int PageSize = 25;

    /// <summary>Its days lie in the month, and the last is not before the first.</summary>
    public bool IsOfItsMonth => (Day is not { } day || Month.Holds(day)) && (Until is not { } until || Day is not null && until >= Day && Month.Holds(until));

    public string Href => Links.With(Links.Receptions(Month, Agent, Day, Until), ("show", Show), ("page", Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
}

/// <summary>Total is of the whole filter, Rows one page. Show is null for all that count, else <c>slow</c>, <c>long</c>, <c>unreplied</c>, <c>unanswered</c>, <c>transferred</c> or <c>filtered</c>.</summary>
public sealed record ReceptionsView(ReceptionsAsk Ask, IReadOnlyList<ReceptionRow> Rows, int Total, IReadOnlyList<string> Agents);

public sealed record ReceptionRow(string Id, DateTime Start, string? Agent, string Buyer, int Messages, int? FirstResponseSeconds, int? AverageSeconds, int Unanswered, bool Slow, bool Replied, decimal? NetSales);

public delegate Task<Seen<ReceptionView>> ReceptionFor(string id, HttpContext context);
public delegate Task<Seen<ReceptionsView>> ReceptionsFor(ReceptionsAsk ask, HttpContext context);
