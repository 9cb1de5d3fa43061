namespace Heng.Engine.Tests.Tidy;

/// <summary>The scanners that the tidy rules stand on.</summary>
public sealed class ScanTests
{
    private const string Raw = "\"\"\"";

    [Theory]
    [InlineData("a; // b { \" c\nd", "a;           \nd")]
    [InlineData("a /* { \n } */ b", "a      \n      b")]
    [InlineData("x = \"a { \\\" b\"; y", "x =           ; y")]
    [InlineData("x = '\"'; y = '\\''; z", "x =    ; y =     ; z")]
    [InlineData("x = @\"a\\\"; y", "x =      ; y")]
    [InlineData("x = @\"a\"\"b\"; y", "x =        ; y")]
    [InlineData("x = \"\"; y", "x =   ; y")]
    [InlineData("x = $\"a{b[\"c\"]}d\"; y", "x =    {b[   ]}  ; y")]
    [InlineData("x = $\"a{{b}}\"; y", "x =          ; y")]
    public void Comments_and_strings_become_blanks_of_the_same_length(string text, string code) => Assert.Equal(code, CodeScan.Code(text));

    [Fact]
    public void A_raw_string_ends_at_as_many_quotes_as_began_it() =>
        Assert.Equal("x =              ; y", CodeScan.Code($"x = {Raw}a \" {{ b{Raw}; y"));

    [Fact]
    public void A_raw_string_with_two_dollars_keeps_only_what_two_braces_hold()
    {
        var code = CodeScan.Code($"x = $$" + Raw + "{a} {{ b }} c" + Raw + "; y");
        Assert.DoesNotContain('a', code);
        Assert.DoesNotContain('c', code);
        Assert.Contains(" b ", code, StringComparison.Ordinal);
        Assert.EndsWith("; y", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Strings_stay_when_only_comments_go() => Assert.Equal("x = \"// a\";     ", CodeScan.WithoutComments("x = \"// a\"; // b"));

    [Fact]
    public void Members_are_measured_from_their_first_line_to_their_closing_brace()
    {
        const string text = """
            namespace A;
            public sealed class B(int x) : C
            {
                private static readonly int[] Table =
                [
                    1,
                    2,
                ];
                public int One() => 1;
                /// <summary>Not counted { with the method.</summary>
                [Fact]
                public void Two(string s = "}")
                {
                    var f = () => { return 1; };
                    if (s is { Length: 1 }) { }
                }
                public int Three
                {
                    get { return 3; }
                }
                public IReadOnlyList<int> Four { get; } = [1,
                    2];
                public static bool operator ==(B a, B b) =>
                    true;
            }
            enum D { E, F }
            """;
        Assert.Equal([new("One", 9, 1), new("Two", 11, 6), new("Three", 17, 4), new("Four", 21, 1)], MemberScan.Of(CodeScan.Code(text)).Take(4));
        Assert.Equal((23, 2), MemberScan.Of(CodeScan.Code(text)) is [.., var last] ? (last.Line, last.Lines) : default);
        Assert.Equal(5, MemberScan.Of(CodeScan.Code(text)).Count);
    }

    [Fact]
    public void Members_of_nested_types_are_found_and_a_constraint_is_no_type()
    {
        const string text = """
            namespace A
            {
                record B
                {
                    struct C
                    {
                        void D<T>() where T : class
                        {
                        }
                    }
                }
            }
            """;
        Assert.Equal([new("D", 7, 3)], MemberScan.Of(CodeScan.Code(text)));
    }
}
