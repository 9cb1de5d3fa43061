namespace Heng.App.Features.Errors;

/// <param name="Unreadable">The form itself could not be read: characters that no text has, or too much of it.</param>
public sealed record ErrorView(int Status, bool Unreadable = false)
{
    /// <summary>How many bytes a form of this address may have, where it had more.</summary>
    public long? Most { get; init; }
}
