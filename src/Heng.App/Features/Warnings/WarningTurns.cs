using Heng.App.Features.Appraisals;
using Heng.App.Features.People;
using Heng.Engine.Live.Warnings;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>Whose turn a warning is (轮到谁): the leader's of its group, the supervisor's, the manager's, as accounts stand now. What is about somebody is never theirs.</summary>
internal sealed class WarningTurns(Database database)
{
    private readonly IReadOnlyList<(Viewer Viewer, string Name)> offices = Offices(database);

    private static IReadOnlyList<(Viewer, string)> Offices(Database database)
    {
        var roster = database.People.Roster;
        return [.. database.Users.All.Where(u => !u.Disabled).Select(u => Viewers.Of(database, u)).Where(v => v.Leads || v.Role is Role.Manager).Select(v => (v, AppraisalDoing.ActorOf(v, roster).Name))];
    }

    /// <summary>Who has it now; nobody where no office above is held.</summary>
    public IReadOnlyList<string> Has(WarningState state) => LevelOf(state) is { } level ? Holding(level, state.Raised.Of) : [];

    /// <summary>Whose office has it now; null where nobody holds one.</summary>
    public int? LevelOf(WarningState state) => WarningCourse.TurnOf(state.Level, Held(state.Raised.Of));

    /// <summary>The offices that somebody holds who holds none below.</summary>
    public IReadOnlyList<int> Held(WarningSubject of)
    {
        var (held, asked) = (new List<int>(), new HashSet<string>(StringComparer.Ordinal));
        for (var level = 0; level <= WarningCourse.Highest; level++)
            if (Holding(level, of).Where(asked.Add).ToList() is { Count: > 0 }) held.Add(level);
        return held;
    }

    private IReadOnlyList<string> Holding(int level, WarningSubject of) =>
        [.. offices.Where(o => Holds(o.Viewer, level, of.Group) && o.Name != of.Person).Select(o => o.Name).Distinct(StringComparer.Ordinal)];

    private static bool Holds(Viewer viewer, int level, string? group) => level switch
    {
        0 => viewer.Role is Role.Leader && group is not null && viewer.Groups.Contains(group, StringComparer.Ordinal),
        1 => viewer.Role is Role.Supervisor && group is not null && viewer.Groups.Contains(group, StringComparer.Ordinal),
        _ => viewer.Role is Role.Manager,
    };
}
