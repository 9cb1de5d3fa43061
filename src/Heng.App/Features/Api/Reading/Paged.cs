using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;

namespace Heng.App.Features.Api.Reading;

/// <summary>
/// A page of a long list. A cursor names the last row of the page before by what tells it from the others, so that a list that grows in between neither repeats nor loses
/// a row; where that row is gone, the list is read from its beginning again.
/// </summary>
public static class Paged
{
    public const int Usual = 500, Most = ReceptionsCommand.MostRows;

    public static readonly Refusal LimitUnreadable = new("limit-unreadable", new($"limit 是 1–{Most}", $"limit is 1–{Most}"));
    public static readonly Refusal CursorOver = new("cursor-over", new("这个 cursor 读不懂，或那一行已经不在；请从头再读", "The cursor can't be read, or its row is gone; read from the beginning"));

    /// <summary>Null where it is none.</summary>
    public static int? LimitOf(string? text) => text is null ? Usual : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= Most ? limit : null;

    /// <summary>Null where the cursor's row is not there.</summary>
    public static (JsonArray Rows, string? Next)? Of(JsonArray all, IReadOnlyList<string> key, string? cursor, int limit)
    {
        var begin = 0;
        if (cursor is not null)
        {
            if (Opened(cursor) is not { } last) return null;
            while (begin < all.Count && KeyOf(all[begin]!, key) != last) begin++;
            if (begin++ == all.Count) return null;
        }
        var page = new JsonArray([.. all.Skip(begin).Take(limit).Select(r => r!.DeepClone())]);
        return (page, page.Count > 0 && begin + page.Count < all.Count ? Closed(KeyOf(page[^1]!, key)) : null);
    }

    public static string KeyOf(JsonNode row, IReadOnlyList<string> key) => key is [var one] ? row[one]!.ToString() : new JsonArray([.. key.Select(k => (JsonNode?)row[k]?.ToString())]).ToJsonString();

    public static string Closed(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    public static string? Opened(string cursor) => Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : null;
}
