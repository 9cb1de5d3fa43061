using Heng.Engine.Explanation;
using Heng.Engine.Scoring.Lint;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>
/// What is wrong with a plan file and where; line and column count from 1. What can't be read is of the rule <c>form</c>; all else is a finding of the linter, with
/// what would mend it.
/// </summary>
public sealed record PlanError(string File, int Line, int Column, Wording Message)
{
    public string Rule { get; init; } = "form";
    public Severity Severity { get; init; }
    public string Place { get; init; } = "";
    public Wording? Mend { get; init; }
    public IReadOnlyList<string> Values { get; init; } = [];

    public string In(bool english) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message.In(english)}");
}

/// <summary>Collects errors while a file is read, so that one reading tells all of them.</summary>
internal sealed class PlanErrors(string file)
{
    private readonly List<PlanError> found = [];
    private readonly List<YamlNode> unread = [];

    public IReadOnlyList<PlanError> Found => [.. found.OrderByDescending(e => e.Place.Length).DistinctBy(e => (e.Line, e.Column, e.Message)).OrderBy(e => e.Line).ThenBy(e => e.Column)];

    /// <summary>What is further wrong with an entry that could not be read is only wrong with the harmless value in its stead.</summary>
    public void Add(YamlNode at, string zh, string en)
    {
        if (at is YamlScalarNode && unread.Exists(node => ReferenceEquals(node, at))) return;
        unread.Add(at);
        Add(at.Start, new(zh, en));
    }

    /// <summary>Wrong, but everything beside it was read as it stands.</summary>
    public void Beside(YamlNode at, string zh, string en) => Add(at.Start, new(zh, en));

    public void Add(Mark at, Wording message) => found.Add(At(at, message));

    /// <summary>A finding about what could not be read would be about the harmless value in its stead, so it is left out.</summary>
    /// <param name="of">The item or component that it is about.</param>
    public void Add(YamlNode at, YamlNode of, Finding finding)
    {
        if (unread.Exists(node => Within(node, of) || Within(of, node))) return;
        found.Add(At(at.Start, finding.Reason) with
        {
            Rule = finding.Rule, Severity = finding.Severity, Place = finding.Place, Mend = finding.Mend, Values = [.. finding.Values.Select(v => v.ToString())],
        });
    }

    private PlanError At(Mark at, Wording message) => new(file, (int)Math.Max(1, at.Line), (int)Math.Max(1, at.Column), message);

    private static bool Within(YamlNode inner, YamlNode outer) => outer.AllNodes.Contains(inner, ReferenceEqualityComparer.Instance);
}
