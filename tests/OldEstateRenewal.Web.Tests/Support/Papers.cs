using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using ExcelDataReader;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>Reads what the portal printed, with other programs than those that wrote it.</summary>
public static class Papers
{
    public static async Task<string> PdfTextAsync(byte[] pdf)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", "-layout -enc UTF-8 - -") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return await text;
    }

    /// <summary>The words of a Word file, one a line.</summary>
    public static string WordText(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var document = zip.GetEntry("word/document.xml")!.Open();
        return string.Join('\n', XDocument.Load(document).Descendants().Where(element => element.Name.LocalName == "t").Select(element => element.Value));
    }

    /// <summary>The QR codes on a page, as zbar reads them.</summary>
    public static async Task<string[]> QrCodesAsync(byte[] pdf, int page)
    {
        var folder = Directory.CreateTempSubdirectory("papers-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "paper.pdf"), pdf);
            await RunAsync("pdftoppm", folder.FullName, $"-r 200 -gray -f {page} -l {page} -png -singlefile paper.pdf page");
            return (await RunAsync("zbarimg", folder.FullName, "-q --raw page.png")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, string folder, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return text;
    }

    /// <summary>The cells of the first sheet as text, empty rows left out.</summary>
    public static List<string[]> SheetRows(byte[] xlsx)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(xlsx));
        var rows = new List<string[]>();
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                null => "",
                double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
                var other => other.ToString()!.Replace("\n", "", StringComparison.Ordinal),
            }).ToArray();
            if (cells.Any(cell => cell.Length > 0)) rows.Add(cells);
        }

        return rows;
    }
}
