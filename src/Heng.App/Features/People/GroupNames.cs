namespace Heng.App.Features.People;

/// <summary>Several groups in one text, a line each: as accounts keep them, and as addresses name what several groups add up to.</summary>
public static class GroupNames
{
    private const char Between = '\n';

    public static IReadOnlyList<string> Of(string? text) =>
        [.. (text ?? "").Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>In one order, so that the same groups are the same text.</summary>
    public static string? Joined(IEnumerable<string> groups) => string.Join(Between, groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;

    public static string Shown(string text) => text.Replace(Between, '、');
}
