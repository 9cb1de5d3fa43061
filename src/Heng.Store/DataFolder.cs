namespace Heng.Store;

/// <summary>
/// The data folder (数据目录) is for its owner's eyes: on Unix a folder made here is 0700 and a file 0600.
/// What is there already keeps the mode that somebody gave it.
/// </summary>
public static class DataFolder
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite, Folder = File | UnixFileMode.UserExecute, Others = (UnixFileMode)0b111_111;

    public static DirectoryInfo Make(string folder) => OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, Folder);

    /// <summary>Opened for writing; made where it is not there.</summary>
    public static FileStream Write(string file, FileMode mode = FileMode.Create)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = File;
        return new(file, options);
    }

    /// <summary>The folder's mode, such as 755, where others than its owner may read, write or enter it; else null.</summary>
    public static string? OpenTo(string folder) =>
        !OperatingSystem.IsWindows() && Directory.Exists(folder) && System.IO.File.GetUnixFileMode(folder) is var mode && (mode & Others) != 0 ? Convert.ToString((int)mode, 8) : null;
}
