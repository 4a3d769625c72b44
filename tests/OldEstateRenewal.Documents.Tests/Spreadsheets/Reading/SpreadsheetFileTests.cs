using System.Text;
using OldEstateRenewal.Documents.Spreadsheets.Reading;

namespace OldEstateRenewal.Documents.Tests.Spreadsheets.Reading;

public sealed class SpreadsheetFileTests
{
    [Theory]
    [InlineData("1850.3200000000002", "1850.32")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("138479.32", "138479.32")]
    [InlineData("1E3", "1000")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("370102199001011000", "370102199001011000")]
    [InlineData("1.0000000000000001E-5", "0.00001")]
    [InlineData("99999.999999999985", "100000")]
    [InlineData("0", "0")]
    [InlineData("2500.00", "2500")]
    public void Rows_Number_IsExactToFifteenDigits(string stored, string expected) => Assert.Equal(expected, Cell($"<c r='A1'><v>{stored}</v></c>").ToString());

    [Fact]
    public void Rows_EveryKindOfCell_IsTold()
    {
        Assert.Equal(SheetCellKind.Error, Cell("<c r='A1' t='e'><v>#REF!</v></c>").Kind);
        Assert.Equal(SheetCellKind.UncalculatedFormula, Cell("<c r='A1'><f>SUM(B1)</f></c>").Kind);
        Assert.True(Cell("<c r='A1'><f>SUM(B1)</f><v>3</v></c>") is { IsCalculated: true, Number: 3 });
        Assert.Equal("TRUE", Cell("<c r='A1' t='b'><v>1</v></c>").ToString());
        Assert.Equal("=cmd|' /C calc'!A0", Cell("<c r='A1' t='inlineStr'><is><t>=cmd|' /C calc'!A0</t></is></c>").ToString());
        Assert.Equal("富文本", Cell("<c r='A1' t='inlineStr'><is><r><t>富</t></r><r><t>文本</t></r><rPh><t>拼音</t></rPh></is></c>").ToString());
        Assert.Equal("一\n二", Cell("<c r='A1' t='inlineStr'><is><t>一_x000A_二</t></is></c>").ToString());
        Assert.Equal("1E+300", Cell("<c r='A1'><v>1E+300</v></c>").ToString());
    }

    [Theory]
    [InlineData("14", "36069", "1998-10-01")]
    [InlineData("176", "36069", "1998-10-01")]
    [InlineData("176", "1", "1900-01-01")]
    [InlineData("176", "61", "1900-03-01")]
    [InlineData("22", "36069.5", "1998-10-01 12:00:00")]
    [InlineData("177", "36069", "36069")]
    [InlineData("2", "36069", "36069")]
    [InlineData("176", "9999999999", "9999999999")]
    public void Rows_NumberWithFormat_IsDateOnlyWhereDaysAreShown(string format, string stored, string expected)
    {
        var book = new WorkbookBytes($"<row r='1'><c r='A1' s='1'><v>{stored}</v></c></row>").Add("xl/styles.xml",
            $"<styleSheet><numFmts><numFmt numFmtId='176' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/><numFmt numFmtId='177' formatCode='[Red]#,##0.00&quot;mdy&quot;'/></numFmts><cellStyleXfs><xf numFmtId='0'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='{format}'/></cellXfs></styleSheet>");
        Assert.Equal(expected, First(book.ToStream())[0].ToString());
    }

    [Fact]
    public void Rows_GapsAndMissingReferences_KeepTheirNumbers()
    {
        using var file = Open(new WorkbookBytes("<row><c><v>1</v></c></row><row r='7'><c r='C7'><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>").ToStream());
        var rows = file.Rows(0).ToList();
        Assert.Equal([1, 7, 9], rows.Select(row => row.Number));
        Assert.True(rows[1][1].IsEmpty);
        Assert.Equal((2m, 3m), (rows[1][2].Number, rows[1][3].Number));
        Assert.True(rows[1][99].IsEmpty);
    }

    [Fact]
    public void MergedAreas_OfWorkbook_AreFoundBehindTheRows()
    {
        using var file = Open(new WorkbookBytes("<row r='1'><c><v>1</v></c></row>", "<mergeCells count='2'><mergeCell ref='C5:D9'/><mergeCell ref='A1:AA1'/><mergeCell ref='nonsense'/></mergeCells>").ToStream());
        Assert.Equal([new(1, 0, 1, 26), new(5, 2, 9, 3)], file.MergedAreas(0));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("GB18030", false)]
    public void Open_TextInAnyEncoding_IsRead(string encoding, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var code = Encoding.GetEncoding(encoding);
        var content = new MemoryStream([.. mark ? code.GetPreamble() : [], .. code.GetBytes("小区名称,户数\r\n䶮园,16\r\n")]);
        using var file = Open(content);
        Assert.Equal("小区名称|户数 䶮园|16", string.Join(' ', file.Rows(0).Select(row => string.Join('|', row.Cells))));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "a|b 1|2")]
    [InlineData("a;b\n1,5;2\n", "a|b 1,5|2")]
    [InlineData("a\tb\n\"1\t\"\"x\"\"\"\t2", "a|b 1\t\"x\"|2")]
    [InlineData("sep=;\na;b\n", "a|b")]
    [InlineData("a,b\n\"1\r\n2\",3\n", "a|b 1\n2|3")]
    [InlineData("a,b\n=\"0012\",2\n", "a|b 0012|2")]
    [InlineData("标题\na,b\n\n1,2\n", "标题 a|b 1|2")]
    [InlineData("a\"b,c\n", "a\"b|c")]
    public void Rows_DelimitedText_IsSplit(string text, string expected)
    {
        using var file = Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(expected, string.Join(' ', file.Rows(0).Select(row => string.Join('|', row.Cells))));
    }

    [Fact]
    public void Rows_ReadTwiceAndBrokenOff_StartAnew()
    {
        using var file = Open(new WorkbookBytes("<row r='1'><c><v>1</v></c></row><row r='2'><c><v>2</v></c></row>").ToStream());
        Assert.Equal(1, file.Rows(0).First()[0].Number);
        Assert.Equal(2, file.Rows(0).Count());
    }

    private static SpreadsheetFile Open(Stream content) => SpreadsheetFile.Open(content, "测试.xlsx");

    private static SheetRow First(Stream content)
    {
        using var file = Open(content);
        return file.Rows(0).First();
    }

    private static SheetCell Cell(string cell) => First(new WorkbookBytes($"<row r='1'>{cell}</row>").ToStream())[0];
}
