using System.CommandLine;

namespace Heng.App.CommandLine;

/// <summary><c>heng qa</c>: quality.</summary>
public static class QaCommand
{
    public static Command Build(GlobalOptions options) => new("qa", "Quality: rules looked over") { QaRulesCommand.Build(options) };
}
