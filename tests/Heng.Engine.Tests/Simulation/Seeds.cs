using System.Globalization;

namespace Heng.Engine.Tests.Simulation;

/// <summary>
/// The seeds that a property over whole generated months goes through, each of them once: 10,000 with <c>./test --all</c>, some hundred without. FsCheck's own integers repeat, for they
/// lie between −100 and 100.
/// </summary>
internal static class Seeds
{
    public static readonly bool All = Environment.GetEnvironmentVariable("HENG_TEST_ALL") == "1";

    public static int Count => All ? 10_000 : 200;

    public static void Each(Action<int> property) => Each(Count, property);

    /// <summary>What fails says its seed.</summary>
    public static void Each(int count, Action<int> property)
    {
        for (var seed = 0; seed < count; seed++)
        {
            var failed = Record.Exception(() => property(seed));
            if (failed is not null) Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {failed.Message}\n{failed.StackTrace}"));
        }
    }
}
