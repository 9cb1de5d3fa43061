namespace Heng.Engine.Tests.Tidy;

/// <summary>An interface earns its place by two implementations in production.</summary>
public sealed class Interfaces
{
    public static IEnumerable<string> Violations(IReadOnlyList<SourceFile> files)
    {
        var types = files.Where(f => f.IsCode && f.In("src")).SelectMany(f => Declarations.Types(f.Code)).ToList();
        foreach (var name in types.Where(t => t.Keyword == "interface").Select(t => t.Name).Distinct())
        {
            var count = types.Where(t => t.Keyword != "interface" && t.Parents.Contains(name)).Select(t => t.Name).Distinct().Count();
            if (count < 2) yield return $"{name} has {count} implementations";
        }
    }

    [Fact]
    public void Every_interface_has_two_implementations() => Repository.Clean(Violations(Repository.Files));

    [Theory]
    [InlineData("interface IA<T>; class B : IA<int> { }", 1)]
    [InlineData("interface IA; class B : IA { } record C(int D) : E(D), IA; ", 0)]
    [InlineData("interface IA; class B : IA { } class C(IA a) : D<int> where D : IA { }", 1)]
    [InlineData("interface IA; class B : IA { } // class C : IA { }\n", 1)]
    public void One_implementation_is_caught(string code, int findings) => Assert.Equal(findings, Violations([new("src/A.cs", code)]).Count());

    [Fact]
    public void An_implementation_in_the_tests_does_not_count() =>
        Assert.Single(Violations([new("src/A.cs", "interface IA; class B : IA { }"), new("tests/B.cs", "class C : IA { }")]));
}
