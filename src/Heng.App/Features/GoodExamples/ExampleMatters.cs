using Heng.Engine.Quality.Examples;
using Heng.Store;

namespace Heng.App.Features.GoodExamples;

/// <summary>Good examples as kept. The stored name is never changed.</summary>
public static class ExampleMatters
{
    public static readonly MatterKind<ExampleHappening> Kind = new("good-example", h => "good-example-" + CommandLine.Json.Kebab(h.What));

    public static GoodExample Of(KeptMatter<ExampleHappening> kept) => new(kept.Of.About, kept.Happened);
}
