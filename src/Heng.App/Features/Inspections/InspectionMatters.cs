using System.Globalization;
using System.IO.Compression;
using System.Text;
using Heng.App.CommandLine;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Inspections;

public enum FrameEvent : byte { Kept }

/// <summary>The frame that was drawn from: its text, compressed.</summary>
public sealed record FrameHappening(FrameEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public string? Packed { get; init; }
}

public enum RecordingEvent : byte { Linked, Uploaded }

/// <summary>A call's recording: a link, or a file among the evidence.</summary>
public sealed record RecordingHappening(RecordingEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public string? Link { get; init; }
    public long? File { get; init; }
}

/// <summary>What is drawn, inspected and calibrated, as kept. Stored names are never changed.</summary>
public static class InspectionMatters
{
    public static readonly MatterKind<SamplingHappening> Plans = new("sampling", h => "sampling-" + Json.Kebab(h.What));
    public static readonly MatterKind<FrameHappening> Frames = new("sampling-frame", h => "sampling-frame-" + Json.Kebab(h.What));
    public static readonly MatterKind<InspectionHappening> Inspections = new("inspection", h => "inspection-" + Json.Kebab(h.What));
    public static readonly MatterKind<CalibrationHappening> Calibrations = new("calibration", h => "calibration-" + Json.Kebab(h.What));
    public static readonly MatterKind<RecordingHappening> Recordings = new("recording", h => "recording-" + Json.Kebab(h.What));

    public static InspectionState StateOf(KeptMatter<InspectionHappening> kept) => new(kept.Of.About, kept.Of.First, kept.Happened);
    public static SamplingState StateOf(KeptMatter<SamplingHappening> kept) => new(kept.Happened);
    public static CalibrationState StateOf(KeptMatter<CalibrationHappening> kept) => new(kept.Happened);

    public static string KeyOf(long plan, string item) => string.Create(CultureInfo.InvariantCulture, $"{plan}/{item}");
    public static string FrameKey(long plan) => plan.ToString(CultureInfo.InvariantCulture);

    public static SamplingState PlanOf(Database database, InspectionState state) => StateOf(database.Matters(Plans).Find(state.Drawn.Plan!.Value)!);

    /// <summary>What a plan drew, in the order of the draw.</summary>
    public static IReadOnlyList<KeptMatter<InspectionHappening>> DrawnBy(Database database, long plan, SamplingState state) =>
        [.. database.Matters(Inspections).Between(state.Plan.First, state.Plan.Last).Where(i => i.Happened[0].Plan == plan)];

    public static SamplingFrame? FrameOf(Database database, long plan) => database.Matters(Frames).Find(FrameKey(plan)) is { } kept ? SamplingFrame.Parse(Unpacked(kept.Happened[0].Packed!)) : null;

    public static string Packed(SamplingFrame frame)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(Encoding.UTF8.GetBytes(frame.Text));
        return Convert.ToBase64String(packed.ToArray());
    }

    private static string Unpacked(string packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
