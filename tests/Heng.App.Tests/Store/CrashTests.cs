using System.Diagnostics;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class CrashTests
{
    private static int Times => Environment.GetEnvironmentVariable("HENG_TEST_ALL") == "1" ? 20 : 3;

    [Fact]
    public void A_process_killed_while_it_writes_a_day_leaves_the_old_day_or_the_new_one()
    {
        using var fresh = DatabaseEngine.Sqlite.Fresh();
        Chats.SaveDayOf(fresh.Database, 400);
        for (var time = 0; time < Times; time++)
        {
            KillWhileWriting(fresh.Target.Folder!, milliseconds: 20 + time * 37 % 200);
            AssertWhole(fresh);
        }
        var shop = fresh.Database.Shops.Find(Chats.ShopName)!.Id;
        Assert.True(fresh.Database.Days.All(shop)[0].Revision > Times, "a child wrote nothing, so nothing was tried");
    }

    private static void KillWhileWriting(string folder, int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Victim).Assembly.Location, "victim", folder]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        // The first writing warms up; the moment of death falls into a later one.
        Assert.Equal("written", child.StandardOutput.ReadLine());
        Thread.Sleep(milliseconds);
        child.Kill();
        child.WaitForExit();
    }

    /// <summary>Columns, texts, facts and the day's own count tell of the same messages.</summary>
    private static void AssertWhole(FreshDatabase fresh)
    {
        using var database = fresh.Again();
        var shop = database.Shops.Find(Chats.ShopName)!.Id;
        var day = database.Days.Load(shop, Chats.Day, withText: true)!;
        Assert.Equal(day.Count, database.Days.All(shop)[0].Messages);
        Assert.Equal(MergeDay.Apply(DayRecords.Empty(Chats.Day, Chats.Start), [], day).Records.Count, day.Count);
        Assert.Equal(day.Count, database.Facts.Sessions(shop, Chats.Day, Chats.Day).Single().BuyerMessages);
        Assert.Equal(day.Count, database.Facts.Receptions(shop, Chats.Day, Chats.Day).Single().Measures[Primitive.BuyerMessages]);
        Assert.Equal(day.Count, database.Facts.AgentDays(shop, Chats.Day, Chats.Day).Single().Measures[Primitive.BuyerMessages]);
    }
}
