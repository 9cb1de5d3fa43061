using Heng.App.Features.Months;
using Heng.App.Ui;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.People;

/// <summary>Fills the list of people: each with the latest stretch of their employment, and the accounts that chats came through and nobody is bound to.</summary>
public sealed class PeopleQuery(Database database, ViewerFor viewers)
{
    public Task<Seen<PeopleView>> For(string? search, string? group, HttpContext context) => Task.FromResult(View(search, group, viewers(context)));

    private Seen<PeopleView> View(string? search, string? group, Viewer? viewer)
    {
        if (viewer is null) return Seen<PeopleView>.Forbidden;
        var roster = database.People.Roster;
        var seen = roster.People.Select(p => (Person: p, History: roster.HistoryOf(p.Id)))
            .Where(p => p.History is [var latest, ..] && Rights.Sees(viewer, p.Person.Name, latest.Group)).ToArray();
        var pay = seen.Length > 0 && seen.All(p => Rights.SeesPay(viewer, p.Person.Name));
        var accounts = pay ? ClosedBankAccount.On(DateOnly.MaxValue, database.Records(RecordKinds.BankAccounts).All(Shops.Company.Id)) : new Dictionary<string, ClosedBankAccount>();
        string[] groups = [.. seen.Select(p => p.History[0].Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var rows = seen.Select(p => Row(p.Person.Name, p.History, pay) with { BankAccount = accounts.GetValueOrDefault(p.Person.Name)?.Masked }).Where(r => (group is null || r.Group == group) && (search is null || Holds(r, search)));
        return new PeopleView([.. rows], search, group, groups, Rights.SeesEveryone(viewer) ? Unbound(roster) : [], pay, LatestMonth(roster));
    }

    private static PersonRow Row(string name, IReadOnlyList<Employment> history, bool pay)
    {
        var latest = history[0];
        return new(name, latest.Group, latest.Position.Length == 0 ? null : latest.Position, latest.Accounts, Since(history), latest.To, pay ? latest.BasePay : null);
    }

    /// <summary>Stretches that follow on each other, such as a change of group, are one time in the house.</summary>
    private static DateOnly Since(IReadOnlyList<Employment> history)
    {
        var from = history[0].From;
        foreach (var earlier in history.Skip(1))
        {
            if (earlier.To is not { } last || last.AddDays(1) < from) break;
            from = earlier.From;
        }
        return from;
    }

    private static bool Holds(PersonRow row, string search) =>
        row.Name.Contains(search, StringComparison.OrdinalIgnoreCase) || row.Accounts.Any(a => a.Contains(search, StringComparison.OrdinalIgnoreCase));

    private List<string> Unbound(Roster roster)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var shop in database.Shops.All)
        {
            var robots = database.RuleSets.Current(shop.Id, DateOnly.MaxValue).RobotAccounts;
            var accounts = database.Facts.UnboundAccounts(shop.Id);
            var known = database.Names.Accounts.NamesOf(shop.Id, accounts.Select(a => a.Account));
            // A person may have been bound since without a new import of the chats: then the account is no longer to be told of.
            names.UnionWith(accounts.Where(a => roster.AgentOf(known[a.Account], a.Last) == 0 && !roster.IsNobodys(known[a.Account], a.Last)).Select(a => known[a.Account]).Except(robots, StringComparer.Ordinal));
        }
        return [.. names];
    }

    /// <summary>The month of the last covered day, for the links to people's months; without any, the month of the latest hire.</summary>
    private Month LatestMonth(Roster roster)
    {
        var covered = database.Shops.All.SelectMany(s => new[] { Source.Chat, Source.Orders }.Select(source => database.Coverage.Span(s.Id, source)?.Last)).Max();
        return Month.Of(covered ?? roster.People.SelectMany(p => roster.HistoryOf(p.Id)).Select(e => e.From).DefaultIfEmpty(DateOnly.MinValue).Max());
    }
}
