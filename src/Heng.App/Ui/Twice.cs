using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Heng.App.Ui;

/// <summary>
/// A form that is sent twice, as by a finger that taps twice, is taken once: the second is answered with where the first led. The page's token tells one page from the next, so that the
/// same words sent from a page that was loaded anew are another form. What was refused may be sent again; what htmx sends is a part of a page that stays and is taken every time.
/// </summary>
internal sealed class Twice(TimeProvider time)
{
    private const int Most = 2000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, (Task<string?> Led, DateTimeOffset At)> taken = new(StringComparer.Ordinal);

    public async ValueTask<object?> Once(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.Headers.ContainsKey("HX-Request")) return await next(call);
        var (key, led) = (KeyOf(call.HttpContext, await request.ReadFormAsync()), new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously));
        Forget();
        var first = taken.GetOrAdd(key, (led.Task, time.GetUtcNow()));
        if (first.Led != led.Task) return await first.Led is { } to ? new SeeOther(to) : await next(call);
        string? where = null;
        try
        {
            var result = await next(call);
            where = (result as SeeOther)?.To;
            return result;
        }
        finally
        {
            if (where is null) taken.TryRemove(key, out _);
            led.SetResult(where);
        }
    }

    private void Forget()
    {
        var before = time.GetUtcNow() - Remembered;
        foreach (var old in taken.Where(t => t.Value.At < before || taken.Count > Most && t.Value.Led.IsCompleted).ToArray()) taken.TryRemove(old);
    }

    /// <summary>Names and values behind their lengths, so that no two forms read alike; of files, names and sizes.</summary>
    private static string KeyOf(HttpContext context, IFormCollection form)
    {
        var text = new StringBuilder();
        void Add(string? part) => text.Append(part?.Length ?? -1).Append(':').Append(part);
        Add(context.User.Identity?.Name);
        Add(context.Request.Path + context.Request.QueryString);
        foreach (var (name, values) in form) foreach (var value in values.Prepend(name)) Add(value);
        foreach (var file in form.Files) { Add(file.Name); Add(file.FileName); text.Append(file.Length); }
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
