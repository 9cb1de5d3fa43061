using Heng.App.Features.People;
using Heng.App.Tests.Pages;

namespace Heng.App.Tests.SignIn;

/// <summary>The tables of docs/rights.md: for each address or command, what every role may.</summary>
internal static class RightsTable
{
    /// <summary>The columns' words, and whom they mean; nobody is who is not signed in.</summary>
    public static readonly IReadOnlyList<(string Column, Role? Role)> Roles =
    [
        ("nobody", null), ("agent", Role.Agent), ("leader", Role.Leader), ("supervisor", Role.Supervisor), ("qa", Role.Qa), ("hr", Role.Hr),
        ("manager", Role.Manager), ("administrator", Role.Administrator), ("auditor", Role.Auditor),
    ];

    /// <summary>The rows of a section: what its first column names in code marks, and a cell a role.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Read(string section)
    {
        var rows = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        string[]? columns = null;
        foreach (var line in File.ReadLines(Path.Combine(Checkout.Docs, "rights.md")).SkipWhile(l => l != $"## {section}").Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)))
        {
            if (!line.StartsWith('|')) continue;
            string[] cells = [.. line.Trim('|').Split('|').Select(c => c.Trim())];
            if (columns is null) columns = [.. cells.Select(c => c.Split(' ')[0])];
            else if (cells[0].StartsWith('`')) rows.Add(cells[0].Trim('`'), columns.Zip(cells).Skip(2).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
        }
        return rows;
    }
}
