using Heng.App.Features.Importing;
using Heng.Intake;
using Heng.App.Features.Months;
using Heng.App.Features.Pay;
using Heng.Store;

namespace Heng.App.Tests.Queries;

/// <summary>The query shop's database copied, to be written to.</summary>
internal sealed class LaterShop : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("heng-later-").FullName;

    public LaterShop(QueryShop shop)
    {
        using (var connection = shop.Database.Connect())
        {
            using var copy = connection.CreateCommand();
            copy.CommandText = "VACUUM INTO '" + Path.Combine(folder, "heng.db") + "'";
            copy.ExecuteNonQuery();
        }
        Database = Database.Open(DatabaseTarget.InFolder(folder));
        Books = new(Database);
    }

    public Database Database { get; }
    public BookCache Books { get; }

    public string Folder => folder;

    public void Import(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        using var run = new ImportRun(Database, folder, TimeProvider.System);
        Assert.Equal(0, Assert.Single(run.Import([new ImportRequest(path, IntakeOptions.None, "test")])).Counts.Rejected);
    }

    public async Task<PayslipView> Payslip(string agent) =>
        (await new PayslipQuery(Books, QueryShop.By(new("hr", Features.People.Role.Hr, null, null))).For(QueryShop.September, agent, QueryShop.Request)).View!;

    public void Dispose()
    {
        Books.Dispose();
        Database.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
