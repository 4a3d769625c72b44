using System.Net.Http.Headers;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Notices;

/// <summary>A county under 芮城's document with a project, and a notice brought as far as a test needs it. Today is Saturday, 21 November 2026.</summary>
internal sealed record NoticeStage(County County, Clerk Bureau, Guid Project, Guid Estate)
{
    public const string Monday = "2026-11-09";
    private static readonly string[] ruicheng = ["ruicheng", "yuncheng", "shanxi", "nation"];

    public static async Task<NoticeStage> MakeAsync(PortalFixture fixture)
    {
        var county = await fixture.CountyAsync(ruicheng);
        var estate = await county.EstateAsync("甲小区", "城关街道");
        return new NoticeStage(county, await county.ClerkAsync(), await county.ProjectAsync(estate, "甲小区改造", 2026), estate);
    }

    public async Task<Page> NewAsync() => (await (await Bureau.GetAsync($"/projects/{Project}/notices")).FollowAsync("改造方案公示")).Fill("联系方式", "住建局 0359-0000000");

    /// <summary>A draft with its unit chosen.</summary>
    public async Task<Page> DraftAsync(string unit = "工作日", string title = "甲小区方案公示") => await (await NewAsync()).Choose("按哪种日子计算", unit).Fill("标题", title).Fill("正文", "一、改造内容\n屋面防水、雨污分流。").PressAsync("保存");

    /// <summary>Posted; five working days from Monday the 9th end on the 16th.</summary>
    public async Task<Page> PostedAsync(string on = Monday, string unit = "工作日", string title = "甲小区方案公示") => await PostAsync(await DraftAsync(unit, title), on);

    public static async Task<Page> PostAsync(Page draft, string on = Monday) => await draft.Fill("张贴日期（当日不计入）", on).PressAsync("登记张贴");

    public async Task<Page> PhotosAsync(Guid notice)
    {
        Page? page = null;
        foreach (var (phase, day) in new[] { ("Start", Monday), ("Middle", "2026-11-12"), ("End", "2026-11-16") }) page = await PhotographAsync(Bureau, notice, phase, day);
        return page!;
    }

    public async Task<Page> ConcludedAsync()
    {
        await PhotosAsync((await PostedAsync()).Id);
        var page = await (await LastAsync()).PressAsync("公示办结");
        Assert.Equal("公示已办结，可以下载公示情况说明。", page.Notice);
        return page;
    }

    public async Task<Page> LastAsync() => await Bureau.GetAsync($"/notices/{await County.Portal.Sql.AskAppAsync<Guid>(County.Scope, "select id from portal.notices where state = 'Posted' order by made_at desc, id desc limit 1")}");

    public static async Task<Page> PhotographAsync(Clerk clerk, Guid notice, string phase, string day, byte[]? bytes = null, string name = "照片.jpg")
    {
        var content = new ByteArrayContent(bytes ?? Pictures.Jpeg());
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        var form = new MultipartFormDataContent { { new StringContent((await clerk.OpenAsync(clerk.County!.Home + "/policies")).Token!), "__RequestVerificationToken" }, { new StringContent(phase), "Phase" }, { new StringContent(day), "TakenOn" }, { content, "files", $"{phase}{name}" } };
        return await clerk.PostAsync($"{clerk.County.Home}/notices/{notice}/photos", form);
    }

    public static async Task<Page> ObjectAsync(Page notice, string text = "停车位太少", string person = "诸葛清风", string on = "2026-11-12") =>
        await notice.Choose("来源", "电话").Fill("姓名（可不填；保存时只留姓）", person).Fill("收到日期", on).Fill("异议内容", text).PressAsync("登记异议");

    public static async Task<Page> AnswerAsync(Page notice, bool published) =>
        await notice.Fill("异议摘要（公布用，不写姓名、房号）", "关于停车位").Fill("答复内容", "将增设十个车位。").Tick("在公示栏公布摘要和答复", published).PressAsync("登记答复");
}
