using Heng.Engine.Records;
using Heng.Intake.Bytes;
using Heng.Intake.Chats;
using Heng.Intake.Fields;

namespace Heng.Intake;

/// <summary>The way in: a path and what is said about it become rows, or a refusal that says why not. Never throws for what a file holds.</summary>
public static class IntakeFile
{
    public static Opening Open(string path, IntakeOptions? options = null)
    {
        try
        {
            return Open(path, Prefix(path), options ?? IntakeOptions.None);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Refused(Refusals.Missing);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return new Refused(Refusals.Unreadable);
        }
    }

    private static Opening Open(string path, ReadOnlySpan<byte> prefix, IntakeOptions options)
    {
        if (options.Kind is { } kind && Formats.Find(kind) is null) return new Refused(Refusals.KindUnknown(kind));
        var sniffed = Sniffed.From(prefix);
        var name = options.FileName ?? Path.GetFileName(path);
        var isJson = LooksLikeJson(prefix[Math.Min(sniffed.Preamble, prefix.Length)..], sniffed.Kind, name, options.Kind);
        if (NotText(path, sniffed.Kind, isJson) is { } refusal) return new Refused(refusal);

        var candidates = Formats.All.Where(f => f.Shape == (isJson ? Shape.JsonLines : Shape.Table)).ToList();
        if (options.Map is { } map) candidates.RemoveAll(f => f.Holds != map.Holds);
        if (options.Kind is not null) candidates.RemoveAll(f => f.Id != options.Kind);
        if (candidates.Count == 0 && !MayBeChat(sniffed.Kind, isJson, options)) return new Refused(Refusals.MapDoesNotFit([options.Map?.Kind ?? "", options.Kind ?? ""]));

        var file = new TextFile(path, sniffed);
        if (sniffed.Kind == FileKind.Empty) return EmptyJson(file, candidates[0], options, name);
        var search = new HeaderSearch(file, candidates, options.Map);
        var (layout, unknown) = isJson ? search.JsonLines() : search.Table();
        if (layout is null && MayBeChat(sniffed.Kind, isJson, options))
        {
            (layout, var unclear) = new ChatSearch(file, options, options.Shop ?? FileName.Covers(name).Shop).Find();
            unknown = unclear ?? unknown;
        }
        return layout is null ? new Refused(unknown!) : WithLayout(file, layout, options, name);
    }

    /// <summary>A chat text has no header, so it is what a text may be that is no table.</summary>
    private static bool MayBeChat(FileKind kind, bool isJson, IntakeOptions options) =>
        kind == FileKind.Text && !isJson && options.Map is null && (options.Kind is null || Formats.Find(options.Kind)!.Shape == Shape.Conversation);

    private static Opening WithLayout(TextFile file, Layout layout, IntakeOptions options, string name)
    {
        var covers = FileName.Covers(name);
        // 咨询接待分析_2026-10-01.xlsx names no shop: only what is a shop's by its days is named after it.
        var (shop, day) = (options.Shop ?? options.Map?.Constants.GetValueOrDefault("shop") ?? (layout.Format.OfDays ? covers.Shop : null), options.Day ?? covers.Day);
        if (layout.Format.OfShop && shop is null && !NamesShop(layout)) return new Refused(Refusals.ShopMissing);

        var period = options.Day is { } from ? (from, options.LastDay ?? from) : Periods(layout, name).FirstOrDefault(p => p is not null);
        if (layout.Format.NeedsPeriod && period is null) return new Refused(Refusals.PeriodMissing);

        var records = RecordsOf(file, layout);
        var more = records.Next();
        if (!more && layout.Format.OfDays && (shop is null || day is null))
        {
            records.Dispose();
            return new Refused(Refusals.DayMissing);
        }
        if (!more && layout.Format.OfDays && day is { } empty && ShopClock.Shanghai.StartOf(empty) > options.Latest)
        {
            records.Dispose();
            return new Refused(Refusals.DayInFuture);
        }
        var times = (options.Map?.Times ?? Times.Shanghai) with { Charset = file.Charset, Latest = options.Latest };
        Cells Over(Records walked, bool percents) => new(layout.Format, walked, layout.Binding, file.Charset, times, shop, options.Map is not { NoSequence: true })
        {
            Period = period, RatesInPercent = percents, GivenAccount = options.Accounts is [var account, ..] ? account : null, Again = () => Again(file, layout, other => Over(other, percents)),
        };
        var notation = layout.Format.Notation?.Invoke(Again(file, layout, walked => Over(walked, false))) ?? RateNotation.Fractions;
        return new Opened(layout, file, records, Over(records, notation.Percents), more) { DoubtfulRates = notation.Doubtful, Shop = shop, Day = day, ExportedAt = options.ExportedAt ?? options.Map?.ExportedAt ?? FileName.ExportedAt(name) };
    }

    private static IEnumerable<(DateOnly From, DateOnly To)?> Periods(Layout layout, string name) => [.. layout.Banner.Select(FileName.Period), FileName.Period(name)];

    /// <summary>Another walk over the file, for a format that must know what comes before it reads the first row.</summary>
    private static IEnumerable<Cells> Again(TextFile file, Layout layout, Func<Records, Cells> over)
    {
        using var records = RecordsOf(file, layout, aside: true);
        var cells = over(records);
        while (records.Next())
        {
            cells.Begin();
            if (records.Fault is null) yield return cells;
        }
    }

    private static Records RecordsOf(TextFile file, Layout layout, bool aside = false)
    {
        var window = file.Window(aside);
        if (layout.Format.Shape == Shape.JsonLines) return new JsonRecords(window, layout.Names, file.Charset);
        if (layout.Format.Chat is { } chat) return chat(window, file.Charset, layout.Parties!);
        var records = new DelimitedRecords(window, layout.Delimiter, file.IsSheet);
        for (var i = 0; i < layout.RecordsAbove; i++) records.Next();
        return records;
    }

    private static bool NamesShop(Layout layout)
    {
        return new[] { "shop", "店铺", "店铺名称" }.Select(layout.Format.ColumnOf).Any(column => column >= 0 && layout.Binding.Slots[column].IsBound);
    }

    /// <summary>A JSON Lines file has no header, so an empty one is a day without messages where the shop and the day are known.</summary>
    private static Opening EmptyJson(TextFile file, Format format, IntakeOptions options, string name)
    {
        var names = format.Columns.Select(c => c.Name).ToList();
        var binding = Binding.Of(format, names, null, file.Charset);
        return WithLayout(file, new(format, binding, 0, 0, [], names), options, name);
    }

    private static Refusal? NotText(string path, FileKind kind, bool isJson) => kind switch
    {
        FileKind.Empty => isJson ? null : Refusals.Empty,
        FileKind.Html => Refusals.Html,
        FileKind.Binary => Refusals.Binary,
        FileKind.UnknownEncoding => Refusals.EncodingUnknown,
        FileKind.Sheet => Workbook.Check(path),
        _ => null,
    };

    private static bool LooksLikeJson(ReadOnlySpan<byte> text, FileKind kind, string name, string? given)
    {
        if (given is not null) return Formats.Find(given)!.Shape == Shape.JsonLines;
        if (kind == FileKind.Empty) return Path.GetExtension(name).ToLowerInvariant() is ".ndjson" or ".jsonl";
        return kind == FileKind.Text && text.TrimStart(" \t\r\n\0"u8) is [(byte)'{', ..];
    }

    private static ReadOnlySpan<byte> Prefix(string path)
    {
        using var file = File.OpenRead(path);
        var prefix = new byte[Math.Min(Sniffed.PrefixBytes, file.Length)];
        var read = file.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        return prefix.AsSpan(0, read);
    }
}
