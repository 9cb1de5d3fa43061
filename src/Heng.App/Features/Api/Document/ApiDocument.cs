using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.App.Features.Api.Reading;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Heng.App.Features.Api.Document;

/// <summary>The OpenAPI document of everything under /api/v1: what is mapped there is in it, with the parameters and examples that stand on the address.</summary>
public static class ApiDocument
{
    public const string Address = ApiEndpoints.V1 + "/openapi.json";
    private const string Key = "key", Json = "application/json";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = described => described.ActionDescriptor.EndpointMetadata.OfType<ApiDescribed>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Heng 衡", Version = "v1", Description = "数据进来，数字出去：见 docs/api.md · data in, numbers out: see docs/api.md" };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "heng_<prefix>_<secret>" } };
            foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations?.Values.AsEnumerable() ?? [])) operation.Security = [new() { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            Describe(operation, metadata.OfType<ApiDescribed>().First(), metadata.OfType<ScopeNeeded>().FirstOrDefault()?.Scope);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiOperation operation, ApiDescribed described, ApiScope? scope)
    {
        operation.OperationId = described.Id;
        operation.Summary = $"{described.Summary.Zh} · {described.Summary.En}";
        operation.Description = scope is null ? "任何密钥 · any key" : $"权限范围 · scope: {scope.Name}";
        operation.Tags = null;
        operation.Parameters = [.. described.Parameters.Select(Parameter)];
        if (described.Takes.Count > 0)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = described.Takes.ToDictionary(type => type, type => new OpenApiMediaType { Examples = Examples(described.Examples.Where(e => e.Body is not null && e.BodyType == type).Select(e => (e.Name, (JsonNode?)Body(e)))) }, StringComparer.Ordinal),
            };
        }
        operation.Responses = [];
        foreach (var status in described.Examples.GroupBy(e => e.Status))
        {
            var answers = status.Select(e => (e.Name, Answer(described.Id, e))).ToList();
            operation.Responses[status.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = status.Key < 400 ? "OK" : string.Join(", ", status.Select(e => e.Code)),
                Content = new Dictionary<string, OpenApiMediaType> { [status.Key < 400 ? Json : ApiProblem.Type] = new() { Schema = SchemaOf(answers[0].Item2), Examples = Examples(answers) } },
            };
        }
    }

    private static OpenApiParameter Parameter(ApiParameter of) => new()
    {
        Name = of.Name, In = ParameterLocation.Query, Required = of.Required, Description = $"{of.Words.Zh} · {of.Words.En}",
        Schema = new OpenApiSchema { Type = of.Flag ? JsonSchemaType.Boolean : of.Name == ApiParameter.Limit.Name ? JsonSchemaType.Integer : JsonSchemaType.String, Enum = of.OneOf.Count == 0 ? null : [.. of.OneOf.Select(v => (JsonNode)JsonValue.Create(v))] },
    };

    private static Dictionary<string, IOpenApiExample> Examples(IEnumerable<(string Name, JsonNode? Value)> of) =>
        of.ToDictionary(e => e.Name, e => (IOpenApiExample)new OpenApiExample { Value = e.Value }, StringComparer.Ordinal);

    private static JsonNode Body(ApiExample example) => example.BodyType == Json ? JsonNode.Parse(example.Body!)! : JsonValue.Create(example.Body!);

    /// <summary>What the document shows for an example; null where there is no such file.</summary>
    public static JsonNode? Answer(string id, ApiExample example)
    {
        if (example.Code is { } code) return new JsonObject { ["type"] = "urn:heng:refusal:" + code, ["title"] = "…", ["status"] = example.Status, ["code"] = code };
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(FileOf(id, example));
        return file is null ? null : JsonNode.Parse(file);
    }

    public static string FileOf(string id, ApiExample example) => $"api.{id}-{example.Name}.json";

    /// <summary>The shape of an example: which fields there are and of what kind. What is null there may be anything.</summary>
    private static OpenApiSchema SchemaOf(JsonNode? node) => node switch
    {
        JsonObject fields => new() { Type = JsonSchemaType.Object, Properties = fields.ToDictionary(f => f.Key, f => (IOpenApiSchema)SchemaOf(f.Value), StringComparer.Ordinal) },
        JsonArray rows => new() { Type = JsonSchemaType.Array, Items = SchemaOf(rows.FirstOrDefault()) },
        null => new(),
        _ => new()
        {
            Type = node.GetValueKind() switch { JsonValueKind.String => JsonSchemaType.String, JsonValueKind.Number => JsonSchemaType.Number, _ => JsonSchemaType.Boolean } | JsonSchemaType.Null,
        },
    };
}
