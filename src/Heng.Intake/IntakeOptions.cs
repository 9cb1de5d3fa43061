using Heng.Intake.Mapping;

namespace Heng.Intake;

/// <summary>What the one who imports says about a file. <paramref name="FileName"/> is its name where the path is not (an upload kept under another).</summary>
public sealed record IntakeOptions(string? Shop = null, string? Kind = null, MessageMap? Map = null, DateOnly? Day = null, string? FileName = null)
{
    public static readonly IntakeOptions None = new();
}
