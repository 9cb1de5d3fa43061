using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Meaning;

namespace Heng.App.Features.Inspections;

/// <summary>What a model proposes of a criterion (模型建议). At is the message's number in the transcript; null where its words stand there no more, or it found nothing.</summary>
public sealed record ShownProposal(Criterion Criterion, bool Found, decimal Confidence, string? Quote, int? At);

/// <summary>
/// A model beside an inspection. It proposes and decides nothing, and fills nothing in. Hidden: it has answered, and whoever looks marks first. Failed: why it did not answer last.
/// </summary>
public sealed record ProposedMarks(bool MayAsk, bool Hidden)
{
    public IReadOnlyList<ShownProposal>? Shown { get; init; }
    public int Dropped { get; init; }
    public string Model { get; init; } = "";
    public MeaningRefusal? Failed { get; init; }
}
