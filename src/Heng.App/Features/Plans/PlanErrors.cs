using Heng.Engine.Explanation;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>What is wrong with a plan file and where; line and column count from 1.</summary>
public sealed record PlanError(string File, int Line, int Column, Wording Message)
{
    public string In(bool english) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message.In(english)}");
}

/// <summary>Collects errors while a file is read, so that one reading tells all of them.</summary>
internal sealed class PlanErrors(string file)
{
    private readonly List<PlanError> found = [];

    public IReadOnlyList<PlanError> Found => [.. found.Distinct().OrderBy(e => e.Line).ThenBy(e => e.Column)];
    public void Add(YamlNode at, string zh, string en) => Add(at.Start, new(zh, en));
    public void Add(Mark at, Wording message) => found.Add(new(file, (int)Math.Max(1, at.Line), (int)Math.Max(1, at.Column), message));
}
