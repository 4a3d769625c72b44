using System.IO.Compression;
using System.Text.RegularExpressions;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Reports;

/// <summary>How a clerk gets a report, and what other programs make of its file.</summary>
internal static partial class ReportDesk
{
    public static readonly string[] Formats = ["PDF", "Excel", "Word"];

    /// <summary>Makes a report from its page; the page of its file.</summary>
    public static async Task<Page> MakeAsync(this Clerk clerk, string report, string format = "PDF", bool behind = false)
    {
        var page = await clerk.GetAsync($"/reports/{report}");
        if (!page.HasButton(format)) throw new InvalidOperationException($"{report}: {page.Text}");
        return await (behind ? page.Tick("后台生成") : page).PressAsync(format);
    }

    /// <summary>Waits until it is no longer being made.</summary>
    public static async Task<Page> EndedAsync(this Clerk clerk, Guid file)
    {
        for (var i = 0; i < 600; i++)
        {
            var page = await clerk.GetAsync($"/reports/files/{file}");
            if (StateOf(page) is not ("等待生成" or "生成中")) return page;
            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The report is never made.\n{clerk.Portal.Failures}");
    }

    public static string StateOf(Page page) => page.Document.QuerySelector(".head .tag")!.TextContent.Trim();

    public static string NumberOf(Page page) => Number().Match(page.Heading).Value;

    public static Task<byte[]> BytesAsync(this Clerk clerk, Guid file) => clerk.DownloadAsync($"/reports/files/{file}/content");

    public static string WordText(byte[] docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        return Tag().Replace(reader.ReadToEnd(), "");
    }

    public static string Joined(List<string[]> rows) => string.Join('\n', rows.Select(row => string.Join('\t', row)));

    [GeneratedRegex(@"报-\d{4}-\d{5}")]
    private static partial Regex Number();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
