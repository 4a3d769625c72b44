using System.Globalization;
using System.Text.RegularExpressions;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Tests.Support;

/// <summary>A PDF as Poppler, another program, sees it.</summary>
internal sealed class PdfFile : IDisposable
{
    private const string Package = "poppler-utils";

    private readonly ScratchFolder _folder = new();
    private readonly string _path;

    public PdfFile(TableReport report, PdfFonts? fonts = null)
    {
        using var stream = new MemoryStream();
        Summary = PdfTableWriter.Write(report, stream, fonts);
        _path = _folder.Save("report.pdf", stream.ToArray());
    }

    public PdfFile(Action<PdfPaper> draw)
    {
        using var stream = new MemoryStream();
        Summary = PdfPaperWriter.Write(new PaperHead("版面", null, SampleReports.MadeAt), PaperLayout.Portrait, stream, draw);
        _path = _folder.Save("paper.pdf", stream.ToArray());
    }

    public PdfFile(OfficialPaper paper)
    {
        using var stream = new MemoryStream();
        Summary = PdfOfficialPaperWriter.Write(paper, stream);
        _path = _folder.Save("official.pdf", stream.ToArray());
    }

    /// <summary>A file that another program made.</summary>
    public PdfFile(byte[] content)
    {
        Summary = new(0, 0);
        _path = _folder.Save("other.pdf", content);
    }

    public PdfSummary Summary { get; }

    /// <summary>What zbar reads on the first page.</summary>
    public string Codes
    {
        get
        {
            var picture = _folder.Save("page.png", Tool.Bytes("pdftoppm", Package, "-r", "150", "-png", "-singlefile", _path));
            return Tool.Text("zbarimg", "zbar-tools", "-q", picture);
        }
    }

    public string Text => Read("pdftotext", "-raw", "-enc", "UTF-8", _path, "-");

    public string[] Lines => Text.Split(['\n', '\f'], StringSplitOptions.RemoveEmptyEntries);

    public string[] Pages => Text.TrimEnd('\f').Split('\f');

    /// <summary>Where a word begins and ends across its page, in points.</summary>
    public (double Left, double Right) PlaceOf(string word)
    {
        var place = Regex.Match(Boxes, $"xMin=\"([0-9.]+)\".* xMax=\"([0-9.]+)\".*>{Regex.Escape(word)}<");
        return (Number(place, 1), Number(place, 2));
    }

    /// <summary>The size of each page in points.</summary>
    public (double Width, double Height)[] Sizes
        => [.. Regex.Matches(Boxes, "<page width=\"([0-9.]+)\" height=\"([0-9.]+)\">").Select(page => (Number(page, 1), Number(page, 2)))];

    private string Boxes => Read("pdftotext", "-bbox", _path, "-");

    /// <summary>The ink of a page, counted from 1.</summary>
    public PageInk InkOf(int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        return new(Tool.Bytes("pdftoppm", Package, "-r", PageInk.DotsPerInchText, "-f", number, "-l", number, _path));
    }

    /// <summary>Where the number of a page begins and ends, in points.</summary>
    public (double Left, double Right) NumberOf(int page)
    {
        var words = Regex.Matches(Boxes.Split("</page>")[page - 1], "xMin=\"([0-9.]+)\".* xMax=\"([0-9.]+)\".*>—<");
        return (Number(words[^2], 1), Number(words[^1], 2));
    }

    public string Information => Read("pdfinfo", "-isodates", _path);

    /// <summary>A row of pdffonts for each font.</summary>
    public string[] Fonts => Read("pdffonts", _path).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

    /// <summary>The share of dark dots on the first page.</summary>
    public double Ink
    {
        get
        {
            var picture = Tool.Bytes("pdftoppm", Package, "-r", "40", "-gray", "-singlefile", _path);
            return (double)picture.Count(dot => dot < 128) / picture.Length;
        }
    }

    public void Dispose() => _folder.Dispose();

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Read(string program, params string[] arguments) => Tool.Text(program, Package, arguments);
}
