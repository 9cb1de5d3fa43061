using Heng.App.CommandLine;
using Heng.App.Features.Filing;
using Heng.App.Features.Inspections;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Demo;

/// <summary>Who does what in the demo's quality, as their accounts may, and when: at days of the invented world and not of this machine.</summary>
internal sealed class DemoCast(Database database, DemoSummary summary)
{
    private readonly Dictionary<string, string> accounts = DemoAccounts.For(summary).Where(a => a.Person is not null).ToDictionary(a => a.Person!, a => a.Name, StringComparer.Ordinal);

    public const string Hr = "hr";
    public static readonly string[] Inspectors = ["qa", "qa2", "qa3"];

    public IReadOnlyList<DemoPerson> Leaders { get; } = [.. summary.People.Where(p => p.Position == DemoPosition.Leader)];

    public Viewer ViewerOf(string account) => Viewers.Of(database, database.Users.Find(account)!);
    public Viewer LeaderOf(string group) => ViewerOf(accounts[Leaders.First(l => l.Group == group).Name]);
    public bool HasAccount(string person) => accounts.ContainsKey(person);

    public Inspector As(string account, Instant at) => new(database, ViewerOf(account), at);
    public Inspector Person(string person, Instant at) => As(accounts[person], at);
    public Filer Filing(Viewer viewer, Instant at) => new(database, viewer, at);
    public Filer FilingOf(string person, Instant at) => Filing(ViewerOf(accounts[person]), at);

    /// <summary>So many minutes after nine on a day.</summary>
    public static Instant At(DateOnly day, int minutes = 0) => ShopClock.Shanghai.FromLocal(day.ToDateTime(new(9, 0)).AddMinutes(minutes));

    public static void Must(Refusal? refused)
    {
        if (refused is not null) throw new InvalidOperationException($"the demo's quality: {refused.Name}");
    }

    public static T Must<T>((T? Done, Refusal? Refused) step)
    {
        Must(step.Refused);
        return step.Done!;
    }
}
