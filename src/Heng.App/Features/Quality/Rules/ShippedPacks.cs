using Heng.App.Features.Plans;
using Heng.App.Features.Quality.Language;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Quality.Rules;

/// <summary>A pack of rules that ships (规则包): its file's name, and what it holds.</summary>
public sealed record ShippedPack(string Name, RulePack Pack)
{
    public Wording Title => Pack.Title;
}

/// <summary>The packs beside the executable. A shop adopts the rules that it wants; each then is its own to change.</summary>
public static class ShippedPacks
{
    private static readonly string[] Order = ["common", "s7", "taobao", "jd", "pdd"];
    private static readonly Lazy<IReadOnlyList<ShippedPack>> Read = new(() => [.. Files.Select(Of)]);

    public static string Folder => Path.Combine(TemplateLibrary.Folder, "quality");
    public static IReadOnlyList<string> Files => !Directory.Exists(Folder) ? [] :
        [.. Directory.EnumerateFiles(Folder, "*.yaml").OrderBy(f => Array.IndexOf(Order, Path.GetFileNameWithoutExtension(f)) is var at and >= 0 ? at : Order.Length).ThenBy(f => f, StringComparer.Ordinal)];

    public static IReadOnlyList<ShippedPack> All => Read.Value;
    public static ShippedPack? Find(string name) => All.FirstOrDefault(p => p.Name == name || p.Pack.Id == name);

    private static ShippedPack Of(string file)
    {
        var read = RulePackFile.Read(File.ReadAllText(file), Path.GetFileName(file));
        return new(Path.GetFileNameWithoutExtension(file), read.Pack ?? throw new InvalidDataException(read.Errors[0].In(english: true)));
    }
}
