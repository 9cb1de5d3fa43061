using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>The one writer of versions that another replaced, of every kind of record. Day is the business day of a message, 0 elsewhere.</summary>
internal static class Superseded
{
    public const string Messages = "message";

    public static void Keep(
        Transaction t, int shop, string kind, long day, IEnumerable<(string Key, ulong Content, ImportSource Source, long ReplacedBy, string Payload)> versions) =>
        t.Insert("superseded", "shop_id, kind, day, natural_key, content_hash, exported_at, import_id, replaced_by_import, payload", versions.Select(v => (object?[])
            [(long)shop, kind, day, v.Key, Stored.Signed(v.Content), v.Source.Exported?.UnixSeconds, v.Source.Import, v.ReplacedBy, v.Payload]));

    public static void Forget(Transaction t, int shop, string kind, string[] keys) => t.Execute(
        $"DELETE FROM superseded WHERE shop_id = @shop AND kind = @kind AND day = 0 AND {t.Dialect.OneOf("natural_key", "keys")}",
        new { shop, kind, keys = new Among(keys) });

    public static void ForgetDay(Transaction t, int shop, long day) => t.Execute(
        "DELETE FROM superseded WHERE shop_id = @shop AND kind = @kind AND day = @day", new { shop, kind = Messages, day });
}
