using Heng.App.Features.Notices.Mail;

namespace Heng.App.Features.Notices.Setting;

public enum NoticeAct { Remind, Add, Pause, Resume, Remove, Trial, Mail, MailOff }

/// <summary>What a form of the page of notices asks for; every field as it was typed.</summary>
public sealed record NoticeAsk(NoticeAct Act)
{
    public string Before { get; init; } = "";
    public string Every { get; init; } = "";
    public string Hour { get; init; } = "";
    public string Site { get; init; } = "";
    public long Robot { get; init; }
    public string Name { get; init; } = "";
    public string Platform { get; init; } = "";
    public string Address { get; init; } = "";
    public string Secret { get; init; } = "";
    public string Group { get; init; } = "";
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public bool English { get; init; }
    public MailAsk? Mail { get; init; }
}
