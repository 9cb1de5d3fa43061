namespace Heng.App.Ui;

/// <summary>What a query answers a page: the view, or why there is none (not there, or not for this person's eyes).</summary>
public sealed record Seen<TView>(TView? View, int Status) where TView : class
{
    public static readonly Seen<TView> NotFound = new(null, StatusCodes.Status404NotFound);
    public static readonly Seen<TView> Forbidden = new(null, StatusCodes.Status403Forbidden);
    public static implicit operator Seen<TView>(TView view) => new(view, StatusCodes.Status200OK);
}
