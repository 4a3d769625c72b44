using System.Diagnostics;
using System.IO.Compression;

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
        await using var zip = await ZipFile.OpenReadAsync(file);
        var parts = zip.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal));
        return string.Concat(await Task.WhenAll(parts.Select(ReadAsync)));
    }

    private static async Task<string> ReadAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
