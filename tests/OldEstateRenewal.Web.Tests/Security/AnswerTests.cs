using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Security;

/// <summary>What every answer carries, and what none shows.</summary>
public sealed class AnswerTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/healthz")]
    [InlineData("/nowhere/at/all")]
    [InlineData("{county}")]
    [InlineData("{county}/estates")]
    [InlineData("{county}/operations")]
    public async Task Get_Anything_CarriesTheSecurityHeaders(string path)
    {
        var county = await fixture.CountyAsync();
        using var response = await (await county.ClerkAsync()).SendAsync(HttpMethod.Get, path.Replace("{county}", county.Home, StringComparison.Ordinal));
        string Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";

        var policy = Header("Content-Security-Policy");
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("", Header("Server"));
        if (response.Content.Headers.ContentType?.MediaType == "text/html") Assert.Equal("no-store", Header("Cache-Control"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/estates")]
    [InlineData("/estates/{estate}")]
    [InlineData("/estates/{estate}/edit")]
    [InlineData("/plans/{plan}")]
    [InlineData("/policies/linqu-2024")]
    public async Task Pages_InChinese_HoldNoEntitiesNoInlineScriptAndNoInlineStyle(string path)
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        var page = await (await county.ClerkAsync()).GetAsync(path.Replace("{estate}", $"{filled.Estate}", StringComparison.Ordinal).Replace("{plan}", $"{filled.Plan}", StringComparison.Ordinal));

        Assert.Equal(200, page.Status);
        Assert.DoesNotMatch("&#x(?:[4-9][0-9A-F]{3}|300[1-9A-F]|30[1-9A-F][0-9A-F]|FF[0-9A-F]{2});", page.Html);
        Assert.All(page.Document.Scripts, script => Assert.NotNull(script.Source));
        Assert.Empty(page.Document.QuerySelectorAll("[style], style, [onclick], [onsubmit]"));
    }

    [Fact]
    public async Task Names_WithMarkup_AreShownAsText()
    {
        const string hostile = "<script>alert(1)</script>\"'><img src=x>";
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var page = await (await clerk.GetAsync("/estates/new")).Fill("小区名称", hostile).Choose("所属街道（乡镇）", "城关街道").Fill("坐落", hostile).Fill("备注", hostile).PressAsync("保存");

        foreach (var shown in new[] { page, await clerk.GetAsync("/estates"), await clerk.GetAsync($"/estates/{page.Id}/edit"), await clerk.GetAsync("/changes"), await clerk.GetAsync("/estates?q=" + Uri.EscapeDataString(hostile)) })
        {
            Assert.Empty(shown.Document.QuerySelectorAll("main script, main img"));
            Assert.Contains("script", shown.Html, StringComparison.Ordinal);
        }

        Assert.Equal(hostile, page.Heading);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/estates/1")]
    [InlineData("/estates/00000000-0000-0000-0000-000000000000")]
    [InlineData("/plans/x/edit")]
    [InlineData("/policies/no-such-key")]
    [InlineData("/plans/programme.pdf")]
    [InlineData("/plans/programme.exe")]
    public async Task Get_UnknownAddress_IsNotFound(string path)
    {
        var page = await (await (await fixture.CountyAsync()).ClerkAsync()).GetAsync(path);

        Assert.Equal(404, page.Status);
        Assert.Equal("页面不存在", page.Heading);
    }

    [Fact]
    public async Task Static_Assets_AreServed()
    {
        var page = await Clerk.Anonymous(fixture.Portal).OpenAsync("/sign-in");
        foreach (var link in page.Document.QuerySelectorAll("link[href], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
        {
            using var response = await Clerk.Anonymous(fixture.Portal).SendAsync(HttpMethod.Get, link);
            Assert.True(response.IsSuccessStatusCode, link);
        }
    }
}
