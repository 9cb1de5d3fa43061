using Heng.App.Features.Exams;
using Heng.App.Features.Plans;
using Heng.Engine.Quality.Inspection;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Inspections;

/// <summary>A form, or what is wrong with its file; never both.</summary>
public sealed record InspectionFormReading(InspectionForm? Form, IReadOnlyList<BankError> Errors);

/// <summary>Reads the yaml of an inspection form (质检表文件), a shipped one or one of the shop's own. Everything wrong is told at once, each with its line.</summary>
public static class InspectionFormFile
{
    private const decimal MostPoints = 1000m;
    private static readonly Dictionary<string, Severity> Severities = new(StringComparer.Ordinal) { ["fatal"] = Severity.Fatal, ["non-fatal"] = Severity.NonFatal, ["praise"] = Severity.Praise };
    private static readonly Dictionary<string, FatalReach> Reaches = new(StringComparer.Ordinal) { ["category"] = FatalReach.Category, ["card"] = FatalReach.Card };
    private static readonly Lazy<IReadOnlyList<InspectionForm>> Read = new(() => [.. Directory.EnumerateFiles(Path.Combine(TemplateLibrary.Folder, "inspection"), "*.yaml")
        .Order(StringComparer.Ordinal).Reverse().Select(path => Of(File.ReadAllText(path), Path.GetFileName(path)).Form ?? throw new InvalidDataException($"{path} has errors"))]);

    /// <summary>Those that ship: of chats first.</summary>
    public static IReadOnlyList<InspectionForm> Shipped => Read.Value;

    public static InspectionFormReading Of(string yaml, string fileName)
    {
        var found = new PlanErrors(fileName);
        if (PlanFile.Parse(yaml, found) is not { } root) return new(null, Told(found));
        var fields = new YamlFields(root, found, ["form", "name", "praise-cap", "categories"]);
        var form = new InspectionForm(fields.Id("form"), fields.Words("name"), fields.OptionalNumber("praise-cap") ?? 0m, [.. fields.List("categories").Select(n => Category(n, found))]);
        if (form.PraiseCap is < 0m or > MostPoints) found.Add(fields.Find("praise-cap")!, "praise-cap 不能为负", "praise-cap is not negative");
        if (form.Criteria.Count() > InspectionForm.MostCriteria) found.Add(fields.Find("categories")!, $"最多 {InspectionForm.MostCriteria} 项", $"at most {InspectionForm.MostCriteria} criteria");
        if (form.Criteria.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count() < form.Criteria.Count()) found.Add(fields.Find("categories")!, "质检项 id 重复", "a criterion's id stands twice");
        return found.Found.Count > 0 ? new(null, Told(found)) : new(form, []);
    }

    private static InspectionCategory Category(YamlNode node, PlanErrors found)
    {
        var fields = new YamlFields(node, found, ["id", "name", "points", "criteria"]);
        return new(fields.Id("id"), fields.Words("name"), Points(fields, fields.Number("points")), [.. fields.List("criteria").Select(n => Criterion(n, found))]);
    }

    private static Criterion Criterion(YamlNode node, PlanErrors found)
    {
        var fields = new YamlFields(node, found, ["id", "name", "severity", "points", "reach", "means"]);
        var severity = fields.Choice("severity", Severities);
        if (severity == Severity.Fatal && fields.Has("points")) found.Add(fields.Find("points")!, "致命项不写分值：它让整类或整张卡为 0", "a fatal criterion has no points: it makes its category or the card 0");
        if (severity != Severity.Fatal && fields.Has("reach")) found.Add(fields.Find("reach")!, "只有致命项写 reach", "only a fatal criterion has a reach");
        return new(fields.Id("id"), fields.Words("name"), severity, severity == Severity.Fatal ? 0m : Points(fields, fields.Number("points")), fields.Choice("reach", Reaches, FatalReach.Category))
        {
            Means = fields.Has("means") ? fields.Words("means") : null,
        };
    }

    private static decimal Points(YamlFields fields, decimal points)
    {
        if (fields.Has("points") && (points is <= 0m or > MostPoints || decimal.Round(points, 2) != points)) fields.Errors.Add(fields.Find("points")!, "分值大于 0，最多两位小数", "points are above 0, with two places at most");
        return points;
    }

    private static IReadOnlyList<BankError> Told(PlanErrors found) => [.. found.Found.OrderBy(e => e.Line).Select(e => new BankError(e.Line, e.Message))];
}
