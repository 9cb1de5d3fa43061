using Heng.Engine.Records;
using Heng.Intake.Mapping;

namespace Heng.Intake.Tests;

public class MapTests
{
    private const string Whole = """
        columns:
          buyer: customer
          account: {column: agent, default: {column: team}}
          at: sent
          from: {column: direction, default: in}
          text: body
        constants: {shop: demo}
        values: {from: {in: buyer, out: agent}, account: {"-": nobody}}
        time: {format: "dd.MM.yyyy HH:mm:ss", zone: UTC}
        drop:
          - {column: team, contains: "|"}
          - {column: body, matches: "^RT "}
          - {column: customer, empty: true}
        sequence: number
        exported_at: 2026-10-02 08:00:00
        """;
    private const string Header = "customer;agent;team;sent;direction;body;number\n";

    [Fact]
    public void A_map_reads_anybodys_table()
    {
        using var file = Given.Text(Header + "c;a;t;01.10.2026 01:00:00;out;hi;77\nc;;t;01.10.2026 01:00:00;;hi;78\nc;-;t;01.10.2026 01:00:00;in;hi;79\n");
        // 01:00:00 UTC is the 1790816400th second.
        Assert.Equal(
            [
                new("demo", "c", "a", new(1_790_816_400), Sender.Agent, MessageKind.Text, null, "hi", null, 77),
                new("demo", "c", "t", new(1_790_816_400), Sender.Buyer, MessageKind.Text, null, "hi", null, 78),
                new("demo", "c", "nobody", new(1_790_816_400), Sender.Buyer, MessageKind.Text, null, "hi", null, 79),
            ],
            file.Messages(new(Map: Given.Map(Whole))));
    }

    [Fact]
    public void Dropped_rows_are_counted_with_the_condition_they_met()
    {
        using var file = Given.Text(Header + "c;a;x|y;01.10.2026 01:00:00;out;hi;1\nc;a;t;01.10.2026 01:00:00;out;RT hi;2\n;a;t;01.10.2026 01:00:00;out;hi;3\nc;a;t;01.10.2026 01:00:00;out;hi;4\n");
        var rows = file.Rows(new(Map: Given.Map(Whole)));
        Assert.Equal([Outcome.Dropped, Outcome.Dropped, Outcome.Dropped, Outcome.Accepted], rows.Select(r => r.Outcome));
        Assert.Equal("meets drop condition 2 of the map", rows[1].Reason!.Words.En);
    }

    [Fact]
    public void Not_turns_a_condition_round()
    {
        using var file = Given.Text("shop,buyer,account,at,from\ns,b,a,2026-10-01 09:00:00,buyer\nt,b,a,2026-10-01 09:00:00,buyer\n");
        var rows = file.Rows(new(Map: Given.Map("drop: [{column: shop, equals: s, not: true}]")));
        Assert.Equal([Outcome.Accepted, Outcome.Dropped], rows.Select(r => r.Outcome));
    }

    [Theory]
    [InlineData("sequence: none", 0)]
    [InlineData("sequence: line", 2)]
    [InlineData("sequence: {column: none}", 5)]
    public void Without_a_number_of_the_source_the_line_orders_equal_seconds_unless_the_map_says_none(string yaml, long sequence)
    {
        using var file = Given.Text("shop,buyer,account,at,from,none\ns,b,a,2026-10-01 09:00:00,buyer,5\n");
        Assert.Equal(sequence, Assert.Single(file.Messages(new(Map: Given.Map(yaml)))).Sequence);
    }

    [Theory]
    [InlineData("unix", "1790816400")]
    [InlineData("unix-ms", "1790816400999")]
    public void Unix_times_are_read_where_the_map_says_so(string format, string at)
    {
        using var file = Given.Text($"shop,buyer,account,at,from\ns,b,a,{at},buyer\n");
        Assert.Equal(1_790_816_400, Assert.Single(file.Messages(new(Map: Given.Map($"time: {{format: {format}}}")))).At.UnixSeconds);
    }

    [Fact]
    public void The_map_says_when_the_file_was_made()
    {
        using var file = Given.Text(Header + "c;a;t;01.10.2026 01:00:00;out;hi;77\n");
        using var opening = IntakeFile.Open(file.Path, new(Map: Given.Map(Whole)));
        // 2026-10-02 08:00:00 in Shanghai is midnight UTC: day 20728 × 86400.
        Assert.Equal(new Instant(1_790_899_200), ((Opened)opening).ExportedAt);
    }

    [Fact]
    public void A_map_works_on_json_lines_and_on_other_formats_too()
    {
        using var lines = Given.Text("{\"c\":\"b\",\"who\":\"a\",\"at\":\"2026-10-01 09:00:00\",\"dir\":\"in\"}\n");
        var map = Given.Map("columns: {buyer: c, account: who, from: dir}\nconstants: {shop: s}\nvalues: {from: {in: buyer}}");
        Assert.Equal(("b", "a"), (Assert.Single(lines.Messages(new(Map: map))).Buyer, Assert.Single(lines.Messages(new(Map: map))).Account));
        using var people = Given.Text("who,nicks,pay,since\nann,x;y,5000,2026-10-01\n");
        Assert.Equal("ann", people.Only<Employment>(new(Map: Given.Map("kind: people\ncolumns: {name: who, accounts: nicks, base_pay: pay, from: since}"))).Name);
    }

    [Fact]
    public void A_column_that_the_map_names_and_the_file_lacks_refuses_the_file()
    {
        using var file = Given.Text("shop,buyer,account,at,from\ns,b,a,2026-10-01 09:00:00,buyer\n");
        Assert.Equal("map-column-missing", file.RefusalCode(new(Map: Given.Map("drop: [{column: team, empty: true}]"))));
        Assert.Equal("map-column-missing", file.RefusalCode(new(Map: Given.Map("columns: {buyer: customer}"))));
        Assert.Equal("map-does-not-fit", file.RefusalCode(new(Kind: "people", Map: Given.Map("sequence: none"))));
    }

    [Theory]
    [InlineData("constants: {shop: s}\ncolums: {buyer: c}", 2, 1)]
    [InlineData("columns:\n  byer: c", 2, 3)]
    [InlineData("columns:\n  buyer: {colum: c}", 2, 11)]
    [InlineData("columns: {buyer: [a]}", 1, 18)]
    [InlineData("time: {zone: Europe/Berlin}", 1, 14)]
    [InlineData("drop:\n  - {column: a}", 2, 5)]
    [InlineData("drop:\n  - {column: a, matches: \"(\"}", 2, 5)]
    [InlineData("drop: {column: a}", 1, 7)]
    [InlineData("kind: nothing", 1, 7)]
    [InlineData("columns: [", 2, 1)]
    [InlineData("just words", 1, 1)]
    public void What_a_map_may_not_say_is_a_fault_at_its_line_and_column(string yaml, int line, int column)
    {
        var reading = MessageMap.Read(yaml);
        Assert.Null(reading.Map);
        Assert.Contains(reading.Faults, f => (f.Line, f.Column) == (line, column));
    }

    [Fact]
    public void A_pattern_that_runs_wild_costs_the_row_not_the_import()
    {
        using var file = Given.Text("shop,buyer,account,at,from,text\ns,b,a,2026-10-01 09:00:00,buyer," + new string('a', 40) + "!\n");
        var row = Assert.Single(file.Rows(new(Map: Given.Map("drop: [{column: text, matches: \"^(a+)+$\"}]"))));
        Assert.Equal("drop-condition-too-slow", row.Reason?.Code);
    }
}
