using System.Text;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Handovers;

/// <summary>设施移交: the list, each receipt, and the gate that waits for all of them.</summary>
public sealed class HandoverTests(PortalFixture fixture)
{
    [Fact]
    public async Task Gate_EmptyListThenOpenItemsThenNoScan_StaysShutUntilAllIsThere()
    {
        var (county, project, clerk) = await StartAsync();
        Assert.Contains("设施全部移交接收单位：尚未列出移交清单", await GateAsync(clerk, project), StringComparison.Ordinal);

        await clerk.ForgeAsync($"/projects/{project}/handovers", ("Facilities", "water"), ("Others", "岗亭\n岗亭"));
        Assert.Contains("给水待移交；岗亭待移交", await GateAsync(clerk, project), StringComparison.Ordinal);
        foreach (var item in await ItemsAsync(county)) await ReceiveAsync(clerk, item, null);
        Assert.Contains("给水缺接收单扫描件；岗亭缺接收单扫描件", await GateAsync(clerk, project), StringComparison.Ordinal);
        foreach (var item in await ItemsAsync(county)) await clerk.UploadAsync("HandoverItem", item, "Scan", ("接收单.pdf", Pictures.Pdf()));

        Assert.DoesNotContain("设施全部移交接收单位：", await GateAsync(clerk, project), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_WithItsScan_ShowsWhatWasTaken()
    {
        var (county, project, clerk) = await StartAsync();
        await clerk.ForgeAsync($"/projects/{project}/handovers", ("Facilities", "water"));
        var item = Assert.Single(await ItemsAsync(county));

        var page = await ReceiveAsync(clerk, item, Pictures.Pdf());

        Assert.Equal("已登记移交。", page.Notice);
        Assert.Contains("县供水公司", page.Text, StringComparison.Ordinal);
        Assert.Equal(["1", "给水", "县供水公司", "是", "是", "否", "否", "县供水公司", "2026-11-10", "已移交"], (await clerk.GetAsync($"/projects/{project}/handovers")).Rows()[0]);
        Assert.Contains("已登记移交，不能移出清单。", (await clerk.ForgeAsync($"/handovers/{item}/removal")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_Incomplete_TellsEveryFieldAndKeepsWhatWasTyped()
    {
        var (county, project, clerk) = await StartAsync();
        await clerk.ForgeAsync($"/projects/{project}/handovers", ("Facilities", "water"));
        var item = Assert.Single(await ItemsAsync(county));

        var page = await (await clerk.GetAsync($"/handovers/{item}")).Fill("接收单位", "县供水公司").PressAsync("登记移交");

        Assert.Equal(422, page.Status);
        foreach (var expected in new[] { "请选择是否由接收单位终端管理。", "请选择是否由接收单位终端收费。", "请选择是否由接收单位终端维护。", "请选择产权是否一并移交。", "请填写移交日期" }) Assert.Contains(expected, page.Problem, StringComparison.Ordinal);
        Assert.Equal("县供水公司", page.Value("接收单位"));
    }

    [Fact]
    public async Task Receive_TwoPeople_TheSecondSeesWhatTheFirstSaved()
    {
        var (county, project, clerk) = await StartAsync();
        await clerk.ForgeAsync($"/projects/{project}/handovers", ("Facilities", "water"));
        var item = Assert.Single(await ItemsAsync(county));
        await ReceiveAsync(clerk, item, null);

        var page = await ReceiveAsync(clerk, item, null, "县水务局");

        Assert.Equal(422, page.Status);
        Assert.Contains("他人刚刚修改了此记录", page.Problem, StringComparison.Ordinal);
        Assert.Equal("县水务局", page.Value("接收单位"));
        Assert.Contains("现值：县供水公司", page.Beside("接收单位"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_ListedByMistake_IsGone()
    {
        var (county, project, clerk) = await StartAsync();
        await clerk.ForgeAsync($"/projects/{project}/handovers", ("Others", "岗亭"));

        Assert.Equal("已将岗亭移出清单。", (await (await clerk.GetAsync($"/handovers/{Assert.Single(await ItemsAsync(county))}")).PressAsync("移出清单")).Notice);
        Assert.Empty(await ItemsAsync(county));
        Assert.Contains("请勾选设施，或写明其他设施。", (await clerk.ForgeAsync($"/projects/{project}/handovers", ("Facilities", "elderly-care"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_ListAndReceipt_ArePdf()
    {
        var (county, project, clerk) = await StartAsync();
        await clerk.ForgeAsync($"/projects/{project}/handovers", ("Facilities", "water"));
        var item = Assert.Single(await ItemsAsync(county));

        foreach (var path in new[] { $"/projects/{project}/handovers.pdf", $"/handovers/{item}/receipt.pdf" })
            Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await clerk.DownloadAsync(path), 0, 8), StringComparison.Ordinal);
        Assert.StartsWith("PK", Encoding.ASCII.GetString(await clerk.DownloadAsync($"/projects/{project}/handovers.xlsx"), 0, 2), StringComparison.Ordinal);
    }

    private async Task<(County County, Guid Project, Clerk Clerk)> StartAsync()
    {
        var county = await fixture.CountyAsync();
        return (county, await county.ProjectAsync(await county.EstateAsync("甲小区", "城关街道"), "甲小区", 2026), await county.ClerkAsync());
    }

    private static async Task<string> GateAsync(Clerk clerk, Guid project) => (await clerk.ForgeAsync($"/projects/{project}/stages/handover/completion", ("On", "2026-11-20"))).Problem;

    private async Task<Guid[]> ItemsAsync(County county) => await fixture.Portal.Sql.AskAppAsync<Guid[]>(county.Scope, "select array_agg(id order by sequence) from portal.handover_items") ?? [];

    private static Task<Page> ReceiveAsync(Clerk clerk, Guid item, byte[]? scan, string receiver = "县供水公司") => clerk.SendFilesAsync(
        $"/handovers/{item}", scan, ("Receiver", receiver), ("Maintainer", "县供水公司"), ("HandedOn", "2026-11-10"), ("TakesManagement", "true"), ("TakesCharging", "true"), ("TakesMaintenance", "false"), ("TakesOwnership", "false"), ("Version", "0"));
}
