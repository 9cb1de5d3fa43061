namespace Heng.Engine.Tests;

/// <summary>A test on real data beside the project; skipped, visibly, where that folder is absent.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Folder is null) Skip = "shared/data is not beside this project";
    }
}

internal static class SharedData
{
    public static readonly string? Folder = Find();

    public static string At(params string[] parts) => Path.Combine([Folder!, .. parts]);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data)) return data;
        }
        return null;
    }
}
