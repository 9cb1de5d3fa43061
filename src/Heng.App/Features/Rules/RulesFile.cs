using Heng.App.Features.Plans;
using Heng.Engine.Rules;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Rules;

/// <summary>A file of settings: a YAML mapping of setting to value, or to a list of them. What is left out stays as it is.</summary>
internal static class RulesFile
{
    public static (IReadOnlyList<KeyValuePair<string, string>> Settings, IReadOnlyList<PlanError> Errors) Read(string yaml, string fileName)
    {
        var errors = new PlanErrors(fileName);
        var settings = new List<KeyValuePair<string, string>>();
        if (PlanFile.Parse(yaml, errors) is not { } root) return ([], errors.Found);
        if (root is not YamlMappingNode mapping) errors.Add(root, "文件应是“设置: 值”的表", "the file is a mapping of settings to values");
        else foreach (var (key, value) in mapping.Children)
        {
            var id = (key as YamlScalarNode)?.Value ?? "";
            var text = value switch
            {
                YamlScalarNode scalar => scalar.Value ?? "",
                YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode) => string.Join('\n', list.Children.Select(c => ((YamlScalarNode)c).Value)),
                _ => null,
            };
            if (RuleSettings.Find(id) is null) errors.Add(key, $"没有设置“{id}”", $"there is no setting '{id}'");
            else if (text is null) errors.Add(value, "值应是文字、数字或它们的列表", "a value is a text, a number, or a list of them");
            else settings.Add(new(id, text));
        }
        return (settings, errors.Found);
    }
}
