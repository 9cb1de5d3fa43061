using System.Text;

namespace Heng.Engine.Quality.Phrases;

/// <summary>Takes out of an answer what belongs to one buyer, and leaves a placeholder in its place: numbers of five digits and more, and the buyer's name.</summary>
public static class PhraseMask
{
    public const string Number = "{号码}", Buyer = "{买家}";
    private const int Digits = 5;

    public static string Of(string text, string buyer)
    {
        // A name of one character would take out half of what is written.
        var named = buyer.Length > 1 ? text.Replace(buyer, Buyer, StringComparison.OrdinalIgnoreCase) : text;
        var masked = new StringBuilder(named.Length);
        for (var i = 0; i < named.Length;)
        {
            var end = i;
            while (end < named.Length && char.IsDigit(named[end])) end++;
            if (end - i >= Digits) masked.Append(Number);
            else masked.Append(named, i, Math.Max(1, end - i));
            i = Math.Max(end, i + 1);
        }
        return masked.ToString();
    }
}
