using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.People;

/// <summary><see cref="Rights"/> over facts: whose receptions and orders a viewer sees. A leader sees who was in the group on the fact's day.</summary>
public sealed class Sight(Viewer viewer, Roster roster)
{
    public Viewer Viewer => viewer;
    public Roster Roster => roster;
    public bool Everyone => Rights.SeesEveryone(viewer);

    /// <summary>What nobody is bound to, and what credits nobody, is for those who see everyone.</summary>
    public bool Sees(int agent, DateOnly day) => roster.NameOf(agent) is { } name ? Rights.Sees(viewer, name, roster.On(agent, day)?.Group) : Everyone;

    /// <summary>An order may be opened by whom it is credited to under any rule, by whom it landed on, and by who sees them.</summary>
    public bool Sees(LedgerRow row) => Rights.SeesOrders(viewer) && (Everyone || row.Credits.Select(c => c.Agent).Append(row.Created.Agent).Append(row.Paid.Agent)
        .OfType<int>().Any(agent => Sees(agent, row.PaidDay ?? row.CreatedDay)));

    /// <summary>
    /// In the ledger of a rule stand the orders credited to somebody the viewer sees, and of those that credit nobody the ones that landed on somebody they see.
    /// So the credited sum is the same as the sales of the people seen.
    /// </summary>
    public bool Lists(LedgerRow row, Judgement rule)
    {
        if (Everyone) return true;
        var day = row.PaidDay ?? row.CreatedDay;
        return row.Under(rule) is { Bucket: Bucket.Agent } credit
            ? credit.Agent is { } agent && Sees(agent, day)
            : new[] { row.Created.Agent, row.Paid.Agent }.OfType<int>().Any(landed => Sees(landed, day));
    }

    /// <summary>Whom the viewer sees of those employed in the month, by name.</summary>
    public IReadOnlyList<string> People(Month month) =>
        [.. roster.People.Where(p => roster.In(p.Id, month) is { } employment && Rights.Sees(viewer, p.Name, employment.Group)).Select(p => p.Name)];
}
