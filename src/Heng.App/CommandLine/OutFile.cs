using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary>Files that a command writes where it was told to: like the data folder, they are their owner's alone.</summary>
internal static class OutFile
{
    /// <summary>Written beside its place and put there when it is whole.</summary>
    public static T Put<T>(string path, Func<Stream, T> write)
    {
        var part = path + ".part";
        return Writing(path, () =>
        {
            T written;
            using (var stream = DataFolder.Write(part)) written = write(stream);
            File.Move(part, path, overwrite: true);
            return written;
        });
    }

    public static void MakeFolder(string folder) => Writing(folder, () => DataFolder.Make(folder));

    private static T Writing<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandStoppedException.Refused(new("out-unwritable", new($"写不进 {path}：{e.Message}", $"{path} can't be written: {e.Message}")));
        }
    }
}
