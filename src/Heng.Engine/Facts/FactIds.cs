using System.Globalization;
using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>
/// Ids of derived facts: hashes of names and times, so that they are the same in every run, on every engine and in any order of import.
/// </summary>
public static class FactIds
{
    public static long OfSession(string shop, string account, string buyer, DateOnly day, int startSecond) =>
        (long)(StableHash.Of("session", shop, account, buyer, Day(day), startSecond.ToString(CultureInfo.InvariantCulture)) & long.MaxValue);

    /// <summary>A person's reception goes by the person's name; an unbound account's, with an empty name, by the account.</summary>
    public static long OfReception(string shop, string agent, string account, string buyer, DateOnly day) =>
        (long)(StableHash.Of("reception", shop, agent, agent.Length == 0 ? account : "", buyer, Day(day)) & long.MaxValue);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
