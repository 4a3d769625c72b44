using System.Text;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>A .csv, or text with tabs or semicolons (分隔文本).</summary>
internal sealed class DelimitedFile : SpreadsheetFile
{
    private readonly Stream content;
    private readonly string name;
    private readonly Encoding encoding;
    private readonly DelimitedStart start;

    public DelimitedFile(Stream content, string name, ReadingLimits limits) : base(limits)
    {
        (this.content, this.name) = (content, name);
        encoding = TextEncodings.Of(content) ?? throw new UnreadableFileException($"文件{name}不是表格，也不是文本。请用 Excel 或 WPS 打开原表，另存为 .xlsx 或 .csv 后再上传。");
        start = Guard(() =>
        {
            using var text = OpenText();
            return DelimitedStart.Of(text);
        });
        if (start.LooksLikeMarkup)
            throw new UnreadableFileException($"文件{name}实际上是网页（HTML 或 XML）。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再上传。");
    }

    public override SpreadsheetFormat Format => SpreadsheetFormat.DelimitedText;

    public override IReadOnlyList<SheetInfo> Sheets => [new("文本", false)];

    public override IEnumerable<SheetRow> Rows(int sheet)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sheet, 0);
        using var text = OpenText();
        var parser = new DelimitedParser(text, start, Limits, Notice);
        while (Guard(parser.Next) is { } row) yield return row;
    }

    public override IReadOnlyList<MergedArea> MergedAreas(int sheet) => [];

    private StreamReader OpenText()
    {
        content.Position = 0;
        return new(content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 65_536, leaveOpen: true);
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException failure)
        {
            throw new UnreadableFileException($"文件{name}的文字编码无法识别，或者中间已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。", failure);
        }
    }
}
