using Microsoft.Playwright;

namespace OldEstateRenewal.Browser.Tests.Support;

/// <summary>What clerks do every day, in the words of the pages.</summary>
public static class Acts
{
    public static async Task OpenEstateAsync(this Visit visit, string name)
    {
        await visit.ChooseAsync("小区台账");
        await visit.FillAsync("名称或坐落", name);
        await visit.PressAsync("查找");
        await visit.FollowAsync(name);
        await visit.SeeHeadingAsync(name);
    }

    /// <summary>Registers an estate about which nothing else is known.</summary>
    public static async Task RegisterEstateAsync(this Visit visit, string name, string street = "城关街道")
    {
        await visit.ChooseAsync("小区台账");
        await visit.FollowAsync("登记小区");
        await visit.FillAsync("小区名称（必填）", name);
        await visit.PickAsync("所属街道（乡镇）", street);
        await visit.FillAsync("楼栋数（栋）", "2");
        await visit.FillAsync("户数（户）", "48");
        await visit.FillAsync("建筑面积（㎡）", "3600.5");
        await visit.PressAsync("保存");
        await visit.SeeAsync($"已登记{name}。");
    }

    /// <summary>Records what 山东省's rule asks for, so that the estate meets it.</summary>
    public static async Task RecordWhatWasMissingAsync(this Visit visit)
    {
        await visit.FollowAsync("去登记");
        await visit.FillAsync("建成年份", "1996、1998");
        await visit.PickAsync("土地性质", "国有土地");
        await visit.PickAsync("所在区域", "县城");
        foreach (var fact in (string[])["失养失修失管严重", "市政配套设施不完善", "公共服务、社会（社区）服务设施不健全", "居民改造意愿强烈"]) await visit.AnswerAsync(fact, "是");
        await visit.AnswerAsync("拟拆除新建、拆迁改造", "否");
        await visit.PressAsync("保存");
    }

    public static async Task CreatePlanAsync(this Visit visit, string year, params string[] estates)
    {
        await visit.ChooseAsync("年度计划");
        await visit.FollowAsync("编制计划");
        await visit.FillAsync("计划年度（必填）", year);
        await visit.PressAsync("建立");
        if (estates.Length > 0) await visit.AddToPlanAsync(estates);
    }

    /// <summary>From the plan's page: the first round was held outside the portal.</summary>
    public static async Task StateConsentAsync(this Visit visit, string estate)
    {
        await visit.FollowAsync($"{estate} 登记系统外征询");
        await visit.FillAsync("完成日期（必填）", "2026-10-08");
        foreach (var figure in new[] { "全体户数", "征询户数", "表态户数", "同意户数" }) await visit.FillAsync($"{figure}（必填）", "48");
        await visit.FillAsync("说明（必填）", "城关街道组织，材料存街道档案室");
        await visit.PressAsync("登记");
        await visit.SeeAsync("已登记系统外征询的结果。");
    }

    public static async Task AddToPlanAsync(this Visit visit, params string[] estates)
    {
        await visit.FollowAsync("列入小区");
        foreach (var estate in estates) await visit.TickAsync($"列入 {estate}");
        await visit.PressAsync("列入所选小区");
        await visit.SeeAsync($"已列入 {estates.Length} 个小区。");
    }

    public static async Task OpenPlanAsync(this Visit visit, string year)
    {
        await visit.ChooseAsync("年度计划");
        await visit.FollowAsync(year);
    }

    /// <summary>Uploads a file and waits until it has been read.</summary>
    public static async Task UploadAsync(this Visit visit, string kind, string name, byte[] file)
    {
        await visit.ChooseAsync("小区台账");
        await visit.FollowAsync("导入");
        await visit.FollowAsync("上传文件");
        await visit.TickAsync(kind);
        await visit.Page.GetByLabel("文件", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
        await visit.PressAsync("上传并核对");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "逐行结果" }).WaitForAsync(new() { Timeout = 60_000 });
    }

    public static Task PickAsync(this Visit visit, string label, string choice) => visit.Page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = choice });

    public static Task TickAsync(this Visit visit, string label) => visit.Page.GetByLabel(label, new() { Exact = true }).CheckAsync();

    public static Task SeeVerdictAsync(this Visit visit, string verdict) =>
        Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 3 }).First).ToContainTextAsync($"纳入老旧小区改造范围：{verdict}");

    /// <summary>A ballot of the estate on the matter so called, open; ends on its page.</summary>
    public static async Task OpenBallotAsync(this Visit visit, string estate, string name, string matter)
    {
        await visit.PrepareBallotAsync(estate, name, matter);
        await visit.PressAsync("名册已核对");
        await visit.SeeAsync("已记录：名册已核对。");
        await visit.PressAsync("公示名册");
        await visit.SeeAsync("名册已公示。");
        await visit.PressAsync("开始");
        await visit.SeeAsync("已开始。");
    }

    public static async Task PrepareBallotAsync(this Visit visit, string estate, string name, string matter)
    {
        await visit.OpenEstateAsync(estate);
        await visit.FollowAsync("本小区的表决征询");
        await visit.FollowAsync("发起表决、征询");
        await visit.FillAsync("名称（必填）", name);
        await visit.FillAsync("交付表决的内容（必填）", "更换给水、排水管线，屋面防水，增设停车位。");
        await visit.Page.Locator($"input[value='{matter}']").CheckAsync();
        await visit.FillAsync("截止日期（必填）", "2099-12-31");
        await visit.PressAsync("保存");
        await visit.SeeAsync("已建立。");
    }
}
