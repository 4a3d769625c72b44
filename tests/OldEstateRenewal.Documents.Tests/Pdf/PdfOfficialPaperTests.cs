using System.Text.RegularExpressions;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Pdf;

public sealed class PdfOfficialPaperTests
{
    private const double Millimetre = 72 / 25.4;
    private const double Character = 156 * Millimetre / 28;

    [Fact]
    public void Write_Notice_GivesEveryWordBack()
    {
        using var pdf = new PdfFile(SamplePapers.Notice);
        Assert.Equal(0, pdf.Summary.MissingGlyphs);
        Assert.Equal(pdf.Pages.Length, pdf.Summary.Pages);
        Assert.Equal(["泰安市住房和城乡建设局文件", "泰建字〔2026〕3号"], pdf.Lines[..2]);
        Assert.All(
            ["一、总体要求", "（一）调度范围", "1. 每周调度", "2. 每月通报", "（二）计划安排", "二、工作要求", "附件：1. 2026年城镇老旧小区改造计划", "附件2", "2026年3月9日",
                "1 电力局北家属院 城关街道 4 160 25200.72", "合计 11 332 43718.02", "编号：DD-2026-0312", "筛选条件：2026年度，全部街道"],
            line => Assert.Contains(line, pdf.Lines));
        var text = string.Concat(pdf.Lines);
        Assert.Equal(5, Regex.Count(Regex.Replace(text, @"— \d+ —", ""), SamplePapers.Paragraph));
        Assert.Contains(SamplePapers.Notice.AddresseeLine!, text, StringComparison.Ordinal);
        Assert.Contains(SamplePapers.Notice.Colophon!.CopyLine!, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FullPages_Hold22LinesOf28Characters()
    {
        using var pdf = new PdfFile(Plain(new string('国', 28 * 22 * 3)));
        var lines = pdf.Pages[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1];
        Assert.Equal(22, lines.Length);
        Assert.All(lines, line => Assert.Equal(28, line.Length));
    }

    [Fact]
    public void Write_FullPage_KeepsTheMarginsOfTheStandard()
    {
        using var pdf = new PdfFile(Plain(new string('国', 28 * 22 * 3)));
        var text = pdf.InkOf(2).Edges(to: 262);
        Assert.InRange(text.Left, 28, 29);
        Assert.InRange(text.Right, 183, 184);
        Assert.InRange(text.Top, 37, 40);
        Assert.InRange(text.Bottom, 259, 262);
        var number = pdf.InkOf(2).Edges(from: 262.1);
        Assert.InRange((number.Top + number.Bottom) / 2, 268, 270);
    }

    [Fact]
    public void Write_Notice_DrawsMarkAndRedLineInPlace()
    {
        using var pdf = new PdfFile(SamplePapers.Notice);
        var red = pdf.InkOf(1).Edges(isRed: true);
        Assert.InRange(red.Top, 71, 74); // 天头 37 and 35 mm
        Assert.Equal(28, red.Left, 0.15);
        Assert.Equal(184, red.Right, 0.15);
    }

    [Fact]
    public void Write_TableInText_FillsTheTextAreaExactly()
    {
        using var pdf = new PdfFile(SamplePapers.Bulletin with { Body = [new PaperTable(SampleReports.Plan(SampleReports.Many(90)))] });
        var table = pdf.InkOf(2).Edges(to: 262.2);
        Assert.Equal(28, table.Left, 0.15);
        Assert.Equal(184, table.Right, 0.15);
        Assert.Equal(37, table.Top, 0.15);
        Assert.InRange(table.Bottom, 250, 262.1);
        Assert.All(pdf.Pages.Where(page => page.Contains("号院", StringComparison.Ordinal)), page => Assert.Contains("小区名称", page, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 90).Select(n => $"沂山{n}号院"), Regex.Matches(pdf.Text, @"沂山\d+号院").Select(match => match.Value));
    }

    [Fact]
    public void Write_Pages_AreNumberedAtTheOuterSide()
    {
        using var pdf = new PdfFile(Plain(new string('国', 28 * 22 * 2)));
        Assert.Equal((210 - 26) * Millimetre - 14, pdf.NumberOf(1).Right, 1.0);
        Assert.Equal(28 * Millimetre + 14, pdf.NumberOf(2).Left, 1.0);
    }

    [Fact]
    public void Write_WideTable_StandsOnTurnedPages()
    {
        using var pdf = new PdfFile(SamplePapers.Bulletin with { Body = [new PaperParagraph("甲"), new PaperTable(SamplePapers.Wide()), new PaperParagraph("乙")] });
        Assert.Equal([false, true, true, true, false], pdf.Sizes.Select(size => size.Width > size.Height));
    }

    [Fact]
    public void Write_Sealed_CentresNameOverTheDay()
    {
        using var pdf = new PdfFile(Plain("国"));
        var (name, day) = (pdf.PlaceOf("泰安市住房和城乡建设局"), pdf.PlaceOf("2026年3月9日"));
        Assert.Equal((210 - 26) * Millimetre - 4 * Character, day.Right, 1.5);
        Assert.Equal((day.Left + day.Right) / 2, (name.Left + name.Right) / 2, 1.5);
    }

    [Fact]
    public void Write_Unsealed_BeginsTheDayTwoCharactersAfterTheName()
    {
        using var pdf = new PdfFile(SamplePapers.Bulletin);
        var (name, day) = (pdf.PlaceOf("市老旧小区改造工作专班"), pdf.PlaceOf("2026年3月9日"));
        Assert.Equal((210 - 26) * Millimetre - 2 * Character, name.Right, 1.5);
        Assert.Equal(name.Left + 2 * Character, day.Left, 1.5);
    }

    // 此页无正文 is not allowed: whatever the length, signature and day take some of the text along.
    [Fact]
    public void Write_AnyLength_NeverLeavesTheSignatureAlone()
    {
        for (var lines = 8; lines < 32; lines++)
        {
            using var pdf = new PdfFile(Plain(new string('国', 28 * lines)));
            var signed = pdf.Pages.Single(page => page.Contains("泰安市住房和城乡建设局\n", StringComparison.Ordinal));
            Assert.Contains('国', signed);
            Assert.Contains("2026年3月9日", signed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_AnyLength_NeverLeavesAHeadingAtTheFoot()
    {
        for (var lines = 8; lines < 32; lines++)
        {
            using var pdf = new PdfFile(SamplePapers.Bulletin with { Body = [new PaperParagraph(new string('国', 28 * lines)), new PaperHeading(1, "题"), new PaperParagraph("文")] });
            Assert.Contains("文", pdf.Pages.Single(page => page.Contains("一、题", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_Joint_NamesEveryBodyAndTheDayOnce()
    {
        using var pdf = new PdfFile(SamplePapers.Notice with { Signatories = ["市住房城乡建设局", "市财政局", "市自然资源局", "市审计局"] });
        Assert.Contains("市住房城乡建设局 市财政局 市自然资源局", pdf.Lines);
        Assert.Equal(["市审计局", "2026年3月9日"], pdf.Lines.SkipWhile(line => line != "市审计局").Take(2));
    }

    [Fact]
    public void Write_LongestCopiesAndLongestAddress_StandWholeOnOnePage()
    {
        var copies = Enumerable.Range(10, 83).Select(n => $"第{n}单位").ToList();
        using var pdf = new PdfFile(SamplePapers.Notice with
        {
            Colophon = SamplePapers.Notice.Colophon! with { Copies = copies },
            Provenance = SamplePapers.Notice.Provenance! with { Address = "https://" + new string('a', PaperProvenance.MaximumAddressLength - 8) },
        });
        var last = string.Concat(pdf.Pages[^1].Split('\n'));
        Assert.Contains($"抄送：{string.Join('，', copies)}。", last, StringComparison.Ordinal);
        Assert.InRange(pdf.InkOf(pdf.Pages.Length).Edges(to: 263).Bottom, 261, 262.3);
    }

    [Fact]
    public void Write_Provenance_IsReadByAnotherProgram()
    {
        using var pdf = new PdfFile(SamplePapers.Bulletin with { Body = [new PaperParagraph("特此通报。")], Provenance = SamplePapers.Notice.Provenance });
        Assert.Equal(1, pdf.Summary.Pages);
        Assert.Equal("QR-Code:" + SamplePapers.Notice.Provenance!.Address, pdf.Codes.Trim());
    }

    [Fact]
    public void Write_HostileTexts_StandAsText()
    {
        string[] texts = ["=1+1", "<b>甲</b>&amp;", "䶮𫚉", "a\uFFFDb", "c\uFFFDd"];
        string[] written = [.. texts[..3], "a\0b", "c\uD800d", ""];
        using var pdf = new PdfFile(SamplePapers.Bulletin with { Body = [.. written.Select(text => new PaperParagraph(text))] });
        Assert.Equal(0, pdf.Summary.MissingGlyphs);
        Assert.All(texts, text => Assert.Contains(text, pdf.Lines));
    }

    [Fact]
    public void Write_SamePaperTwice_GivesSameBytes() => Assert.Equal(BytesOf(SamplePapers.Notice), BytesOf(SamplePapers.Notice));

    [Fact]
    public async Task WriteAsync_AsynchronousStream_SendsTheSameBytes()
    {
        var stream = new AsynchronousStream();
        Assert.Equal(1, (await PdfOfficialPaperWriter.WriteAsync(SamplePapers.Bulletin, stream)).Pages);
        Assert.Equal(BytesOf(SamplePapers.Bulletin), stream.Content);
    }

    private static OfficialPaper Plain(string text) => SamplePapers.Notice with { Title = "通知", Body = [new PaperParagraph(text)], Attachments = [], Colophon = null, Provenance = null };

    private static byte[] BytesOf(OfficialPaper paper)
    {
        using var stream = new MemoryStream();
        PdfOfficialPaperWriter.Write(paper, stream);
        return stream.ToArray();
    }
}
