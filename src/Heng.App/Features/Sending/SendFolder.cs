using Heng.App.CommandLine;

namespace Heng.App.Features.Sending;

/// <summary>
/// Which files of a folder are sent. What is not is told once, by its name: packed files, folders below it, and links that lead out of it, for whoever may put a file here need not be who may
/// read what it points at.
/// </summary>
public sealed class SendFolder(Action<string> told)
{
    private readonly HashSet<string> passed = new(StringComparer.Ordinal);

    /// <summary>
    /// In the order of their names. Tables are sent once they have lain still for a moment: a spreadsheet is no spreadsheet before it is whole. What has no length is not opened: it has nothing to
    /// send, or is a pipe, at which a reader would wait.
    /// </summary>
    public IEnumerable<string> Files(string path)
    {
        if (File.Exists(path) && !Directory.Exists(path)) return [path];
        foreach (var folder in Directory.GetDirectories(path)) Pass(Path.GetFileName(folder) + "/", "folders below are not sent", "不发送子文件夹");
        return Directory.GetFiles(path).Where(f => !Path.GetFileName(f).StartsWith('.') && Takes(path, f)).Order(StringComparer.Ordinal);
    }

    private bool Takes(string folder, string file)
    {
        var (name, info) = (Path.GetFileName(file), new FileInfo(file));
        if (info.LinkTarget is not null)
        {
            if (info.ResolveLinkTarget(returnFinalTarget: true) is not FileInfo { Exists: true } target || target.DirectoryName != Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))
                return Pass(name, "the link leads out of the folder, or to no file", "链接指向文件夹之外，或不是文件");
            info = target;
        }
        if (Path.GetExtension(name).ToLowerInvariant() is ".gz" or ".zip" or ".7z" or ".rar") return Pass(name, "packed files are not sent; unpack it", "不发送压缩文件，请先解压");
        if (info.Length == 0) return false;
        return Path.GetExtension(name).ToLowerInvariant() is ".ndjson" or ".jsonl" || DateTime.UtcNow - info.LastWriteTimeUtc > SendCommand.Look * 2;
    }

    private bool Pass(string name, string en, string zh)
    {
        if (passed.Add(name)) told($"{name}: {zh} / {en}");
        return false;
    }
}
