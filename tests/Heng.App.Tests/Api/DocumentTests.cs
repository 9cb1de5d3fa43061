using System.Net.Http.Headers;
using Heng.App.Features.Api;
using Heng.App.Features.Api.Document;
using Heng.App.Tests.Queries;
using Microsoft.AspNetCore.Routing;

namespace Heng.App.Tests.Api;

/// <summary>The OpenAPI document: complete, and every example of it sent over a shop, its answer of the status and shape that the document shows.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class DocumentTests(DrilledShop shop) : IDisposable
{
    private readonly ApiSite site = new(shop.Database);

    private IEnumerable<(RouteEndpoint Endpoint, ApiDescribed Described)> Operations => ((IEndpointRouteBuilder)site.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText!.StartsWith(ApiEndpoints.V1, StringComparison.Ordinal)).Select(e => (e, e.Metadata.GetMetadata<ApiDescribed>()!)).Where(o => o.Item2 is not null);

    [Fact]
    public async Task Every_address_that_needs_a_scope_is_in_the_document_with_an_example()
    {
        var document = (await site.Get(null, ApiDocument.Address)).Json;
        Assert.StartsWith("3.", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        string[] plain = ["/api/v1/running"]; // text for Prometheus, described in docs/api.md
        string[] mapped = [.. ((IEndpointRouteBuilder)site.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ScopeNeeded>() is not null).Select(e => e.RoutePattern.RawText!).Distinct()];
        Assert.Equal(mapped.Except(plain).Order(StringComparer.Ordinal), document["paths"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
        foreach (var operation in document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value!))
        {
            Assert.False(string.IsNullOrEmpty(operation["summary"]?.GetValue<string>()));
            Assert.NotEmpty(operation["security"]!.AsArray());
            foreach (var (status, response) in operation["responses"]!.AsObject())
                foreach (var (type, content) in response!["content"]!.AsObject())
                {
                    Assert.Equal(status[0] == '2' ? "application/json" : "application/problem+json", type);
                    foreach (var (name, example) in content!["examples"]!.AsObject()) Assert.True(example!["value"] is not null, $"{operation["operationId"]}-{name} shows nothing");
                }
        }
    }

    [Fact]
    public async Task Every_example_is_answered_as_the_document_shows()
    {
        var key = site.Key("manager", [.. ApiScope.All.Select(s => s.Name)]);
        var wrong = new List<string>();
        foreach (var (endpoint, described) in Operations)
            foreach (var example in described.Examples)
            {
                var answer = await Send(endpoint, example, key);
                if ((int)answer.Status != example.Status) wrong.Add($"{described.Id}-{example.Name}: {(int)answer.Status} {answer.Text[..Math.Min(200, answer.Text.Length)]}");
                else if (example.Code is { } code)
                {
                    if (answer.Code != code) wrong.Add($"{described.Id}-{example.Name}: {answer.Code}, the document says {code}");
                }
                else if (ExampleFiles.Hold(described.Id, example, answer.Json, shop.Ann.Name, described.Id is "today" or "warnings" or "inspections" or "deadlines" or "notices") is { } where) wrong.Add($"{described.Id}-{example.Name}: {where}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<Answer> Send(RouteEndpoint endpoint, ApiExample example, string key)
    {
        using var client = new HttpClient { BaseAddress = new(site.Url) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        // The document's person and shop are invented; this house has others.
        using var request = new HttpRequestMessage(new(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), ApiEndpoints.V1 + example.Address.Replace("王雨桐", Uri.EscapeDataString(shop.Ann.Name), StringComparison.Ordinal));
        if (example.Body is { } body) request.Content = new StringContent(body.Replace("示例店", shop.Database.Shops.All[0].Name, StringComparison.Ordinal)) { Headers = { ContentType = new MediaTypeHeaderValue(example.BodyType!) } };
        using var message = await client.SendAsync(request);
        return await Answer.Of(message);
    }

    public void Dispose() => site.Dispose();
}
