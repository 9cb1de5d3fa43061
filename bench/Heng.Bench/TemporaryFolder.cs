namespace Heng.Bench;

/// <summary>A folder for the peers' databases, gone at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("heng-bench-").FullName;
    public string In(string name) => System.IO.Path.Combine(Path, name);
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
