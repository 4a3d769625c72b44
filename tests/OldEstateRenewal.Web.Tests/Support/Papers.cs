using System.Diagnostics;
using System.Globalization;
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
