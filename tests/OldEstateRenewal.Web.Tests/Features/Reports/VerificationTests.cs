using System.Security.Cryptography;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Reports;

/// <summary>What anybody learns of a report by its code, and what nobody does.</summary>
public sealed class VerificationTests(PortalFixture fixture)
{
    [Fact]
    public async Task Verify_FileAsMade_IsUnchanged_AndChangedByOneByteIsNot()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync("机密海棠");
        var clerk = await county.ClerkAsync();
        var made = await clerk.MakeAsync($"dwellings?estate={filled.Estate}");
        var (address, bytes) = (made.Document.QuerySelector("dd a")!.GetAttribute("href")!, await clerk.BytesAsync(made.Id));
        var stranger = Clerk.Anonymous(fixture.Portal);

        var page = await stranger.OpenAsync(new Uri(address).AbsolutePath);

        Assert.Equal(200, page.Status);
        foreach (var told in new[] { ReportDesk.NumberOf(made), "住户表", county.Tenant.Name, "2026-11-21 10:00", Convert.ToHexStringLower(SHA256.HashData(bytes)), "不可能写在文件里" }) Assert.Contains(told, page.Text, StringComparison.Ordinal);
        foreach (var kept in new[] { "机密海棠", clerk.Person!.DisplayName }) Assert.DoesNotContain(kept, page.Html, StringComparison.Ordinal);
        Assert.Contains("未被更改", (await SendAsync(stranger, page, bytes)).Notice, StringComparison.Ordinal);
        bytes[^20] ^= 1;
        Assert.Contains("不一致", (await SendAsync(stranger, page, bytes)).Problem, StringComparison.Ordinal);
        Assert.Contains("请选择要核对的文件", (await SendAsync(stranger, page, null)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_CodeThatIsNone_IsNotFound_AndLooksTheSameForAnUnknownCounty()
    {
        var (county, other) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        await county.ReportAsync(Guid.CreateVersion7(), street: null);
        var stranger = Clerk.Anonymous(fixture.Portal);
        var code = $"{ReportRows.Code[..^2]}01";

        Assert.Equal(200, (await stranger.OpenAsync($"/verify/{county.Tenant.Key}/{code}")).Status);
        Assert.Equal(200, (await stranger.OpenAsync($"/verify/{county.Tenant.Key}/{code.ToLowerInvariant()}")).Status);
        var answers = new List<Page>();
        foreach (var path in new[] { $"/verify/{county.Tenant.Key}/NONE", $"/verify/{other.Tenant.Key}/{code}", $"/verify/nowhere/{code}", $"/verify/{county.Tenant.Key}/{new string('A', 500)}" }) answers.Add(await stranger.OpenAsync(path));
        Assert.All(answers, answer => Assert.Equal(404, answer.Status));
    }

    [Fact]
    public async Task Verify_ReportThatWasNotMade_IsNotFound()
    {
        var county = await fixture.CountyAsync();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.report_files (tenant_id, id, year, number, key, name, format, parameters, is_household, made_by, made_by_id, asked_at, code, site, state, percent, attempts)
            values ('{county.Id}', gen_random_uuid(), 2026, 1, 'estates', '小区台账', 'Pdf', '', false, 'x', gen_random_uuid(), now(), 'CANCELLED', 'https://portal.test', 'Cancelled', 0, 0)
            """);

        Assert.Equal(404, (await Clerk.Anonymous(fixture.Portal).OpenAsync($"/verify/{county.Tenant.Key}/CANCELLED")).Status);
    }

    [Fact]
    public async Task Verify_AskedTooOften_HasToWait()
    {
        await using var portal = await TestPortal.StartAsync(await fixture.CloneAsync(), receiptsPerMinute: 2);
        var county = await County.MakeAsync(portal);
        var stranger = Clerk.Anonymous(portal);
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++) statuses.Add((await stranger.OpenAsync($"/verify/{county.Tenant.Key}/X")).Status);

        Assert.Equal([404, 404, 429], statuses);
    }

    [Fact]
    public async Task Keep_AfterNinetyDays_OnlyTheRegisterAndItsVerification()
    {
        var county = await fixture.CountyAsync();
        var (old, young) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await county.ReportAsync(old, number: 1, madeAt: "2026-08-20", street: null);
        await county.ReportAsync(young, number: 2, madeAt: "2026-08-25", street: null);

        await fixture.Portal.LookAtClockAsync();
        var clerk = await county.ClerkAsync();

        Assert.Equal(404, (await clerk.GetAsync($"/reports/files/{old}/content")).Status);
        Assert.Contains("文件已到期删除", (await clerk.GetAsync($"/reports/files/{old}")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await clerk.GetAsync($"/reports/files/{young}/content")).Status);
        Assert.Equal("1", await county.AskAsync("select count(*)::text from portal.report_contents"));
        var page = await Clerk.Anonymous(fixture.Portal).OpenAsync($"/verify/{county.Tenant.Key}/{ReportRows.Code[..^2]}01");
        Assert.Contains("未被更改", (await SendAsync(Clerk.Anonymous(fixture.Portal), page, "abc"u8.ToArray(), fresh: true)).Notice, StringComparison.Ordinal);
    }

    private static async Task<Page> SendAsync(Clerk stranger, Page page, byte[]? bytes, bool fresh = false)
    {
        var token = (fresh ? await stranger.OpenAsync(page.Address) : page).Token!;
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (bytes is not null) form.Add(new ByteArrayContent(bytes), "file", "报表.pdf");
        return await stranger.PostAsync(page.Address, form);
    }
}
