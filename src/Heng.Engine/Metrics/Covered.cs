namespace Heng.Engine.Metrics;

/// <summary>Days of a shop, both ends included, that a source's files told of (覆盖); an empty shop is the company.</summary>
public sealed record Covered(string Shop, Source Source, DateOnly From, DateOnly To);
