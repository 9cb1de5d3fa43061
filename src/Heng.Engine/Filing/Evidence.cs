namespace Heng.Engine.Filing;

/// <summary>What a piece of evidence (证据) is. Stored by number: append, never renumber.</summary>
public enum EvidenceType : byte { Png, Jpeg, Webp, Pdf, Mp3, Wav, Ogg, M4a }

/// <summary>Evidence is known by its first bytes, never by its name: a script that is called a picture is not one.</summary>
public static class Evidences
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Null for what is none of the four.</summary>
    public static EvidenceType? TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? EvidenceType.Png
        : content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? EvidenceType.Jpeg
        : content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? EvidenceType.Webp
        : content.StartsWith("%PDF-"u8) ? EvidenceType.Pdf : null;

    /// <summary>A sound file, as a call's recording is; null for what is none of the four.</summary>
    public static EvidenceType? SoundOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("ID3"u8) || content is [0xFF, 0xFB or 0xF3 or 0xF2 or 0xFA, ..] ? EvidenceType.Mp3
        : content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WAVE"u8) ? EvidenceType.Wav
        : content.StartsWith("OggS"u8) ? EvidenceType.Ogg
        : content.Length >= 12 && content[4..].StartsWith("ftyp"u8) ? EvidenceType.M4a : null;

    public static string MediaType(EvidenceType type) => type switch
    {
        EvidenceType.Png => "image/png",
        EvidenceType.Jpeg => "image/jpeg",
        EvidenceType.Webp => "image/webp",
        EvidenceType.Pdf => "application/pdf",
        EvidenceType.Mp3 => "audio/mpeg",
        EvidenceType.Wav => "audio/wav",
        EvidenceType.Ogg => "audio/ogg",
        EvidenceType.M4a => "audio/mp4",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
