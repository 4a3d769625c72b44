using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Schemes;

/// <summary>A project of one estate, with a clerk who makes its scheme.</summary>
public sealed record SchemeStage(County County, Guid Estate, Guid Project, Clerk Clerk)
{
    public static readonly string[] Jingyuan = ["jingyuan", "baiyin", "gansu", "nation"];
    public static readonly string[] Ruicheng = ["ruicheng", "yuncheng", "shanxi", "nation"];

    public static async Task<SchemeStage> MakeAsync(County county)
    {
        var estate = await county.EstateAsync("甲小区", "城关街道");
        return new SchemeStage(county, estate, await county.ProjectAsync(estate, "甲小区"), await county.ClerkAsync());
    }

    public Task<Guid> NewestAsync() => County.Portal.Sql.AskAppAsync<Guid>(County.Scope, $"select id from portal.schemes where project_id = '{Project}' order by number desc limit 1");

    public Task<string?> StateAsync(Guid scheme) => County.Portal.Sql.AskAppAsync<string>(County.Scope, $"select state from portal.schemes where id = '{scheme}'");

    /// <summary>The form of a first version.</summary>
    public async Task<Page> StartAsync() => await (await Clerk.GetAsync($"/projects/{Project}/schemes")).PressAsync("编制方案");

    /// <summary>A first version with one more item, everything filled in and its drawings uploaded.</summary>
    public async Task<Guid> CompleteAsync(string item = "建筑外立面", string unitCost = "120.50")
    {
        var page = await StartAsync();
        if (!page.Text.Contains($"项{item}", StringComparison.Ordinal)) page = await page.Tick(item).PressAsync("保存");
        var scheme = await NewestAsync();
        await FillAsync(page, unitCost).PressAsync("保存");
        await Clerk.UploadAsync("Scheme", scheme, "Map", ("总平面图.pdf", Pictures.Pdf()));
        return scheme;
    }

    public static Page FillAsync(Page page, string unitCost)
    {
        foreach (var label in page.Document.QuerySelectorAll("[aria-label$=' 数量']").Select(input => input.GetAttribute("aria-label")!).ToList())
            page.Fill(label, "100").Fill(label.Replace(" 数量", " 单位", StringComparison.Ordinal), "㎡").Fill(label.Replace(" 数量", " 单价（元）", StringComparison.Ordinal), unitCost);
        foreach (var legend in page.Document.QuerySelectorAll("form .survey legend").Select(legend => legend.TextContent.Trim()).ToList()) page.Answer(legend, "不涉及");
        if (page.Document.QuerySelector("#LeftOut") is not null) page.Fill("应改尽改的内容未列入的理由", "已具备，无须改造");
        return page.Fill("设计单位", "甲设计院").Fill("改造分级", "一级").Fill("物业管理安排", "社区托底").Fill("资金筹措说明", "财政资金为主");
    }

    public async Task<Guid> FixedAsync()
    {
        var scheme = await CompleteAsync();
        var page = await (await Clerk.GetAsync($"/schemes/{scheme}")).PressAsync("确定方案");
        Assert.Equal("方案已确定，文本已固定。", page.Notice);
        return scheme;
    }

    /// <summary>Another version of a fixed one, fixed as well.</summary>
    public async Task<Guid> RevisedAsync(string reason = "按审查意见调整")
    {
        var page = await (await Clerk.GetAsync($"/projects/{Project}/schemes")).Fill("调整理由", reason).PressAsync("另编一版");
        var scheme = await NewestAsync();
        await page.Fill("第1项" + NameOf(page) + " 数量", "80").PressAsync("保存");
        await Clerk.UploadAsync("Scheme", scheme, "Map", ("调整图.pdf", Pictures.Pdf("/x")));
        await (await Clerk.GetAsync($"/schemes/{scheme}")).PressAsync("确定方案");
        return scheme;
    }

    private static string NameOf(Page page) => page.Document.QuerySelector("[aria-label^='第1项'][aria-label$=' 数量']")!.GetAttribute("aria-label")!["第1项".Length..^" 数量".Length];
}
