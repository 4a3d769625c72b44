using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using OldEstateRenewal.Web.Features.Archives;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Archives;

/// <summary>归档: what is missing, and a bundle that an auditor can check.</summary>
public sealed class ArchiveTests(PortalFixture fixture)
{
    [Fact]
    public async Task Bundle_EveryFile_HasTheHashThatTheManifestNames()
    {
        var (county, estate, project, clerk) = await StartAsync();
        await clerk.UploadAsync("Estate", estate, "Photo", ("../../坏 名:字?.jpg", Pictures.Jpeg()), ("图.png", Pictures.Png()));
        await clerk.UploadPaperAsync(project, "approval", "approval", Pictures.Pdf());
        await county.AfterworksAsync(project, estate, "试验");
        await clerk.UploadAsync("Acceptance", estate, "Scan", ("签字.pdf", Pictures.Pdf("/A 1")));
        await clerk.UploadAsync("HandoverItem", estate, "Scan", ("接收单.pdf", Pictures.Pdf("/B 1")));

        var bundle = await clerk.DownloadAsync($"/projects/{project}/archive.zip");

        using var zip = new ZipArchive(new MemoryStream(bundle));
        var lines = Encoding.UTF8.GetString(Bytes(zip, ArchiveBundle.Manifest)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Where(name => name != ArchiveBundle.Manifest), lines.Select(line => line[66..]));
        Assert.All(lines, line => Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, line[66..])))));
        Assert.Equal(5 + 2, lines.Length);
        Assert.All(zip.Entries, entry => Assert.DoesNotContain("..", entry.FullName, StringComparison.Ordinal));
        Assert.All(zip.Entries, entry => Assert.Equal(-1, entry.FullName.IndexOfAny(['\\', ':', '*', '?', '"', '<', '>', '|'])));
        var index = Encoding.UTF8.GetString(Bytes(zip, "index.html"));
        Assert.All(lines.Skip(2), line => Assert.Contains(line[..64], index, StringComparison.Ordinal));
        Assert.Contains(zip.Entries, entry => entry.FullName.Contains("竣工验收/", StringComparison.Ordinal) && entry.FullName.EndsWith("签字.pdf", StringComparison.Ordinal));
        Assert.Contains(zip.Entries, entry => entry.FullName.Contains("设施移交/", StringComparison.Ordinal));
        using var again = new ZipArchive(new MemoryStream(await clerk.DownloadAsync($"/projects/{project}/archive.zip")));
        var second = Encoding.UTF8.GetString(Bytes(again, ArchiveBundle.Manifest)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines, second);
        Assert.Equal(2, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.audit_entries where kind = 'ArchiveExported'"));
    }

    [Fact]
    public async Task Gate_MissingPapers_StaysShutUntilEveryStageHasItsPapers()
    {
        var (county, _, project, clerk) = await StartAsync();
        async Task<string> GateAsync() => (await clerk.ForgeAsync($"/projects/{project}/stages/archive/completion", ("On", "2026-11-20"))).Problem;
        var asked = new List<(string Stage, string Paper, string Name)> { ("scheme", "drawings", "设计图纸"), ("approval", "approval", "立项批复"), ("tender", "contract", "施工合同"), ("start", "permit", "施工许可或质量安全监督手续"), ("acceptance", "report", "竣工验收报告"), ("settlement", "settlement", "结算审核报告") };

        var first = await GateAsync();
        Assert.All(asked, paper => Assert.Contains(paper.Name, first, StringComparison.Ordinal));
        foreach (var (stage, paper, _) in asked) await clerk.UploadPaperAsync(project, stage, paper, Pictures.Pdf());

        Assert.DoesNotContain("归档材料齐全：", await GateAsync(), StringComparison.Ordinal);
        Assert.Contains("材料齐全", (await clerk.GetAsync($"/projects/{project}/archive")).Text, StringComparison.Ordinal);
        var file = await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.attachments order by added_at limit 1");
        await clerk.ForgeAsync($"/attachments/{file}/removal", ("reason", "误传"));
        Assert.Contains("归档材料齐全：缺 1 件", await GateAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j")]
    [InlineData("..", "未命名")]
    [InlineData(" 名称. ", "名称")]
    [InlineData("a\nb", "a_b")]
    public void Safe_HarmfulNames_AreMadeHarmless(string name, string expected) => Assert.Equal(expected, ArchiveNames.Safe(name));

    [Fact]
    public void Path_LongName_KeepsItsExtension()
    {
        var path = ArchiveNames.Path(10, "摸底调查", 3, new string('长', 200), new string('名', 200) + ".pdf");

        Assert.StartsWith("010-摸底调查/003-", path, StringComparison.Ordinal);
        Assert.EndsWith(".pdf", path, StringComparison.Ordinal);
        Assert.True(path.Length < 160);
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var copy = new MemoryStream();
        using var stream = zip.GetEntry(name)!.Open();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private async Task<(County County, Guid Estate, Guid Project, Clerk Clerk)> StartAsync()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("甲小区", "城关街道");
        return (county, estate, await county.ProjectAsync(estate, "甲小区", 2026), await county.ClerkAsync());
    }
}
