using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Heng.App.Features.Gallery;
using Heng.App.Features.Pay;
using Heng.App.Features.Pay.Papers;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Tests.Pay;

/// <summary>Payslips printed to PDF by the Chromium that is there.</summary>
public sealed class PaperTests
{
    private static readonly Shell Around = Shell.Nobody with { Shop = SamplePeople.Shop };
    private static string Program => Chromium.Find() ?? throw new InvalidOperationException("the page tests need a Chromium too");

    private static void Shows(byte[] pdf, params string[] words)
    {
        var printed = PrintedText.Of(pdf);
        Assert.Empty(string.Concat(words).EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r) && !printed.Contains(r)).Select(r => r.ToString()));
    }

    [Fact]
    public async Task A_payslip_is_printed_with_its_Chinese_words_and_no_link_of_the_page()
    {
        var slip = AgentSamples.Payslip(SamplePeople.Names[15]);
        await using var press = await PaperPress.Open(Program, Around, Language.Zh);
        var pdf = await press.Print(slip);
        Shows(pdf, [slip.Agent, SamplePeople.Shop, "绩效工资条", "实发合计", Show.Yuan(slip.Net), .. slip.Lines.Select(l => l.Label.Zh)]);
        Assert.DoesNotContain("/URI", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Equal(1, PrintedText.Pages(pdf));
    }

    [Fact]
    public async Task Ten_lines_with_their_formulas_stand_on_one_page()
    {
        var slip = AgentSamples.Payslip(SamplePeople.Names[15]);
        var line = slip.Lines[0] with { Formula = new("平衡点 224.00 + 步数 2 × 20.00（实际 12,381，平衡点 12,181），最高 448.00", "balance point 224.00 + steps 2 × 20.00"), Notes = [] };
        await using var press = await PaperPress.Open(Program, Around, Language.Zh);
        Assert.Equal(1, PrintedText.Pages(await press.Print(slip with { Lines = [.. Enumerable.Repeat(line, 9), line with { Notes = [new("扣后不低于最低工资", "not under the minimum wage")] }] })));
        // Of more the first page is filled, and none stands empty before it: forty lines are not four pages.
        Assert.InRange(PrintedText.Pages(await press.Print(slip with { Lines = [.. Enumerable.Repeat(line, 40)] })), 2, 3);
    }

    [Fact]
    public async Task All_payslips_of_an_archive_come_from_one_browser_in_either_language_and_what_is_in_a_name_is_no_markup()
    {
        var slip = AgentSamples.Payslip("</title><script>document.title='ran'</script>");
        PayslipView[] slips = [slip, .. SamplePeople.Names.Take(3).Select(AgentSamples.Payslip), slip with { Lines = [slip.Lines[0] with { Label = new("全勤奖", "Attendance ĦĦ") }] }];
        using var zip = new MemoryStream();
        await using (var press = await PaperPress.Open(Program, Around with { Demo = true }, Language.En)) Assert.Equal(5, await press.Zip(zip, slips));
        using var read = new ZipArchive(zip);
        Assert.Equal("payslip-2026-10-王雨桐.pdf", read.Entries[1].FullName);
        byte[] Bytes(int entry)
        {
            using var bytes = new MemoryStream();
            using (var file = read.Entries[entry].Open()) file.CopyTo(bytes);
            return bytes.ToArray();
        }
        Shows(Bytes(0), slip.Agent, "Net pay", "invented");
        // Each is a document of its own: what only the last says stands in no other.
        Assert.DoesNotContain(new Rune('Ħ'), PrintedText.Of(Bytes(3)));
        Shows(Bytes(4), "Attendance ĦĦ");
    }

    [Fact]
    public async Task A_browser_that_says_nothing_is_ended_with_its_children_and_the_next_may_start()
    {
        var folder = Directory.CreateTempSubdirectory("heng-silent-").FullName;
        try
        {
            var silent = Path.Combine(folder, "silent");
            await File.WriteAllTextAsync(silent, $"#!/bin/sh\nsleep 61.25 &\necho $! > {folder}/child\nwait\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(silent, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            await Assert.ThrowsAsync<PressFailedException>(() => Chromium.Start(silent, TimeSpan.FromSeconds(1)));
            var child = int.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "child")), System.Globalization.CultureInfo.InvariantCulture);
            for (var i = 0; i < 50 && Runs(child); i++) await Task.Delay(20);
            Assert.False(Runs(child));
            await Assert.ThrowsAsync<PressFailedException>(() => PaperPress.Open("/bin/false", Around, Language.Zh));
            await using var press = await PaperPress.Open(Program, Around, Language.Zh);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A child that ended and that nobody has waited for yet runs no more.</summary>
    private static bool Runs(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            return false;
        }
    }

    [Fact]
    public void The_program_is_the_one_that_is_named_or_else_the_first_of_the_path()
    {
        var folder = Directory.CreateTempSubdirectory("heng-path-").FullName;
        try
        {
            string At(string name) => Path.Combine(folder, name);
            string? Found(string? named) => Chromium.Find(variable => variable == "PATH" ? $"/nowhere{Path.PathSeparator}{folder}" : variable == Chromium.Variable ? named : null);
            Assert.Null(Found(null));
            File.WriteAllText(At("google-chrome"), "");
            Assert.Equal(At("google-chrome"), Found(null));
            File.WriteAllText(At("chromium"), "");
            Assert.Equal(At("chromium"), Found(""));
            Assert.Equal(At("google-chrome"), Found(At("google-chrome")));
            // Who names one that is not there wants no other.
            Assert.Null(Found(At("none")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
