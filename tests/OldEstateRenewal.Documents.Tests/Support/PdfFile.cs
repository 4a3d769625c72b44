using System.Globalization;
using System.Text.RegularExpressions;
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
        var place = Regex.Match(Read("pdftotext", "-bbox", _path, "-"), $"xMin=\"([0-9.]+)\".* xMax=\"([0-9.]+)\".*>{Regex.Escape(word)}<");
        return (double.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture));
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

    private static string Read(string program, params string[] arguments) => Tool.Text(program, Package, arguments);
}
