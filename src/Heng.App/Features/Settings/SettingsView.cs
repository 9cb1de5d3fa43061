using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Settings;

/// <summary>Every setting that there is, with its present values in words and who set them when (设置). CodeRoles: who must have a second factor; null where the viewer does not set it.</summary>
public sealed record SettingsView(IReadOnlyList<SettingRow> Rows, IReadOnlyList<Role>? CodeRoles)
{
    public Refusal? Refused { get; init; }
    public bool Did { get; init; }
}

public sealed record SettingRow(string Icon, Wording Name, Wording Now, string? Href, string? By, DateTime? At);

/// <param name="codeRoles">Which roles must have a second factor from now on; null where the page is only looked at.</param>
public delegate Task<Seen<SettingsView>> SettingsFor(IReadOnlyList<string>? codeRoles, HttpContext context);
