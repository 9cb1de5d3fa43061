using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;

namespace Heng.App.Features.Quality.Rules;

/// <summary>A rule as the rule book keeps it: one text that stands alone, and the rule that it reads back as.</summary>
public static class RuleTexts
{
    private static readonly Dictionary<Type, Type[]> Kinds = new()
    {
        [typeof(Expression)] = [typeof(Every), typeof(Either), typeof(Not), typeof(Condition)],
        [typeof(Operator)] =
        [
            typeof(Words), typeof(Pattern), typeof(SlowReply), typeof(NoReply), typeof(Repeated), typeof(UnansweredQuestion), typeof(EarlyGoodbye), typeof(TransferWithoutReason), typeof(Remark), typeof(Mentions), typeof(Similar),
        ],
    };

    private static readonly JsonSerializerOptions Shape = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Name } },
    };

    public static string Write(QualityRule rule) => JsonSerializer.Serialize(rule, Shape);

    public static QualityRule Read(string text) => JsonSerializer.Deserialize<QualityRule>(text, Shape) ?? throw new JsonException("no rule");

    /// <summary>Rules that somebody typed or pasted, or what is wrong with them.</summary>
    public static (IReadOnlyList<QualityRule> Rules, Wording? Faults) Pack(string text)
    {
        try
        {
            IReadOnlyList<QualityRule> rules = text.TrimStart().StartsWith('[') ? JsonSerializer.Deserialize<QualityRule[]>(text, Shape)! : [Read(text)];
            _ = new Engine.Quality.Checking.Checker(rules);
            return (rules, null);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            return ([], new($"规则读不出来：{wrong.Message}", $"The rules cannot be read: {wrong.Message}"));
        }
    }

    private static void Name(JsonTypeInfo type)
    {
        if (!Kinds.TryGetValue(type.Type, out var kinds)) return;
        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "is" };
        foreach (var kind in kinds) type.PolymorphismOptions.DerivedTypes.Add(new(kind, kind.Name));
    }
}
