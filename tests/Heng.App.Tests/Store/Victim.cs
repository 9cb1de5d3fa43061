namespace Heng.App.Tests.Store;

/// <summary>The child process of <see cref="CrashTests"/>: writes a day again and again, telling each time, until it is killed.</summary>
internal static class Victim
{
    public static int Main(string[] args)
    {
        if (args is not ["victim", var folder]) return 2;
        using var database = Heng.Store.Database.Open(Heng.Store.DatabaseTarget.InFolder(folder));
        for (var size = 1; ; size = size % 7 + 1)
        {
            Chats.SaveDayOf(database, size * 400);
            Console.WriteLine("written");
        }
    }
}
