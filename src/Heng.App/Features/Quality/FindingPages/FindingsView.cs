using System.Globalization;
using Heng.App.Features.Exports;
using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Records;

namespace Heng.App.Features.Quality.FindingPages;

/// <summary>Whether findings are in the numbers (计入), of rules in shadow (影子), or taken back after an appeal (撤销).</summary>
public enum FindingState { Counts, Shadow, Struck }

/// <summary>The list of findings; filter and page live in the address.</summary>
public sealed record FindingsAsk(Month Month, string? Agent = null, string? Rule = null, Severity? Severity = null, int Page = 1, FindingState? State = null)
{
    public const int PageSize = 25;

    public string Href => On(Links.QualityFindings);
    public string On(string path) => Links.With(path, ("month", Month.ToString()), ("agent", Agent), ("rule", Rule), ("severity", Severity is { } one ? CommandLine.Json.Kebab(one) : null), ("state", State is { } state ? CommandLine.Json.Kebab(state) : null),
        ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null));
}

/// <summary>Total is of the whole filter, Rows one page. Counts are of what counts, of the month and the filter.</summary>
public sealed record FindingsView(FindingsAsk Ask, IReadOnlyList<FindingRow> Rows, int Total, IReadOnlyList<string> Agents, IReadOnlyList<(string Id, Wording Name)> Rules)
{
    public IReadOnlyList<FindingCount> ByRule { get; init; } = [];
    public IReadOnlyList<FindingCount> ByAgent { get; init; } = [];
    /// <summary>Whether any rule that counts looked at the month: else nothing found says nothing.</summary>
    public bool Covered { get; init; }
}

public sealed record FindingRow(string Shop, DateOnly Day, string? Agent, string Reception, ShownFinding Found)
{
    /// <summary>As it is kept, for the words that it points at.</summary>
    public (int Shop, Engine.Quality.Findings.KeptFinding Of)? Kept { get; init; }
    public IReadOnlyList<TextPiece> Quote { get; init; } = [];
}

/// <summary>How often something was found, by a rule or of a person, and in how many receptions.</summary>
public sealed record FindingCount(string Id, Wording Name, int Times, int Receptions, Severity? Severity = null);

public delegate Task<Seen<FindingsView>> FindingsFor(FindingsAsk ask, HttpContext context);
public delegate Task<Seen<ExportSheet>> FindingsFileFor(FindingsAsk ask, HttpContext context);
