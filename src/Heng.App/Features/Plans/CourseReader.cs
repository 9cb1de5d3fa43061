using Heng.Engine.Appraisal;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads the course of an assessment: a shipped one by its name, or its stages in order.</summary>
internal static class CourseReader
{
    public static Course Read(YamlFields file)
    {
        var node = file.Find("course")!;
        if (node is YamlScalarNode) return file.TextOf(node) is var name && Course.Shipped.TryGetValue(name, out var shipped) ? shipped : Unknown(file, node);
        var course = new YamlFields(node, file.Errors, CourseKeys.Stages);
        var whole = !course.Has("stages") ? Course.Regulation : new([.. course.List("stages").Select(n => Stage(new(n, file.Errors, CourseKeys.Stage)))]);
        return whole with
        {
            Shown = course.Has("stages") || course.Has("shown") ? course.List("shown", required: false).Aggregate(Shown.Nothing, (shown, n) => shown | OneOf(course, n, CourseKeys.Shows, "shown")) : whole.Shown,
            Peers = course.Find("peers") is { } peers ? PeersOf(new(peers, file.Errors, CourseKeys.PeersOf)) : Peers.Usual,
        };
    }

    private static Peers PeersOf(YamlFields p) => new(p.WholeNumber("count", Peers.Usual.Count), p.WholeNumber("threshold", Peers.Usual.Threshold));

    private static Course Unknown(YamlFields file, YamlNode node)
    {
        var known = string.Join(", ", Course.Shipped.Keys);
        file.Errors.Add(node, $"course 可用：{known.Replace(", ", "、", StringComparison.Ordinal)}，或写出 stages", $"course is one of {known}, or stages of its own");
        return Course.Regulation;
    }

    private static Stage Stage(YamlFields s)
    {
        var work = s.Choice("work", CourseKeys.Works);
        return new(s.Id("id"), s.Has("name") ? s.Words("name") : StageWords.Of(work), work, [.. s.List("by", required: false).Select(n => OneOf(s, n, Filler.All.ToDictionary(f => f), "by"))],
            s.Find("due") is { } due ? DueOf(new(due, s.Errors, CourseKeys.DueOf)) : null);
    }

    private static Due DueOf(YamlFields d) => new(d.Choice("after", CourseKeys.DueFroms, DueFrom.StageBegan), d.WholeNumber("days", 1), d.Flag("working", false));

    private static T OneOf<T>(YamlFields fields, YamlNode node, IReadOnlyDictionary<string, T> choices, string key)
    {
        if (choices.TryGetValue(fields.TextOf(node), out var choice)) return choice;
        fields.Errors.Add(node, $"{key} 可用：{string.Join("、", choices.Keys)}", $"{key} is one of {string.Join(", ", choices.Keys)}");
        return choices.Values.First();
    }
}
