using Heng.Engine.Records;

namespace Heng.Engine.Quality.Meaning;

public enum MeaningRefusal { RoleMayNot, AddressUnfit, ModelMissing, KeyMissing, KeyTooLong, LimitUnfit, Off, LimitReached, TooLong, AlreadyRead, Unreachable, TooSlow, AnswerTooLarge, Redirected, AnsweredWithError, NoJson, KeyUnreadable }

/// <summary>How the reader of meaning is set (语义助手设置). The key is closed before it comes here. Off until somebody turns it on.</summary>
public sealed record MeaningSetting(string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public const int MostADayMost = 10_000, LongestModel = 100, LongestKey = 500;

    public bool On { get; init; }
    public string Address { get; init; } = "";
    public string Model { get; init; } = "";
    public string? ClosedKey { get; init; }
    public int MostADay { get; init; } = 200;
    /// <summary>Nobody sees a proposal before giving their own marks; else people would agree with the model and not with what they saw.</summary>
    public bool AfterOwnMarks { get; init; } = true;

    public MeaningRefusal? Check() => AddressOf(Address) is null ? MeaningRefusal.AddressUnfit
        : Model.Length is 0 or > LongestModel ? MeaningRefusal.ModelMissing
        : MostADay is < 1 or > MostADayMost ? MeaningRefusal.LimitUnfit : null;

    /// <summary>A model elsewhere is spoken to by https alone; one on this machine by either. Null is no such address. An address with a name or password in it is none.</summary>
    public static Uri? AddressOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback) ? uri : null;

    public bool MayShow(bool hasOwnMarks) => hasOwnMarks || !AfterOwnMarks;
}

/// <summary>Stored by number.</summary>
public enum MeaningEvent : byte { Asked, Answered, Failed }

/// <summary>
/// That a chat was sent, and what came back of it (语义建议): noted before anything leaves, and again after. Nothing of the chat is in it but the quotes of the proposals.
/// </summary>
public sealed record MeaningRead(MeaningEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public string Model { get; init; } = "";
    public int Lines { get; init; }
    public int Characters { get; init; }
    public IReadOnlyList<MeaningProposal> Proposals { get; init; } = [];
    public IReadOnlyList<DroppedProposal> Dropped { get; init; } = [];
    public MeaningRefusal? Failure { get; init; }
}
