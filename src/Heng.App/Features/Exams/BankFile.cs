using System.Globalization;
using System.Text;
using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Intake;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Exams;

/// <summary>What is wrong with a bank's file, and in which line; line 0 is the whole file.</summary>
public sealed record BankError(long Line, Wording Words);

/// <summary>A bank, or what is wrong; never both.</summary>
public sealed record BankReading(ExamBank? Bank, IReadOnlyList<BankError> Errors);

/// <summary>Reads a file of questions (题库文件): yaml, or a table (csv, xlsx) with a question a row. Everything wrong is told at once, each with its line.</summary>
public static class BankFile
{
    public const long Largest = 4 << 20;
    private static readonly Dictionary<string, ExamAsk> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["single"] = ExamAsk.Single, ["单选"] = ExamAsk.Single, ["单选题"] = ExamAsk.Single, ["multiple"] = ExamAsk.Multiple, ["多选"] = ExamAsk.Multiple, ["多选题"] = ExamAsk.Multiple,
        ["true-false"] = ExamAsk.TrueFalse, ["判断"] = ExamAsk.TrueFalse, ["判断题"] = ExamAsk.TrueFalse, ["text"] = ExamAsk.Text, ["简答"] = ExamAsk.Text, ["简答题"] = ExamAsk.Text,
    };
    private static readonly string[] Trues = ["true", "对", "正确", "是", "√"], Falses = ["false", "错", "错误", "否", "×"];
    private static readonly string[] Letters = [.. "ABCDEFGHIJ".Select(c => c.ToString())];

    /// <param name="id">Of a table, whose rows don't say it; a yaml file says its own.</param>
    public static BankReading Read(string path, string fileName, string id, string name)
    {
        if (Path.GetExtension(fileName).ToLowerInvariant() is ".yaml" or ".yml") return OfYaml(File.ReadAllText(path, Encoding.UTF8), fileName);
        var (rows, refused) = SmallTable.Read(path);
        if (refused is not null) return new(null, [new(0, refused.Message)]);
        var errors = new List<BankError>();
        var questions = rows!.Select(r => (r.Line, Question: OfRow(r, errors))).ToArray();
        if (!IsId(id)) errors.Add(new(0, new("请写题库编号：小写字母、数字、连字符", "Give the bank an id: small letters, digits and hyphens")));
        return Checked(new(id, name.Length > 0 ? name : id, [.. questions.Select(q => q.Question)]), [.. questions.Select(q => q.Line)], errors);
    }

    private static BankReading OfYaml(string yaml, string fileName)
    {
        var found = new PlanErrors(fileName);
        if (PlanFile.Parse(yaml, found) is not { } root) return new(null, [.. found.Found.Select(e => new BankError(e.Line, e.Message))]);
        var fields = new YamlFields(root, found, ["bank", "name", "questions"]);
        var (id, name, list, errors) = (fields.Id("bank"), fields.Text("name"), fields.List("questions"), new List<BankError>());
        var questions = list.Select(node => (Line: node.Start.Line, Question: OfNode(node, found, errors))).ToArray();
        errors.AddRange(found.Found.Select(e => new BankError(e.Line, e.Message)));
        return Checked(new(id, name, [.. questions.Select(q => q.Question)]), [.. questions.Select(q => (long)q.Line)], errors);
    }

    private static ExamQuestion OfNode(YamlNode node, PlanErrors found, List<BankError> errors)
    {
        var fields = new YamlFields(node, found, ["id", "kind", "question", "points", "options", "answer", "tags", "explanation"]);
        string[] Many(string key) => fields.Find(key) switch { null => [], YamlSequenceNode => [.. fields.Texts(key, false)], var one => [fields.TextOf(one)] };
        return Of(node.Start.Line, fields.Text("id"), fields.Text("kind"), fields.Text("question"), fields.Number("points"), Many("options"), Many("answer"), Many("tags"), fields.Has("explanation") ? fields.Text("explanation") : "", errors);
    }

    private static ExamQuestion OfRow(SmallRow row, List<BankError> errors)
    {
        var options = Letters.Select(l => row.Of(l.ToLowerInvariant(), "选项" + l.ToLowerInvariant())).ToArray();
        // A gap between options would move the letters of those behind it.
        var used = Array.FindLastIndex(options, o => o.Length > 0) + 1;
        if (options.Take(used).Any(o => o.Length == 0)) errors.Add(new(row.Line, new("选项中间有空", "An option in between is empty")));
        if (!decimal.TryParse(row.Of("points", "分值"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)) errors.Add(new(row.Line, new("分值应为数字", "Points are a number")));
        return Of(row.Line, row.Of("id", "编号"), row.Of("kind", "题型"), row.Of("question", "题目"), points, options[..used], Split(row.Of("answer", "答案")), Split(row.Of("tags", "标签")), row.Of("explanation", "讲解"), errors);
    }

    private static ExamQuestion Of(long line, string id, string kind, string text, decimal points, string[] options, string[] answer, string[] tags, string explanation, List<BankError> errors)
    {
        if (!Kinds.TryGetValue(kind, out var ask) && kind.Length > 0) errors.Add(new(line, new($"题型“{kind}”不认识，可用：单选、多选、判断、简答", $"Unknown kind '{kind}': single, multiple, true-false or text")));
        if (kind.Length == 0) errors.Add(new(line, new("缺少题型", "The kind is missing")));
        int[] right = ask switch
        {
            ExamAsk.Text => [],
            ExamAsk.TrueFalse => [.. answer.Select(a => Trues.Contains(a, StringComparer.OrdinalIgnoreCase) ? 0 : Falses.Contains(a, StringComparer.OrdinalIgnoreCase) ? 1 : -1)],
            // AC, A;C and [A, C] are the same.
            _ => [.. answer.SelectMany(a => a.ToUpperInvariant()).Where(c => !char.IsWhiteSpace(c)).Select(c => Array.IndexOf(Letters, c.ToString()))],
        };
        return new(id, ask, text, points, ask == ExamAsk.TrueFalse && options.Length == 0 ? ["对", "错"] : options, right, [.. tags.Distinct(StringComparer.Ordinal)], explanation);
    }

    private static BankReading Checked(ExamBank bank, IReadOnlyList<long> lines, List<BankError> errors)
    {
        // What can't be read already says so; checking it again would tell the same twice.
        var told = errors.Select(e => e.Line).ToHashSet();
        errors.AddRange(ExamBankRules.Faults(bank.Questions).Where(f => f.Place < 0 || !told.Contains(lines[f.Place])).Select(f => new BankError(f.Place < 0 ? 0 : lines[f.Place], ExamWords.Of(f.Fault))));
        return errors.Count > 0 ? new(null, [.. errors.OrderBy(e => e.Line)]) : new(bank, []);
    }

    private static string[] Split(string text) => text.Split([';', '；', '、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    private static bool IsId(string id) => id.Length is > 0 and <= 60 && id.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-') && id[0] != '-';
}
