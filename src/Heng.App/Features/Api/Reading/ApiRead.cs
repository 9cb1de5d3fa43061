using System.CommandLine;
using Heng.App.CommandLine;
using Heng.App.Features.Api.Document;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Api.Reading;

/// <summary>
/// Something that can be read (读接口): a command of the command line asked for over HTTP, with those of its options that name no file of this machine. So shapes,
/// parameters, rights and refusals are the command line's, written once.
/// </summary>
/// <param name="Words">The command as it is typed, without its options.</param>
public sealed record ApiRead(string Path, ApiScope Scope, string Words, Func<GlobalOptions, Command> Build, Wording Summary, IReadOnlyList<ApiParameter> Parameters)
{
    /// <summary>Which fields tell a row of a long list from the others; empty where the answer is short.</summary>
    public IReadOnlyList<string> RowKey { get; init; } = [];
    /// <summary>The command takes limit and after itself.</summary>
    public bool PagesItself { get; init; }
    /// <summary>Whether it is asked of one shop alone where the key is limited to one; all else is the company's.</summary>
    public bool OfShops { get; init; }
    /// <summary>Requests that show what it does, each run by a test.</summary>
    public required IReadOnlyList<ApiExample> Examples { get; init; }

    public IReadOnlyList<ApiParameter> All => [.. Parameters, .. OfShops ? [ApiParameter.Shop] : (ApiParameter[])[], .. RowKey.Count > 0 ? [ApiParameter.Limit, ApiParameter.Cursor] : (ApiParameter[])[]];
}
