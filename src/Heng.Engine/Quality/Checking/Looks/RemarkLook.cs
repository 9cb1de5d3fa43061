using Heng.Engine.Quality.Text;

namespace Heng.Engine.Quality.Checking.Looks;

/// <summary>A case's remark that is missing, or holds none of the formats; it is shown at the last message that was looked at. Spaces of a format count as they stand.</summary>
internal sealed class RemarkLook : Look
{
    private readonly RemarkFault fault;
    private readonly Reading reading;
    private readonly string[] formats;

    public RemarkLook(Remark remark, Reading reading)
    {
        (fault, this.reading) = (remark.Fault, reading);
        formats = [.. remark.Formats.Select(Read)];
    }

    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        if (scene.Talk.Remarks is { } remarks && remarks.Any(IsFaulty) && of.Lines(scene) is { Count: > 0 } lines) hits.Add(lines[^1]);
    }

    private bool IsFaulty(string remark) =>
        string.IsNullOrWhiteSpace(remark) ? fault == RemarkFault.Missing : fault == RemarkFault.Incomplete && !formats.Any(f => Read(remark).Contains(f, StringComparison.Ordinal));

    private string Read(string text) => reading == Reading.Raw ? text : string.Concat(text.Select(Evening.InPlace));
}
