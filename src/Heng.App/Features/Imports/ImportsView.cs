using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Imports;

/// <summary>The import page (数据导入): the form and what was imported before. Kinds and maps are those the intake knows; the first kind means "recognise it".</summary>
public sealed record ImportsView(IReadOnlyList<string> Shops, IReadOnlyList<ImportKind> Kinds, IReadOnlyList<string> Maps, IReadOnlyList<ImportRow> Past, int Total, int Page, ImportRefusal Refused = ImportRefusal.None, long LargestBytes = ImportsView.Largest)
{
    public const int PageSize = 15;
    public const long Largest = 512L * 1024 * 1024;

    /// <summary>What programs sent and no import could take.</summary>
    public IReadOnlyList<AsideRow> Aside { get; init; } = [];
}

/// <summary>A sending that was set aside (搁置): who sent it, when, how much, and what the import said.</summary>
public sealed record AsideRow(long Number, DateTime Received, string By, Wording Kind, long Lines, string Code, string Words);

public sealed record ImportKind(string Id, Wording Name);

/// <summary>Why an upload was not taken; none when taken.</summary>
public enum ImportRefusal { None, NoFile, TooLarge, UnknownShop, UnknownKind, NotAllowed, DaysUnreadable, TimeUnreadable }

/// <summary>Refused: the file was not one that could be read; nothing of it was taken. Partly: some of several files were refused.</summary>
public enum ImportState { Waiting, Running, Done, Partly, Refused, Failed, Cancelled }

/// <summary>The balance of an import: read = accepted + rejected + duplicate + dropped.</summary>
public sealed record ImportCounts(long Read, long Accepted, long Rejected, long Duplicate, long Dropped)
{
    public bool Balanced => Read == Accepted + Rejected + Duplicate + Dropped;
}

/// <summary>Shop is the one given for rows that name none; empty where none was.</summary>
public sealed record ImportRow(string Id, DateTime At, string By, string Shop, string Files, Wording Kind, ImportState State, ImportCounts Counts);

/// <summary>One import opened. Done of All is bytes or rows, whichever the job counts; All 0 means not known yet.</summary>
public sealed record ImportView(ImportRow Row, long Done, long All, IReadOnlyList<ImportFile> Files, IReadOnlyList<RejectedRow> Rejected, Wording? Failure, bool MayCancel)
{
    /// <summary>What the import changed: days covered, months to look at.</summary>
    public IReadOnlyList<Wording> Effects { get; init; } = [];
}

/// <summary>A file of an import; Refused where nothing of it was taken, and Format then says why.</summary>
public sealed record ImportFile(string Name, Wording Format, ImportCounts Counts, bool Refused = false);

/// <summary>A row that was not taken: its file, its line from 1, why, and the line's start.</summary>
public sealed record RejectedRow(string File, long Line, Wording Reason, string Text);

/// <summary>
/// What the form posts, as typed. Days are those of files that name none, ExportedAt is when the files were made; Accounts are the shop's in a chat text that does not tell them
/// from the buyer, Buyer is its buyer.
/// </summary>
public sealed record Upload(
    IReadOnlyList<IFormFile> Files, string Shop, string? Kind, string? Map, string? Days = null, string? ExportedAt = null, string? Accounts = null, string? Buyer = null);

public delegate Task<Seen<ImportsView>> ImportsFor(int page, HttpContext context);
public delegate Task<Seen<ImportView>> ImportFor(string id, HttpContext context);
/// <summary>Begins an import; answers its id, or why not.</summary>
public delegate Task<(string? Id, ImportRefusal Refused)> StartImport(Upload upload, HttpContext context);
/// <summary>Asks an import to stop; what was written in whole batches stays undone or done as the store says. False for who may not.</summary>
public delegate Task<bool> CancelImport(string id, HttpContext context);
/// <summary>Tries again what was set aside. False for who may not.</summary>
public delegate Task<bool> TryAsideAgain(HttpContext context);
