using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace OldEstateRenewal.Browser.Tests.Support;

/// <summary>Downloaded files, opened with another program than the one that wrote them.</summary>
public static class Papers
{
    public static async Task<string> PdfTextAsync(string file)
    {
        using var program = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })!;
        var text = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        return text;
    }

    public static async Task<string> SheetTextAsync(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        var text = new StringBuilder();
        foreach (var part in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(part.Open());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
