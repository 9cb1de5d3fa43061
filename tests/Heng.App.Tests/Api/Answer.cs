using System.Net;
using System.Text.Json.Nodes;

namespace Heng.App.Tests.Api;

/// <summary>What a program reads: the status, the headers and the JSON.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Type, string Text, ILookup<string, string> Headers)
{
    public static async Task<Answer> Of(HttpResponseMessage message) => new(message.StatusCode, message.Content.Headers.ContentType?.MediaType, await message.Content.ReadAsStringAsync(),
        message.Headers.Concat(message.Content.Headers).SelectMany(h => h.Value, (h, v) => (h.Key, v)).ToLookup(h => h.Key, h => h.v, StringComparer.OrdinalIgnoreCase));

    public JsonNode Json => JsonNode.Parse(Text)!;
    public JsonArray Rows => Json.AsArray();
    /// <summary>The name of the refusal; fails where it is no problem as RFC 9457 has it.</summary>
    public string Code
    {
        get
        {
            Assert.Equal("application/problem+json", Type);
            Assert.Equal((int)Status, Json["status"]!.GetValue<int>());
            Assert.Equal("urn:heng:refusal:" + Json["code"], Json["type"]!.GetValue<string>());
            return Json["code"]!.GetValue<string>();
        }
    }
}
