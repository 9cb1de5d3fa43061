namespace Heng.App.Features.People;

/// <summary>Who asks, from the request's session; null where nobody is signed in.</summary>
public delegate Viewer? ViewerFor(HttpContext context);
