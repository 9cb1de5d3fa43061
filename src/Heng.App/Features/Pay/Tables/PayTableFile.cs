using System.Text.RegularExpressions;
using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using YamlDotNet.RepresentationModel;
using static Heng.App.Features.Plans.Vocabulary;

namespace Heng.App.Features.Pay.Tables;

/// <summary>A table's file: in the data folder's <c>exports</c>, or one that ships. Whatever is wrong with it is told with its line and column.</summary>
public static partial class PayTableFile
{
    private const string Extension = ".yaml";
    private static readonly Dictionary<string, PayRow> RowNames = new(StringComparer.Ordinal) { ["person"] = PayRow.Person, ["line"] = PayRow.Line, ["component"] = PayRow.Component };
    /// <summary>One text for every language, or one for each.</summary>
    private static readonly Either Told = new(new AText(), Worded);
    private static readonly Mapping Column = new("column",
        new Key("name", Told, true), new("text", Told), new("of", new AChoice([.. PayTableRow.Fields.Keys])), new("sum", Texts));
    private static readonly Mapping File = new("export",
        new Key("export", Id, true), new("title", Worded, true), new("row", new AChoice(RowNames.Keys)), new("above-zero", new AFlag()), new("columns", new AList(new AMapping(Column)), true));

    private static string Shipped => Path.Combine(TemplateLibrary.Folder, "exports");

    /// <summary>What can be asked for: the shop's own, then those that ship.</summary>
    public static IReadOnlyList<string> Names(string dataFolder) => [.. new[] { Own(dataFolder), Shipped }.Where(Directory.Exists)
        .SelectMany(f => Directory.EnumerateFiles(f, "*" + Extension)).Select(f => Path.GetFileNameWithoutExtension(f)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The shop's own file stands before one that ships; null where neither has the name.</summary>
    public static string? Find(string name, string dataFolder) => !Name().IsMatch(name) ? null
        : new[] { Own(dataFolder), Shipped }.Select(f => Path.Combine(f, name + Extension)).FirstOrDefault(System.IO.File.Exists);

    public static (PayTable? Table, IReadOnlyList<PlanError> Errors) Read(string yaml, string fileName)
    {
        var errors = new PlanErrors(fileName);
        var table = PlanFile.Parse(yaml, errors) is { } root ? Of(new(root, errors, File)) : null;
        return errors.Found.Count == 0 ? (table, []) : (null, errors.Found);
    }

    private static PayTable Of(YamlFields file)
    {
        var columns = file.List("columns").Select(node => (Node: node, Column: ColumnOf(new(node, file.Errors, Column)))).ToArray();
        foreach (var (node, column) in columns.GroupBy(c => c.Column.Name.Zh, StringComparer.Ordinal).SelectMany(same => same.Skip(1))
            .Concat(columns.GroupBy(c => c.Column.Name.En, StringComparer.Ordinal).SelectMany(same => same.Skip(1))).DistinctBy(c => c.Node))
            file.Errors.Add(node, $"已有名为“{column.Name.Zh}”的列", $"there is a column '{column.Name.En}' already");
        return new(file.Id("export"), file.Words("title"), file.Choice("row", RowNames, PayRow.Person), file.Flag("above-zero", false), [.. columns.Select(c => c.Column)]);
    }

    private static PayColumn ColumnOf(YamlFields column)
    {
        var name = TextOf(column, "name");
        if (new[] { "text", "of", "sum" }.Count(column.Has) != 1)
            column.Errors.Add(column.Node, "text、of、sum 须恰好写一个", "a column has exactly one of text, of and sum");
        if (column.Has("sum")) return new SumColumn(name, column.Texts("sum", required: true));
        if (!column.Has("of")) return new ConstantColumn(name, column.Has("text") ? TextOf(column, "text") : default);
        var field = column.Text("of");
        if (!PayTableRow.Fields.ContainsKey(field))
            column.Errors.Add(column.Find("of")!, $"of 可用：{string.Join("、", PayTableRow.Fields.Keys)}", $"of is one of {string.Join(", ", PayTableRow.Fields.Keys)}");
        return new FieldColumn(name, field);
    }

    /// <summary>An empty text is one too.</summary>
    private static Wording TextOf(YamlFields column, string key) => column.Find(key) switch
    {
        YamlScalarNode { Value: var text } when key == "text" => new(text ?? "", text ?? ""),
        YamlScalarNode => column.Text(key) is var text ? new(text, text) : default,
        _ => column.Words(key),
    };

    private static string Own(string dataFolder) => Path.Combine(dataFolder, "exports");

    [GeneratedRegex(IdShape)]
    private static partial Regex Name();
}
