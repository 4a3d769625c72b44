using System.Security.Cryptography;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;
using HttpMethod = System.Net.Http.HttpMethod;

namespace OldEstateRenewal.Web.Tests.Features.Attachments;

/// <summary>Files hung on an estate: who sees them, how they are served.</summary>
public sealed class AttachmentTests(PortalFixture fixture)
{
    [Fact]
    public async Task Show_Photo_IsServedAsAPictureAndNothingElse()
    {
        var (county, estate, clerk) = await EstateAsync();

        var page = await clerk.UploadAsync("Estate", estate, "Photo", ("大门.html", Pictures.Jpeg(Pictures.Exif(1))));

        Assert.Equal($"{county.Home}/estates/{estate}", page.Address);
        Assert.Contains("大门.jpg", page.Text, StringComparison.Ordinal);
        var address = page.Document.QuerySelector(".files a")!.GetAttribute("href")!;
        using var answer = await clerk.SendAsync(HttpMethod.Get, address);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Pictures.Jpeg(), bytes);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", string.Join(' ', answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"", answer.Headers.ETag!.Tag);
        Assert.Contains("上传附件", (await clerk.GetAsync("/changes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_GoodAndBadTogether_KeepsTheGoodAndNamesTheBad()
    {
        var (_, estate, clerk) = await EstateAsync();

        var page = await clerk.UploadAsync("Estate", estate, "Photo", ("好.jpg", Pictures.Jpeg()), ("坏.jpg", "<html>"u8.ToArray()), ("空.png", []), ("大.jpg", new byte[(10 * 1024 * 1024) + 1]));

        Assert.Equal(422, page.Status);
        Assert.Contains("已保存 1 个", page.Problem, StringComparison.Ordinal);
        Assert.Contains("坏.jpg：不是", page.Problem, StringComparison.Ordinal);
        Assert.Contains("大.jpg：超过 10 MB", page.Problem, StringComparison.Ordinal);
        Assert.Contains("空.png：文件是空的", page.Problem, StringComparison.Ordinal);
        Assert.Contains("附件（1 个）", (await clerk.GetAsync($"/estates/{estate}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_BeyondFifty_IsRefused()
    {
        var (_, estate, clerk) = await EstateAsync();
        await clerk.UploadAsync("Estate", estate, "Photo", [.. Enumerable.Range(1, 50).Select(i => ($"{i}.jpg", Pictures.Jpeg()))]);

        Assert.Contains("已有 50 个附件", (await clerk.UploadAsync("Estate", estate, "Photo", ("多.jpg", Pictures.Jpeg()))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_WithReason_StaysInTheListAndIsNoLongerServed()
    {
        var (_, estate, clerk) = await EstateAsync();
        var page = await clerk.UploadAsync("Estate", estate, "Photo", ("大门.jpg", Pictures.Jpeg()));
        var address = page.Document.QuerySelector(".files a")!.GetAttribute("href")!;

        var refused = await page.PressAsync("移除");
        var removed = await (await clerk.GetAsync($"/estates/{estate}")).Fill("移除大门.jpg的原因", "拍错了").PressAsync("移除");

        Assert.Equal("请写明移除的原因。", refused.Notice);
        Assert.Contains("附件（0 个）", removed.Text, StringComparison.Ordinal);
        Assert.Contains("拍错了", removed.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task Show_ByOthers_IsNotFoundOrForbidden()
    {
        var (county, estate, clerk) = await EstateAsync();
        var address = (await clerk.UploadAsync("Estate", estate, "Photo", ("大门.jpg", Pictures.Jpeg()))).Document.QuerySelector(".files a")!.GetAttribute("href")!;
        var path = address[county.Home.Length..];
        var other = await fixture.CountyAsync();

        Assert.Equal(200, (await (await county.ClerkAsync(Role.Street, "城关街道")).OpenAsync(address)).Status);
        Assert.Equal(404, (await (await county.ClerkAsync(Role.Street, "东城街道")).OpenAsync(address)).Status);
        Assert.Equal(404, (await (await other.ClerkAsync()).GetAsync(path)).Status);
        Assert.Equal(404, (await (await other.ClerkAsync()).UploadAsync("Estate", estate, "Photo", ("x.jpg", Pictures.Jpeg()))).Status);
        Assert.Equal(404, (await (await county.ClerkAsync(Role.Street, "东城街道")).UploadAsync("Estate", estate, "Photo", ("x.jpg", Pictures.Jpeg()))).Status);
    }

    [Fact]
    public async Task Page_City_ShowsNoFiles()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, null, null, Domain.Policies.PolicyLevel.County, city);
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        var address = (await (await county.ClerkAsync()).UploadAsync("Estate", estate, "Photo", ("大门.jpg", Pictures.Jpeg()))).Document.QuerySelector(".files a")!.GetAttribute("href")!;
        var person = await Person.MakeAsync(fixture.Portal);
        await city.AdmitAsync(person, Role.City);
        var official = Clerk.Of(person, county);
        await official.SignInAsync(County.Password);

        var page = await official.GetAsync($"/estates/{estate}");

        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("大门.jpg", page.Html, StringComparison.Ordinal);
        Assert.Equal(403, (await official.OpenAsync(address)).Status);
    }

    private async Task<(County County, Guid Estate, Clerk Clerk)> EstateAsync()
    {
        var county = await fixture.CountyAsync();
        return (county, await county.EstateAsync("红旗小区", "城关街道"), await county.ClerkAsync());
    }
}
