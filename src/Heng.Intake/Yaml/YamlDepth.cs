using YamlDotNet.Core;

namespace Heng.Intake.Yaml;

/// <summary>
/// Looks at a text before it is read as YAML: the reader goes down once for each level, and a text of nothing but brackets would end the process.
/// </summary>
public static class YamlDepth
{
    public const int Most = 40;

    /// <summary>Where the text goes deeper than that; null where it does not. What is no YAML is left to the reader, which says so.</summary>
    public static Mark? Beyond(string text)
    {
        var (parser, depth) = (new Parser(new StringReader(text)), 0);
        try
        {
            while (parser.MoveNext())
            {
                depth += parser.Current!.NestingIncrease;
                // The stream and the document are two levels of their own.
                if (depth > Most + 2) return parser.Current.Start;
            }
        }
        catch (YamlException)
        {
        }
        return null;
    }
}
