using System.Net.Http.Headers;
using System.Text;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Imports;

/// <summary>A clerk's way with a file: upload, wait until it is worked off, look.</summary>
public static class ImportWalk
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(120);

    public static Task<Page> ImportAsync(this Clerk clerk, string kind, string csv, string name = "表.csv", Guid? estate = null) =>
        clerk.ImportAsync(kind, Encoding.UTF8.GetBytes(csv), name, estate);

    /// <summary>Uploads and waits until it is read.</summary>
    public static async Task<Page> ImportAsync(this Clerk clerk, string kind, byte[] file, string name, Guid? estate = null) => await (await clerk.UploadAsync(kind, file, name, estate)).SettledAsync(clerk);

    public static async Task<Page> UploadAsync(this Clerk clerk, string kind, byte[] file, string name, Guid? estate = null)
    {
        var token = (await clerk.GetAsync("/imports/new")).Token!;
        var bytes = new ByteArrayContent(file);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(kind), "Kind" }, { new StringContent(estate?.ToString() ?? ""), "EstateId" }, { bytes, "File", name } };
        return await clerk.PostAsync(clerk.County!.Home + "/imports", content);
    }

    /// <summary>The same page once the portal has finished its work on it.</summary>
    public static async Task<Page> SettledAsync(this Page page, Clerk clerk)
    {
        if (!Guid.TryParse(page.Address.Split('/')[^1], out _)) return page;
        var until = TimeProvider.System.GetTimestamp();
        while (page.Document.QuerySelector("progress") is not null)
        {
            if (TimeProvider.System.GetElapsedTime(until) > patience) throw new TimeoutException($"Still at work: {page.Text}\n{clerk.Portal.Failures}");
            await Task.Delay(30);
            page = await clerk.OpenAsync(page.Address);
        }

        return page;
    }

    public static async Task<Page> PressAndWaitAsync(this Page page, Clerk clerk, string button) => await (await page.PressAsync(button)).SettledAsync(clerk);

    /// <summary>Presses the button that writes the file into the registry, whatever figures it carries.</summary>
    public static Task<Page> CommitAsync(this Page page, Clerk clerk) =>
        page.PressAndWaitAsync(clerk, page.Document.QuerySelectorAll("button").Select(button => button.TextContent.Trim()).Single(text => text.StartsWith("确认导入：", StringComparison.Ordinal)));

    public static string State(this Page page) => page.Document.QuerySelector(".head .tag")!.TextContent.Trim();

    /// <summary>The table of rows: number, title, result, what changes.</summary>
    public static List<string[]> Lines(this Page page) => page.Document.QuerySelectorAll("table.rows tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToArray()).ToList();
}
