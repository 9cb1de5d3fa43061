using Heng.App.Features.Exams;
using Heng.App.Features.Plans;

namespace Heng.App.Tests.Learning;

/// <summary>Files of questions: what ships can be read, and everything wrong is told with its line.</summary>
public sealed class BankFileTests
{
    private const string Head = "id,kind,question,points,a,b,c,answer,tags,explanation\n";

    private static BankReading Read(string text, string name = "bank.csv", string id = "shop", string title = "店规")
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return BankFile.Read(path, name, id, title);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Errors(BankReading read) => string.Join(" | ", read.Errors.Select(e => $"{e.Line} {e.Words.En}"));

    [Fact]
    public void The_samples_that_ship_are_banks_of_all_four_kinds()
    {
        var folder = Path.Combine(TemplateLibrary.Folder, "exams");
        var yaml = BankFile.Read(Path.Combine(folder, "after-sales.yaml"), "after-sales.yaml", "", "");
        Assert.Equal("", Errors(yaml));
        Assert.Equal(("after-sales", 7, 4), (yaml.Bank!.Id, yaml.Bank.Questions.Count, yaml.Bank.Questions.Select(q => q.Ask).Distinct().Count()));
        Assert.Equal(["0", "0", "0,1,2", "0,1,3", "1", "0", ""], yaml.Bank.Questions.Select(q => string.Join(',', q.Right)));
        var csv = BankFile.Read(Path.Combine(folder, "red-lines.csv"), "red-lines.csv", "red-lines", "红线");
        Assert.Equal("", Errors(csv));
        Assert.Equal(["0", "0,1,3", "1", ""], csv.Bank!.Questions.Select(q => string.Join(',', q.Right)));
        Assert.Equal(("红线,话术", 4), (string.Join(',', csv.Bank.Questions[1].Tags), csv.Bank.Questions[0].Options.Count));
    }

    [Fact]
    public void A_table_is_read_in_Chinese_too_and_in_any_delimiter()
    {
        var read = Read("编号;题型;题目;分值;A;B;C;答案;标签;讲解\nq1;单选题;一加一？;2.5;一;二;三;b;数学、入门;不用讲\nq2;判断题;对吗？;1;;;;对;;\n");
        Assert.Equal("", Errors(read));
        Assert.Equal((2.5m, 1, "数学,入门", "不用讲"), read.Bank!.Questions[0] is var q ? (q.Points, q.Right[0], string.Join(',', q.Tags), q.Explanation) : default);
        Assert.Equal(["对", "错"], read.Bank.Questions[1].Options);
    }

    [Fact]
    public void Everything_wrong_is_told_with_its_line_and_nothing_is_taken()
    {
        Assert.Equal("2 Unknown kind 'essay': single, multiple, true-false or text | 3 Points are a number | 4 The answer is none of the options | 5 There are at least two answers to it | 6 An option in between is empty | 7 The id stands twice",
            Errors(Read(Head + "q1,essay,?,1,x,y,,A,,\nq2,single,?,五,x,y,,A,,\nq3,single,?,1,x,y,,D,,\nq4,multiple,?,1,x,y,,A,,\nq5,single,?,1,x,,z,A,,\nq3,single,?,1,x,y,,A,,\n")));
        Assert.Equal("0 There are no questions", Errors(Read(Head)));
        Assert.Equal("0 Give the bank an id: small letters, digits and hyphens", Errors(Read(Head + "q1,single,?,1,x,y,,A,,\n", id: "店规")));
        Assert.NotEmpty(Read("", "bank.xlsx").Errors);
        Assert.NotEmpty(Read("\u0000\u0001\u0002", "bank.csv").Errors);
        Assert.NotEmpty(Read("", "bank.yaml").Errors);
        Assert.Contains("unknown key answers", Errors(Read("bank: a\nname: 甲\nquestions:\n  - { id: q1, kind: single, question: 好？, points: 1, options: [x, y], answers: A }\n", "bank.yaml")), StringComparison.Ordinal);
        Assert.NotEmpty(Read(new string('[', 100_000), "bank.yaml").Errors);
        Assert.Equal("4 The answer is missing", Errors(Read("bank: a\nname: 甲\nquestions:\n  - { id: q1, kind: single, question: 好？, points: 1, options: [x, y] }\n", "bank.yaml")));
    }
}
