using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>One at a time writes what is derived from records: an import, or a recomputation. The lock is a file's, so that it ends with the process.</summary>
internal static class ImportTurn
{
    /// <exception cref="ImportBusyException">Another is at work in this data folder.</exception>
    public static FileStream Take(string folder)
    {
        DataFolder.Make(folder);
        try
        {
            return new FileStream(Path.Combine(folder, "import.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new ImportBusyException();
        }
    }
}

/// <summary>Another import is at work in the same data folder; wait for it and try again.</summary>
public sealed class ImportBusyException() : Exception("another import is running in this data folder");
