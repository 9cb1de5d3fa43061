using System.Globalization;

namespace Heng.App.Features.Demo;

/// <summary>Someone who may sign in. Role is admin, qa (质检), manager (店长), hr, leader (组长) or agent; the person is who it is in the shop, the admin and the inspectors nobody.</summary>
public sealed record DemoAccount(string Name, string Role, string? Person, string? Group);

public static class DemoAccounts
{
    private static readonly string[] Order = [DemoPosition.Manager, DemoPosition.Hr, DemoPosition.Leader];

    /// <summary>Sign-in names are plain letters and digits: leader1, agent01. Who has left has none. Passwords are the caller's to make.</summary>
    public static IReadOnlyList<DemoAccount> For(DemoSummary summary)
    {
        List<DemoAccount> accounts = [new("admin", "admin", null, null)];
        var leaders = 0;
        var agents = 0;
        foreach (var person in summary.People.Where(p => p.To is null).OrderBy(p => Array.IndexOf(Order, p.Position) is var at and >= 0 ? at : Order.Length))
        {
            accounts.Add(person.Position switch
            {
                DemoPosition.Manager => new("manager", "manager", person.Name, null),
                DemoPosition.Hr => new("hr", "hr", person.Name, null),
                DemoPosition.Leader => new($"leader{(++leaders).ToString(CultureInfo.InvariantCulture)}", "leader", person.Name, person.Group),
                _ => new($"agent{(++agents).ToString("00", CultureInfo.InvariantCulture)}", "agent", person.Name, person.Group),
            });
        }
        accounts.AddRange(DemoCast.Inspectors.Select(name => new DemoAccount(name, "qa", null, null)));
        return accounts;
    }
}
