using System.Text.Json.Nodes;
using Heng.App.CommandLine;

namespace Heng.App.Tests.CommandLine;

/// <summary>A command run in this process: its exit code and what it wrote.</summary>
internal sealed record Ran(int Code, string Out, string Err)
{
    public JsonArray Rows => JsonNode.Parse(Out)!.AsArray();
    public JsonObject Object => JsonNode.Parse(Out)!.AsObject();

    /// <summary>The name that the error stream begins with; notes beside an answer have none.</summary>
    public string Refusal => Err.Split('\n').FirstOrDefault(line => !line.StartsWith("note:", StringComparison.Ordinal), "").Split(':')[0];

    public static Ran Heng(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = RootCommandLine.Run(arguments, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    public static Ran Json(string folder, params string[] arguments) => Heng([.. arguments, "--data", folder, "--format", "json"]);

    public Ran Done()
    {
        Assert.True(Code == Exit.Done, $"exit code {Code}: {Err}");
        return this;
    }
}
