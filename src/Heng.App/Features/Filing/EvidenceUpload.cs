using Heng.App.CommandLine;
using Heng.Engine.Filing;
using Heng.Store;

namespace Heng.App.Features.Filing;

/// <summary>A file of a form as evidence: what it is by its bytes, or why it is not taken. Nothing is kept before the step that it belongs to is allowed.</summary>
public sealed record EvidenceUpload(string Name, EvidenceType Type, byte[] Content)
{
    private const int MostName = 100;

    /// <summary>Beside the file a form carries a few words: no more than this is read.</summary>
    public const long MostForm = Evidences.MostBytes + 64 * 1024;

    public static (EvidenceUpload? Upload, Refusal? Refused) In(IFormCollection form)
    {
        if (form.Files.GetFile("evidence") is not { Length: > 0 } file) return (null, null);
        if (file.Length > Evidences.MostBytes) return (null, FilingWords.TooLarge);
        using var content = new MemoryStream((int)file.Length);
        file.CopyTo(content);
        var name = Path.GetFileName(file.FileName);
        return Evidences.TypeOf(content.GetBuffer().AsSpan(0, (int)content.Length)) is { } type ? (new(name[..Math.Min(name.Length, MostName)], type, content.ToArray()), null) : (null, FilingWords.NoPicture);
    }

    public long Keep(Database database, string about, string area, Filer filer) => database.Evidence.Add(new(about, area, Name, Type, filer.Name, filer.Now), Content);
}
