using System.Globalization;
using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>
/// Ids of derived facts: hashes of names and times, so that they are the same in every run, on every engine and in any order of import.
/// </summary>
public static class FactIds
{
    /// <summary>
    /// By the account, whoever sits there, so that a known shift changes no id; only a shared account's later person (not the first of the conversation) is named in it,
    /// for their session can begin in the same second.
    /// </summary>
    public static long OfSession(string shop, string account, string buyer, DateOnly day, int startSecond, string laterPerson = "")
    {
        var start = startSecond.ToString(CultureInfo.InvariantCulture);
        var hash = laterPerson.Length == 0 ? StableHash.Of("session", shop, account, buyer, Day(day), start) : StableHash.Of("session", shop, account, buyer, Day(day), start, laterPerson);
        return (long)(hash & long.MaxValue);
    }

    /// <summary>A person's reception goes by the person's name; an unbound account's, with an empty name, by the account.</summary>
    public static long OfReception(string shop, string agent, string account, string buyer, DateOnly day) =>
        (long)(StableHash.Of("reception", shop, agent, agent.Length == 0 ? account : "", buyer, Day(day)) & long.MaxValue);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
