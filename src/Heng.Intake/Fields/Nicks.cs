namespace Heng.Intake.Fields;

/// <summary>The platform's long id of an account is its nick behind <c>cntaobao</c> or <c>cnjd</c>; the nick is what people and other exports write.</summary>
internal static class Nicks
{
    /// <summary>A short nick stays as it is, however it was written before.</summary>
    public static string Short(string nick)
    {
        var shorter = Without(Without(nick, "cntaobao"), "cnjd");
        return shorter.Length == nick.Length ? nick : Short(shorter);
    }

    private static string Without(string nick, string prefix) =>
        nick.Length > prefix.Length && nick.StartsWith(prefix, StringComparison.Ordinal) ? nick[prefix.Length..] : nick;
}
