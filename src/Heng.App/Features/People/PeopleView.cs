using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.People;

/// <summary>Who works here (人员). Leavers stand in the list with their last day. BasePay is null where it may not be seen or is not known.</summary>
public sealed record PeopleView(IReadOnlyList<PersonRow> Rows, string? Search, string? Group, IReadOnlyList<string> Groups, IReadOnlyList<string> UnboundAccounts, bool PayVisible, Month Month);

public sealed record PersonRow(string Name, string Group, string? Position, IReadOnlyList<string> Accounts, DateOnly From, DateOnly? To, decimal? BasePay)
{
    /// <summary>The last four of the account that pay goes to; null where it may not be seen or none is known.</summary>
    public string? BankAccount { get; init; }
}

public delegate Task<Seen<PeopleView>> PeopleFor(string? search, string? group, HttpContext context);
