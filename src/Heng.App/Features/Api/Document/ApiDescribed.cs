using Heng.App.Features.Api.Reading;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Api.Document;

/// <summary>
/// What the document says of an address, put on it with <c>WithMetadata</c>. A test sends every example and holds the answer's status and shape against the document's.
/// </summary>
public sealed record ApiDescribed(string Id, Wording Summary, IReadOnlyList<ApiParameter> Parameters, IReadOnlyList<ApiExample> Examples)
{
    /// <summary>The media types of a body that is sent, as application/x-ndjson; empty where none is.</summary>
    public IReadOnlyList<string> Takes { get; init; } = [];
}

/// <summary>A request and what answers it. Address is behind /api/v1; the answer's example is the file Examples/Id-Name.json, or the code of a problem.</summary>
public sealed record ApiExample(string Name, string Address, int Status = StatusCodes.Status200OK)
{
    public string? Body { get; init; }
    public string? BodyType { get; init; }
    /// <summary>Of what is refused: the name.</summary>
    public string? Code { get; init; }
}
