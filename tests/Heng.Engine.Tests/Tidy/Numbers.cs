using System.Text.RegularExpressions;

namespace Heng.Engine.Tests.Tidy;

/// <summary>No floating point touches money or points: it stays in the engine's statistics and in drawing.</summary>
public sealed partial class Numbers
{
    private static bool MayFloat(SourceFile file) =>
        file.In("src/Heng.Engine/Statistics") || file.In("src/Heng.App/Ui/Charts")
        // What .NET's instruments measure of the program comes as double; none of it is anybody's number.
        || file.Path == "src/Heng.App/Features/Api/Running/RunningNumbers.cs"
        || file.In("src/Heng.App") && (file.Name.Contains("Svg", StringComparison.Ordinal) || file.Name.EndsWith("Chart.cs", StringComparison.Ordinal));

    public static IEnumerable<string> Violations(SourceFile file) =>
        !file.IsCode || !file.In("src") || MayFloat(file) ? []
        : FloatingPoint().Matches(file.Code).Select(m => $"{file.Path}:{file.LineOf(m.Index)}: {m.Value}");

    [GeneratedRegex(@"(?<![\w@])(double|float|Half|System\.(Double|Single)|(?<!\.)(Double|Single)(?=[.\s>?]))\b")]
    private static partial Regex FloatingPoint();

    [Fact]
    public void Floating_point_stays_where_it_is_allowed() => Repository.Clean(Repository.Files.SelectMany(Violations));

    [Theory]
    [InlineData("src/Heng.Engine/Pay/A.cs", "double x = 1;", 1)]
    [InlineData("src/Heng.Store/A.cs", "List<float> x;", 1)]
    [InlineData("src/Heng.App/Features/A.cs", "var x = (double)y;", 1)]
    [InlineData("src/Heng.App/Features/A.cs", "var x = Double.Parse(y);", 1)]
    [InlineData("src/Heng.App/Features/Sparkline.cs", "// a double\nvar x = \"float\";", 0)]
    [InlineData("src/Heng.App/Features/A.cs", "rows.Single(); var doubled = 1;", 0)]
    [InlineData("src/Heng.App/Ui/RadarSvg.cs", "double x;", 0)]
    [InlineData("src/Heng.App/Ui/Charts/Scale.cs", "double x;", 0)]
    [InlineData("src/Heng.Engine/Statistics/A.cs", "double x;", 0)]
    [InlineData("bench/Heng.Bench/A.cs", "double x;", 0)]
    public void Each_place_is_judged(string path, string code, int findings) => Assert.Equal(findings, Violations(new(path, code)).Count());
}
