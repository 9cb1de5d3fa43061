namespace Heng.App.Features.Errors;

public sealed record ErrorView(int Status);
