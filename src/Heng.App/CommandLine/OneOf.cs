using System.CommandLine;

namespace Heng.App.CommandLine;

/// <summary>An option that takes one of a few words; another is told in our own words, never in the names of the code.</summary>
public static class OneOf
{
    public static Option<T> Enum<T>(string name, string description, T otherwise, params T[] except) where T : struct, Enum =>
        Words(name, description, otherwise, [.. System.Enum.GetValues<T>().Except(except).Select(v => (Json.Kebab(v), v))]);

    public static Option<T> Words<T>(string name, string description, T otherwise, params (string Word, T Value)[] choices)
    {
        string[] words = [.. choices.Select(c => c.Word)];
        return new(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => otherwise,
            CustomParser = result =>
            {
                var typed = result.Tokens[0].Value;
                var found = Array.FindIndex(words, w => w.Equals(typed, StringComparison.OrdinalIgnoreCase));
                if (found >= 0) return choices[found].Value;
                result.AddError($"value-unknown: {name} is one of {string.Join(", ", words)}, not '{typed}' / {name} 可用：{string.Join("、", words)}，不是“{typed}”");
                return otherwise;
            },
        };
    }
}
