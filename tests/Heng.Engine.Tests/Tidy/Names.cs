namespace Heng.Engine.Tests.Tidy;

/// <summary>A type is named by what it is, in the user's words; these endings say nothing.</summary>
public sealed class Names
{
    private static readonly string[] Endings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Service", "Services", "Base", "Impl", "DTO", "Dto"];

    /// <summary>Names that a framework asks for, each with its reason. None so far.</summary>
    private static readonly string[] Required = [];

    public static IEnumerable<string> Violations(SourceFile file) =>
        !file.IsCode ? []
        : Declarations.TypesIn(file.Code).Where(t => !Required.Contains(t) && Endings.Any(e => t.EndsWith(e, StringComparison.Ordinal))).Select(t => $"{file.Path}: {t}");

    [Fact]
    public void Types_are_named_by_what_they_are() => Repository.Clean(Repository.Files.SelectMany(Violations));

    [Theory]
    [InlineData("public sealed class OrderManager { }", 1)]
    [InlineData("record struct OrderDto(int A);", 1)]
    [InlineData("interface IOrderService;", 1)]
    [InlineData("abstract class PageBase<T>(int a) : B;", 1)]
    [InlineData("class Live : BackgroundService { }", 0)]
    [InlineData("record ServiceCredits; record BasePay; class Codebase; // class AHelper\n", 0)]
    [InlineData("foreach (var record in DatabaseBase) { }", 0)]
    public void An_empty_word_at_the_end_is_caught(string code, int findings) => Assert.Equal(findings, Violations(new("src/A.cs", code)).Count());
}
