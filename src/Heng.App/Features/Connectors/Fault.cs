using Heng.Engine.Explanation;

namespace Heng.App.Features.Connectors;

/// <summary>
/// Why a platform gave no records. The name is stable. Only what may pass by itself is tried <paramref name="Again"/>: the network, a slow or failing server, and a
/// limit, which may say how long it lasts (<see cref="Wait"/>). Some faults are of the whole connection, and asking another interface would only repeat them.
/// </summary>
public sealed record Fault(string Name, Wording Words, bool Again = false, bool OfConnection = false)
{
    public IReadOnlyList<string> Details { get; init; } = [];
    public TimeSpan? Wait { get; init; }
}

/// <summary>What came of asking: <see cref="Answered"/> or <see cref="Faulted"/>.</summary>
public abstract record Reply;

/// <summary>The platform's answer, inside its envelope.</summary>
public sealed record Answered(System.Text.Json.JsonElement Body) : Reply;

public sealed record Faulted(Fault Fault) : Reply;
