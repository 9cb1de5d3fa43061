using System.Security.Cryptography;
using System.Text.Json;
using Heng.App.CommandLine;
using Heng.App.Features.Closing;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.SignIn;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Demo;

/// <summary>A demo account as it is told to the one who started it. The key is for --as on the command line.</summary>
public sealed record DemoLogin(string Name, string Role, string? Person, string Password, string? Key);

/// <summary>
/// The invented shop, from files through the front door to closed months. The data are the same for the same options; the passwords are made anew.
/// An empty data folder becomes a demo once; asked again it is only told.
/// </summary>
public sealed class DemoRun(Database database, string folder, Action<string> say)
{
    private readonly DemoMark mark = new(folder);
    private readonly Accounts accounts = new(database, TimeProvider.System);

    public IReadOnlyList<DemoLogin> Run(DemoOptions options, Action<ImportProgress> progress)
    {
        if (Known() is { } known) return known;
        if (database.Shops.All.Count > 0 || !accounts.SetupNeeded)
            throw CommandStoppedException.Refused(new("data-not-demo", new($"{folder} 里已有真实数据；请用 --data 另选文件夹", $"{folder} holds data that is no demo; choose another folder with --data")));
        var files = Path.Combine(folder, "demo-files");
        var summary = DemoFiles.Write(files, options);
        say($"invented {summary.Counts.Messages:N0} messages, {summary.Counts.Orders:N0} orders as {summary.Files.Count} files in {files}");
        var logins = ImportWithRules(files, summary, options, progress);
        foreach (var plan in new[] { "s10-cs-360", "s4-ksf", "s2-office-regulation" }) Publish(plan);
        Close(options, logins);
        // Written last: a run that was cut off is no demo to be served, and says so.
        mark.Set(JsonSerializer.Serialize(new DemoState(logins)));
        return logins;
    }

    private sealed record DemoState(IReadOnlyList<DemoLogin> Logins);

    private IReadOnlyList<DemoLogin>? Known() => mark.Text is { } text ? JsonSerializer.Deserialize<DemoState>(text)!.Logins : null;

    /// <summary>People first, for accounts are theirs; rules stand before chats come, and count in the last month where its precision was measured on those before.</summary>
    private List<DemoLogin> ImportWithRules(string files, DemoSummary summary, DemoOptions options, Action<ImportProgress> progress)
    {
        var (clock, quality) = (new AfterTheLastDay(options), new DemoQuality(database, folder, options));
        var before = summary.Files.Where(f => f.Kind == "messages").SkipLast(options.Months > 1 ? 1 : 0).ToList();
        Import(files, summary, [summary.Files[0]], clock, progress);
        var logins = MakeAccounts(summary);
        var cast = new DemoCast(database, summary);
        var inspections = new DemoInspections(database, folder, options, cast, clock);
        quality.Adopt();
        new DemoPhrases(database, options, cast).Publish();
        inspections.Commit();
        Import(files, summary, before, clock, progress);
        var measured = options.Months > 1 ? options.Until.Plus(-1).Last : options.LastDay;
        say($"{quality.LabelAndActivate(measured)} quality rules count from {measured.AddDays(1):yyyy-MM-dd} on, the others stay in shadow");
        Import(files, summary, [.. summary.Files.Skip(1).Except(before)], clock, progress);
        var reading = new DemoReading(database, folder, options, cast);
        reading.Audit();
        reading.Share();
        say($"{inspections.Inspect()} inspections of {options.Until} stand");
        return logins;
    }

    private void Import(string files, DemoSummary summary, IReadOnlyList<DemoFile> some, TimeProvider time, Action<ImportProgress> progress)
    {
        using var run = new ImportRun(database, folder, time);
        var requests = some.Select(f => new ImportRequest(Path.Combine(files, f.Name), new IntakeOptions(Shop: OfShop(f) ? summary.Shop : null), "demo")).ToList();
        foreach (var report in run.Import(requests, progress))
        {
            if (report.Refused is { } refused) throw new InvalidOperationException($"{report.Name}: {refused.Code}");
            say($"{report.Name}: read {report.Counts.Read:N0} = accepted {report.Counts.Accepted:N0} + rejected {report.Counts.Rejected:N0} + duplicate {report.Counts.Duplicate:N0} + dropped {report.Counts.Dropped:N0}");
        }
    }

    private static bool OfShop(DemoFile file) => file.Kind is "orders" or "messages" or "ratings" or "reviews";

    // Published long ago, one after another, so that the last one wins where two fit a position.
    private void Publish(string scheme)
    {
        var at = new Instant(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var order = database.Plans.All.Count;
        database.Plans.Publish(scheme, TemplateLibrary.Find(scheme)!.Yaml, at.Plus(order), "manager");
    }

    private List<DemoLogin> MakeAccounts(DemoSummary summary)
    {
        var password = NewPassword();
        var roster = database.People.Roster;
        var logins = new List<DemoLogin>();
        foreach (var account in DemoAccounts.For(summary))
        {
            var role = account.Role == "admin" ? Role.Administrator : Enum.Parse<Role>(account.Role, ignoreCase: true);
            var key = role is Role.Hr or Role.Manager ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) : null;
            var person = account.Person is { } name ? roster.Find(name)?.Id : null;
            accounts.Add(account.Name, role, person, account.Group, password, key is null ? null : CommandContext.KeyHash(key));
            logins.Add(new(account.Name, account.Role, account.Person, password, key));
        }
        return logins;
    }

    private void Close(DemoOptions options, List<DemoLogin> logins)
    {
        var close = new Close(database, TimeProvider.System);
        var hr = new Viewer(logins.First(l => l.Role == "hr").Name, Role.Hr, null, null);
        var manager = new Viewer(logins.First(l => l.Role == "manager").Name, Role.Manager, null, null);
        for (var month = options.FirstMonth; month <= options.Until; month = month.Plus(1))
        {
            var prepared = close.Prepare(month, database.Shops.All, null, hr);
            var closed = prepared.Refused is null ? close.Finish(month, database.Shops.All, null, manager, provisionally: true) : prepared;
            if (closed.Refused is { } refused) throw new InvalidOperationException($"{month}: {refused}");
            say($"closed {month}");
        }
    }

    /// <summary>An invented month may be one that has not come yet; the clock of its import then stands at its end.</summary>
    private sealed class AfterTheLastDay(DemoOptions options) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            var (end, now) = (DateTimeOffset.FromUnixTimeSeconds(options.End), base.GetUtcNow());
            return now > end ? now : end;
        }
    }

    private static string NewPassword() => "heng-" + RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8);
}
