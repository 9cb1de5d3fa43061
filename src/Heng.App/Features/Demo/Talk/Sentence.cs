namespace Heng.App.Features.Demo.Talk;

/// <summary>A sentence with gaps, such as 这款{品}有{色}吗; parsed once, filled for each conversation.</summary>
internal sealed class Sentence
{
    private readonly string[] _pieces;
    private readonly int[] _gaps;

    public Sentence(string text)
    {
        // \n stands for a line break within one message.
        var parts = text.Replace("\\n", "\n", StringComparison.Ordinal).Split('{', '}');
        _pieces = parts;
        _gaps = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++) _gaps[i] = i % 2 == 1 ? TalkSlots.IndexOf(parts[i]) : -1;
    }

    public string Fill(TalkSlots slots)
    {
        if (_pieces.Length == 1) return _pieces[0];
        var filled = new string[_pieces.Length];
        for (var i = 0; i < filled.Length; i++) filled[i] = _gaps[i] < 0 ? _pieces[i] : slots[_gaps[i]];
        return string.Concat(filled);
    }
}
