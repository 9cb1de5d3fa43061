namespace Heng.Intake.Fields;

/// <summary>Walks over the bytes of a date or time from left to right.</summary>
internal ref struct Cursor(ReadOnlySpan<byte> text)
{
    public ReadOnlySpan<byte> Rest { get; private set; } = text;

    /// <summary>yyyy-M-d, with - or / or . between, the same twice.</summary>
    public bool Date(out int year, out int month, out int day)
    {
        month = day = 0;
        if (!Number(4, 4, out year) || Rest.IsEmpty || Rest[0] is not ((byte)'-' or (byte)'/' or (byte)'.')) return false;
        var between = Rest[0];
        if (!Skip(between) || !Number(1, 2, out month) || !Skip(between) || !Number(1, 2, out day)) return false;
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    /// <summary>T or blanks, H:mm[:ss[.fraction]]; the fraction is cut.</summary>
    public bool Clock(out int second)
    {
        second = 0;
        if (!Skip((byte)'T'))
        {
            if (!Skip((byte)' ')) return false;
            while (Skip((byte)' ')) { }
        }
        var seconds = 0;
        if (!Number(1, 2, out var hours) || !Skip((byte)':') || !Number(2, 2, out var minutes)) return false;
        if (Skip((byte)':') && !Number(2, 2, out seconds)) return false;
        if (Skip((byte)'.')) while (!Rest.IsEmpty && Rest[0] is >= (byte)'0' and <= (byte)'9') Rest = Rest[1..];
        second = hours * 3600 + minutes * 60 + seconds;
        return hours <= 23 && minutes <= 59 && seconds <= 59;
    }

    /// <summary>Nothing, Z, ±hh:mm, ±hhmm or ±hh up to 14 hours; then the text must end.</summary>
    public bool Zone(int unnamed, out int offset)
    {
        offset = unnamed;
        if (Rest.IsEmpty) return true;
        offset = 0;
        if (Skip((byte)'Z')) return Rest.IsEmpty;
        var sign = Skip((byte)'+') ? 1 : Skip((byte)'-') ? -1 : 0;
        var minutes = 0;
        if (sign == 0 || !Number(2, 2, out var hours)) return false;
        _ = Skip((byte)':');
        if (!Rest.IsEmpty && !Number(2, 2, out minutes)) return false;
        offset = sign * (hours * 3600 + minutes * 60);
        return Rest.IsEmpty && hours <= 14 && minutes <= 59;
    }

    private bool Skip(byte one)
    {
        if (Rest.IsEmpty || Rest[0] != one) return false;
        Rest = Rest[1..];
        return true;
    }

    private bool Number(int fewest, int most, out int number)
    {
        number = 0;
        var digits = 0;
        while (digits < most && digits < Rest.Length && Rest[digits] is >= (byte)'0' and <= (byte)'9') number = number * 10 + Rest[digits++] - '0';
        Rest = Rest[digits..];
        return digits >= fewest;
    }
}
