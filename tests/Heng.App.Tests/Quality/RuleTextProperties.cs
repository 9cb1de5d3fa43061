using System.Collections;
using Heng.App.Features.Quality.Language;

namespace Heng.App.Tests.Quality;

public sealed class RuleTextProperties
{
    [Fact]
    public void Rules_written_and_read_again_are_the_same()
    {
        var rules = new InventedRules(7);
        for (var i = 0; i < 2000; i++)
        {
            var rule = rules.Rule();
            var text = RuleText.Of(rule);
            var read = RuleText.Read(text, "rule.yaml");
            Assert.True(read.Rule is not null, $"{string.Join("\n", read.Errors.Select(e => e.In(english: true)))}\n{text}");
            Assert.Equal(Told(rule), Told(read.Rule));
            Assert.Equal(text, RuleText.Of(read.Rule!));
        }
    }

    /// <summary>All that a value holds, lists within included.</summary>
    private static string Told(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IEnumerable list => $"[{string.Join(",", list.Cast<object?>().Select(Told))}]",
        _ when value.GetType() is { IsClass: true } or { Name: "Wording" } =>
            $"{value.GetType().Name}({string.Join(",", value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract").OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={Told(p.GetValue(value))}"))})",
        _ => FormattableString.Invariant($"{value}"),
    };
}
