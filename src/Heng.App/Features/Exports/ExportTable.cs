namespace Heng.App.Features.Exports;

/// <summary>Rows for a file: a decimal, int or long is a number, null an empty cell, anything else its text. Name is the file's, without its ending.</summary>
public sealed record ExportTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public const string Missing = "–";

    /// <summary>A number to six places without idle zeroes; a missing one is a dash and never 0.</summary>
    public static object Number(decimal? value) => value is { } number ? Math.Round(number, 6, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m : Missing;

    public IResult As(ExportKind kind) => kind switch
    {
        ExportKind.Csv => Results.File(CommaText.Of(Columns, Rows), CommaText.ContentType, $"{Name}.csv"),
        ExportKind.Xlsx => Results.File(Workbook.Of(Name, Columns, Rows), Workbook.ContentType, $"{Name}.xlsx"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

public enum ExportKind { Csv, Xlsx }
