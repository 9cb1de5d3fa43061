using Heng.App.Features.Importing;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Unmatched;

/// <summary>Binds accounts to people by hand, and undoes it: always a new record, then the days that it changes are folded and settled again.</summary>
public sealed class Binding(Database database, string folder, TimeProvider time)
{
    public const string Format = "account-binding";
    public static readonly Wording FormatName = new("账号绑定", "Account binding");

    /// <summary>From the day on; an empty person is nobody's.</summary>
    /// <exception cref="ImportBusyException">An import is at work.</exception>
    public void Bind(string account, string person, DateOnly from, string by) => Keep(new(account, person, from, null, by, default), from, null);

    /// <summary>False where there is no such binding.</summary>
    /// <exception cref="ImportBusyException">An import is at work.</exception>
    public bool Undo(string account, string person, DateOnly from, string by)
    {
        if (database.People.Roster.Bindings.FirstOrDefault(b => (b.Account, b.Person, b.From) == (account, person, from)) is not { } standing) return false;
        Keep(standing with { To = from.AddDays(-1), By = by }, from, standing.To);
        return true;
    }

    private void Keep(AccountBinding binding, DateOnly first, DateOnly? last)
    {
        using var run = new ImportRun(database, folder, time);
        run.Keep($"{binding.Account} → {(binding.Person.Length > 0 ? binding.Person : "—")}", Format, binding.By, (source, changes) =>
        {
            var table = database.Records(RecordKinds.Bindings);
            var before = table.All(Shops.Company.Id).Where(b => (b.Account, b.Person, b.From) == (binding.Account, binding.Person, binding.From)).Select(b => b.At.UnixSeconds).DefaultIfEmpty(long.MinValue).Max();
            var now = time.GetUtcNow().ToUnixTimeSeconds();
            table.Merge(Shops.Company.Id, [binding with { At = new(now > before ? now : before + 1) }], source.Exported, source.Import);
            if (binding.Person.Length > 0) changes.Fold(new(null, first, last ?? DateOnly.MaxValue));
        });
    }
}
