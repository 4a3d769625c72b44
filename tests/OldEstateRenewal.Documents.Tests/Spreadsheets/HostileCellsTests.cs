using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Spreadsheets;

public sealed class HostileCellsTests
{
    [Theory]
    [InlineData("=CMD|'/C calc'!A0")]
    [InlineData("+1")]
    [InlineData("-1+2")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</t></is></c>&amp;")]
    [InlineData(" 前后有空格 ")]
    [InlineData("第一行\n第二行")]
    [InlineData("_x0041_")]
    [InlineData("\t制表\t")]
    [InlineData("䶮𫚉")]
    public void Write_HostileText_StaysTheSameText(string text) => Assert.Equal(text, WrittenAndRead(text));

    // In the code, not in attributes: those are kept as UTF-8, where half a surrogate pair cannot stand.
    [Fact]
    public void Write_IllegalCharacters_AreReplaced()
    {
        Assert.Equal("a\uFFFDb", WrittenAndRead("a\0b"));
        Assert.Equal("a\uFFFDb", WrittenAndRead("a\u001Fb"));
        Assert.Equal("a\uFFFDb", WrittenAndRead("a\uD800b"));
        Assert.Equal("a\uFFFD", WrittenAndRead("a\uDC00"));
        Assert.Equal("a\uFFFDb", WrittenAndRead("a\uFFFFb"));
        Assert.Equal("a\nb\nc", WrittenAndRead("a\r\nb\rc"));
    }

    [Fact]
    public void Write_FortyThousandCharacters_AreCut()
    {
        var read = WrittenAndRead(new string('字', 40_000));
        Assert.Equal(new string('字', 32_766) + "…", read);
    }

    [Fact]
    public void Write_CutInsideSurrogatePair_KeepsNoHalf()
        => Assert.EndsWith("字…", WrittenAndRead(new string('字', 32_765) + "𫚉𫚉"));

    [Fact]
    public void Write_AnyText_ReadsBackClean()
        => Check.One(Config.QuickThrowOnFailure, Prop.ForAll<NonNull<string>>(text =>
            WrittenAndRead("甲" + text.Get + "乙") == Expected("甲" + text.Get + "乙")));

    [Fact]
    public void Write_HostileTitle_IsValidAndNamesTheSheet()
    {
        var report = new OldEstateRenewal.Documents.Tables.TableReport<int>([new("列", 9, x => x)], [1])
        {
            Title = "=1+1:[a]*?/\\'\0" + new string('题', 60),
            Author = "<a&b>",
            MadeAt = SampleReports.MadeAt,
        };
        var sheet = new SheetFile(report);
        Assert.Empty(sheet.Errors);
        Assert.Equal(1d, sheet.Rows[2][0]);
    }

    private static string? WrittenAndRead(string text)
    {
        var sheet = new SheetFile(SampleReports.Texts(text));
        Assert.Empty(sheet.Errors);
        Assert.Empty(sheet.Elements("f"));
        return (string?)sheet.Rows[2][0];
    }

    // Encoding turns half a surrogate pair into U+FFFD by its own rules: a second opinion.
    private static string Expected(string text)
        => string.Concat(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\r\n", "\n").Replace('\r', '\n')
            .Select(c => c < ' ' && c is not ('\t' or '\n') || c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c));
}
