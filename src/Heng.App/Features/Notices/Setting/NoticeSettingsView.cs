using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Store;

namespace Heng.App.Features.Notices.Setting;

/// <summary>Reminders, robots and the log of what left (提醒设置). No address and no secret is among it.</summary>
public sealed record NoticeSettingsView(NoticeSetting Setting, (DateTime At, string By)? Set, IReadOnlyList<RobotRow> Robots, IReadOnlyList<SentRow> Log, IReadOnlyList<string> Groups, bool MaySet)
{
    public Refusal? Refused { get; init; }
    public string? Did { get; init; }
    /// <summary>What was typed and refused stays in the form.</summary>
    public NoticeAsk? Asked { get; init; }
    public MailRow? Mail { get; init; }
    public int Mailed { get; init; }
    public NoticeAsk? Adding => Refused is not null && Asked is { Act: NoticeAct.Add } ? Asked : null;
}

public sealed record RobotRow(long Id, string Name, Wording Platform, string? Group, IReadOnlyList<Wording> Kinds, bool English, bool Paused, DateTime AddedAt, string AddedBy);

/// <summary>How mail leaves, without its password. HasPassword: one is kept.</summary>
public sealed record MailRow(string Host, int Port, MailSecurity Security, string? Account, bool HasPassword, string Sender, bool Active, DateTime At, string By);

/// <summary>A message as the log shows it: to which outlet, over how many notices, how it went and what was answered.</summary>
public sealed record SentRow(string Outlet, int Told, MessageState State, DateTime QueuedAt, DateTime? TriedAt, int Tries, string? Answer);

public delegate Task<Seen<NoticeSettingsView>> NoticeSettingsFor(NoticeAsk? ask, HttpContext context);
