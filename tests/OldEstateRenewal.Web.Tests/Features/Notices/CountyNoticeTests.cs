using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Projects;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Notices;

/// <summary>县级公示: a notice that belongs to no project goes the same way, and is proven and answered by the county alone.</summary>
public sealed class CountyNoticeTests(PortalFixture fixture)
{
    [Fact]
    public async Task PlanList_DraftedPostedProvenConcluded_StandsOnThePublicPage()
    {
        var county = await fixture.CountyAsync();
        await ProjectTests.IssuedAsync(county, "甲小区", "乙小区");
        var clerk = await county.ClerkAsync();
        var form = await (await (await clerk.GetAsync("/projects")).FollowAsync("县级公示")).FollowAsync("2025年计划名单公示");
        Assert.Contains("2. 乙小区", form.Value("正文"), StringComparison.Ordinal);
        Assert.Equal(422, (await clerk.ForgeAsync("/notices", ("Kind", "Scheme"), ("Title", "x"), ("Text", "x"), ("Body", "x"), ("Place", "x"), ("Contact", "x"), ("Days", "5"))).Status);

        var draft = await form.Fill("联系方式", "住建局 0536-0000000").Choose("按哪种日子计算", "工作日").PressAsync("保存");
        var stage = new NoticeStage(county, clerk, Guid.Empty, Guid.Empty);
        var posted = await NoticeStage.PostAsync(draft);
        Assert.Equal("已登记张贴，公示期开始。", posted.Notice);
        var stranger = Clerk.Anonymous(fixture.Portal);
        Assert.Contains("全县（市、区）", (await stranger.OpenAsync($"{county.Home}/public")).Text, StringComparison.Ordinal);
        await NoticeStage.AnswerAsync(await NoticeStage.ObjectAsync(posted), published: true);
        await stage.PhotosAsync(posted.Id);
        Assert.Equal("公示已办结，可以下载公示情况说明。", (await (await stage.LastAsync()).PressAsync("公示办结")).Notice);

        Assert.True((await clerk.DownloadAsync($"/notices/{posted.Id}/statement.pdf")).Length > 1000);
        var seen = await stranger.OpenAsync($"{county.Home}/public/notices/{posted.Id}");
        Assert.Contains("将增设十个车位。", seen.Text, StringComparison.Ordinal);
        Assert.Contains("2. 乙小区", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Street_ReadsACountyNotice_AndProvesNothingOfIt()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var form = (await clerk.GetAsync("/notices/new?kind=Other")).Fill("正文", "通告").Fill("联系方式", "住建局").Choose("按哪种日子计算", "日历日");
        var notice = (await NoticeStage.PostAsync(await form.PressAsync("保存"))).Id;
        await county.EstateAsync("甲小区", "城关街道");
        var street = await county.ClerkAsync(Role.Street, "城关街道");

        var page = await street.GetAsync($"/notices/{notice}");

        Assert.Equal(200, page.Status);
        Assert.False(page.HasButton("登记照片"));
        Assert.Contains("由县住建部门登记", (await NoticeStage.PhotographAsync(street, notice, "Start", NoticeStage.Monday)).Problem, StringComparison.Ordinal);
        Assert.Contains("由县住建部门登记", (await street.ForgeAsync($"/notices/{notice}/objections", ("Channel", "Phone"), ("Text", "x"), ("ReceivedOn", "2026-11-12"))).Problem, StringComparison.Ordinal);
        Assert.Equal(404, (await (await (await fixture.CountyAsync()).ClerkAsync()).GetAsync($"/notices/{notice}")).Status);
    }
}
