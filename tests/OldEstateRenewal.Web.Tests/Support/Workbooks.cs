using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using ExcelDataReader;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>Workbooks worked out anew by LibreOffice, another program than the one that wrote them.</summary>
public static class Workbooks
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    /// <summary>The files as LibreOffice saves them when no result is stored beside their formulas; all in one start of it.</summary>
    public static async Task<List<byte[]>> RecalculateAsync(IReadOnlyList<byte[]> files)
    {
        var folder = Directory.CreateTempSubdirectory("workbooks-");
        try
        {
            var paths = files.Select((_, at) => Path.Combine(folder.FullName, $"{at}.xlsx")).ToList();
            for (var at = 0; at < files.Count; at++) await File.WriteAllBytesAsync(paths[at], WithoutResults(files[at]));
            using var process = Process.Start(new ProcessStartInfo("soffice", [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "xlsx", "--outdir", $"{folder.FullName}/out", .. paths]) { RedirectStandardOutput = true })!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return paths.Select(path => File.ReadAllBytes(Path.Combine(folder.FullName, "out", Path.GetFileName(path)))).ToList();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Every number of the first sheet by row and column.</summary>
    public static Dictionary<(int Row, int Column), decimal> Numbers(byte[] xlsx)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(xlsx));
        var numbers = new Dictionary<(int, int), decimal>();
        for (var row = 1; reader.Read(); row++)
        {
            for (var column = 1; column <= reader.FieldCount; column++)
                if (reader.GetValue(column - 1) is double number) numbers[(row, column)] = (decimal)number;
        }

        return numbers;
    }

    /// <summary>How many cells have a formula under each heading that has any, totals not counted.</summary>
    public static Dictionary<string, int> Formulas(byte[] xlsx)
    {
        var cells = Load(xlsx).Descendants().Where(element => element.Name.LocalName == "c").ToList();
        var worked = cells.Where(cell => cell.Elements().Any(child => child.Name.LocalName == "f" && !child.Value.StartsWith("SUM(", StringComparison.Ordinal) && !child.Value.StartsWith("SUBTOTAL(", StringComparison.Ordinal) || child.Name.LocalName == "f" && child.Value.Contains('$', StringComparison.Ordinal)));
        return worked.GroupBy(Column).ToDictionary(column => cells.Where(cell => Column(cell) == column.Key && cell.Value.Length > 0 && cell.Elements().All(child => child.Name.LocalName == "is")).TakeWhile(cell => Row(cell) < Row(column.First())).Last().Value, column => column.Count());
    }

    private static string Column(XElement cell) => cell.Attribute("r")!.Value.TrimEnd("0123456789".ToCharArray());

    private static int Row(XElement cell) => int.Parse(cell.Attribute("r")!.Value[Column(cell).Length..], System.Globalization.CultureInfo.InvariantCulture);

    private static XDocument Load(byte[] xlsx)
    {
        using var archive = new ZipArchive(new MemoryStream(xlsx));
        using var part = archive.GetEntry(Sheet)!.Open();
        return XDocument.Load(part);
    }

    private static byte[] WithoutResults(byte[] xlsx)
    {
        var sheet = Load(xlsx);
        sheet.Descendants().Where(element => element.Name.LocalName == "v" && element.Parent!.Elements().Any(sibling => sibling.Name.LocalName == "f")).Remove();
        using var stream = new MemoryStream();
        stream.Write(xlsx);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(Sheet)!.Delete();
            using var written = archive.CreateEntry(Sheet).Open();
            sheet.Save(written);
        }

        return stream.ToArray();
    }
}
