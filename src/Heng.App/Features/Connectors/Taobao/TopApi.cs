using System.Text.Json;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Connectors.Taobao;

/// <summary>What the rows of an answer are read against: the shop's accounts.</summary>
public sealed record Known(IReadOnlyDictionary<string, string> AccountsById)
{
    /// <summary>By name, in order.</summary>
    public IReadOnlyList<string> Accounts { get; } = [.. AccountsById.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>
/// One interface of the platform: what it is asked with, the windows it allows, and the format that its rows are written under, as if a person had exported them.
/// <paramref name="Id"/> names it for people and programs and never changes.
/// </summary>
public sealed record TopApi(string Id, string Method, string Format, string List, Source Covers, IReadOnlyList<string> Header)
{
    /// <summary>The longest window, in days.</summary>
    public required int WindowDays { get; init; }
    /// <summary>How far back the platform still answers, in days.</summary>
    public required int ReachDays { get; init; }
    /// <summary>
    /// How long a window must be over before it is asked. The platform lets this machine's clock be ten minutes off: asked earlier, a window could end in the
    /// platform's future, and what comes in until then would be missed for good.
    /// </summary>
    public TimeSpan Lag { get; init; } = TopClient.ClocksApart;
    /// <summary>Rows of a page; 0 where everything comes at once.</summary>
    public int PageSize { get; init; }
    /// <summary>The most rows that are given for a window; one that holds more is halved.</summary>
    public int MostRows { get; init; } = int.MaxValue;
    /// <summary>Whether it must be told which accounts are meant.</summary>
    public bool NeedsAccounts { get; init; }
    /// <summary>The questions that together ask for a window; several where only some accounts fit into one.</summary>
    public required Func<Span, Known, IEnumerable<IReadOnlyDictionary<string, string>>> Questions { get; init; }
    /// <summary>The cells of a row under the header; null is an empty cell.</summary>
    public required Func<JsonElement, Known, IReadOnlyList<string?>> Row { get; init; }
}
