namespace Heng.App.Features.Exports;

/// <summary>Rows for a file: a decimal, int or long is a number, null an empty cell, anything else its text. Name is the file's, without its ending.</summary>
public sealed record ExportTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public const string Missing = "–";

    public IResult As(ExportKind kind) => kind switch
    {
        ExportKind.Csv => Results.File(CommaText.Of(Columns, Rows), CommaText.ContentType, $"{Name}.csv"),
        ExportKind.Xlsx => Results.File(Workbook.Of(Name, Columns, Rows), Workbook.ContentType, $"{Name}.xlsx"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

public enum ExportKind { Csv, Xlsx }
