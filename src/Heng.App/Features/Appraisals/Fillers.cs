using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Appraisals;

/// <summary>
/// Who stands to whom as what (填写人): the leader of the group by their account, else by their position; as peers some of the group, drawn by a hash of the names and the month,
/// so that nobody picks their own, and as invited since; as subordinates those whom one leads.
/// </summary>
internal sealed class Fillers
{
    private static readonly string[] LeaderPositions = ["leader", "组长"];
    private readonly KeptMonth kept;
    private readonly Dictionary<string, string> leaders;

    public Fillers(Database database, KeptMonth kept)
    {
        this.kept = kept;
        var accounts = database.Users.All.Where(u => !u.Disabled).Select(u => Viewers.Of(database, u)).Where(v => v is { Role: Role.Leader, Group: not null }).Select(v => (v.Group, Name: v.Person ?? v.Name));
        var positions = kept.People.Where(p => LeaderPositions.Contains(p.Position)).Select(p => ((string?)p.Group, p.Name));
        leaders = accounts.Concat(positions).Where(l => l.Item1!.Length > 0).DistinctBy(l => l.Item1).ToDictionary(l => l.Item1!, l => l.Item2, StringComparer.Ordinal);
    }

    public IReadOnlyList<Appraisee> Of(IReadOnlyList<(string Name, Plan Plan)> people, int peers) => [.. people.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new Appraisee(p.Name, Of(p.Name, people, peers)) { Asked = [.. CourseLint.RatersAsked([p.Plan])] })];

    private Dictionary<string, IReadOnlyList<string>> Of(string name, IReadOnlyList<(string Name, Plan Plan)> people, int most)
    {
        var group = GroupOf(name);
        var peers = people.Select(p => p.Name).Where(p => p != name && group.Length > 0 && GroupOf(p) == group && !leaders.ContainsValue(p)).OrderBy(p => StableHash.Of($"{kept.Month}/{name}/{p}")).ThenBy(p => p, StringComparer.Ordinal).Take(most);
        var led = leaders.Where(l => l.Value == name).Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        return new(StringComparer.Ordinal)
        {
            [Filler.Leader] = leaders.TryGetValue(group, out var leader) ? [leader] : [],
            [Filler.Peer] = [.. peers],
            [Filler.Subordinate] = [.. kept.People.Where(p => p.Name != name && led.Contains(p.Group)).Select(p => p.Name)],
        };
    }

    private string GroupOf(string name) => kept.Find(name)?.Group ?? "";
}
