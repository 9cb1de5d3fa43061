using Heng.App.Features.Explain;
using Heng.App.Features.People;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.App.Features.Months;

/// <summary>Whose days a page adds up: the shop's, a group's or several groups' (<see cref="GroupNames"/>), or one person's. A mover's days count for the group they were in on the day.</summary>
public sealed record MonthScope(string? Agent, string? Group)
{
    public static readonly MonthScope Shop = new(null, null);

    public static MonthScope Of(string agent) => new(agent, null);

    /// <summary>The widest that the viewer may see; null for an account without a person behind it.</summary>
    public static MonthScope? Of(Viewer viewer) =>
        Rights.SeesEveryone(viewer) ? Shop
        : viewer.Leads && GroupNames.Joined(viewer.Groups) is { } groups ? new(null, groups)
        : viewer.Person is { } person ? Of(person)
        : null;

    public bool IsShop => Agent is null && Group is null;

    public IReadOnlyList<AgentDay> Days(PeriodFacts facts)
    {
        if (IsShop) return facts.Days;
        var groups = GroupNames.Of(Group);
        if (Agent is null) return [.. facts.Days.Where(d => d.Agent > 0 && facts.Roster.On(d.Agent, d.Day)?.Group is { } own && groups.Contains(own, StringComparer.Ordinal))];
        return facts.Roster.Find(Agent) is { } person ? [.. facts.Days.Where(d => d.Agent == person.Id)] : [];
    }

    public string Explain(Month month, string metric, DateOnly? day = null) => new ExplainAsk(month, Agent, Group, metric, null, null, day).Href;
}
