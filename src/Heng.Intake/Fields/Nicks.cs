namespace Heng.Intake.Fields;

/// <summary>The platform's long id of an account is its nick behind <c>cntaobao</c> or <c>cnjd</c>; the nick is what people and other exports write.</summary>
internal static class Nicks
{
    public static string Short(string nick) => Without(Without(nick, "cntaobao"), "cnjd");

    private static string Without(string nick, string prefix) =>
        nick.Length > prefix.Length && nick.StartsWith(prefix, StringComparison.Ordinal) ? nick[prefix.Length..] : nick;
}
