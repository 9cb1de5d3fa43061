using Heng.App.CommandLine;
using Heng.Engine.Daily;
using Heng.Engine.Records;

namespace Heng.App.Features.Cases;

/// <summary>Which list: mine, the group's, or all that the viewer sees; and of which state.</summary>
public sealed record CasesAsk(string List, string State, string? Reception);

public sealed record CasesView(CasesAsk Ask, IReadOnlyList<CaseRow> Rows, int More, Instant Now, string? Me, bool SeesAll)
{
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>();
    public IReadOnlyList<string> People { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    /// <summary>The masked buyer of the reception that a case is opened from.</summary>
    public string? Buyer { get; init; }
    public Refusal? Refused { get; init; }
    public string? OpenedAt { get; init; }
}

public sealed record CaseRow(CaseEntry Entry, string Buyer);

/// <summary>A case with its steps, and whether the viewer may take it on.</summary>
public sealed record CaseView(CaseEntry Entry, string Buyer, IReadOnlyList<CaseHappening> Steps, bool MayAct, IReadOnlyList<string> People, Instant Now)
{
    public Refusal? Refused { get; init; }
}
