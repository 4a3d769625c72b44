using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>One page of the portal: who opens it, and how.</summary>
public sealed record PortalPage(string Name, string? Account, Func<Visit, Task> OpenAsync);

/// <summary>Every page there is, as each kind of user meets it.</summary>
public static class PortalPages
{
    public static readonly IReadOnlyList<PortalPage> All =
    [
        new("sign-in", null, visit => visit.GoAsync("/sign-in")),
        new("ballots", "bureau@linqu", visit => visit.ChooseAsync("表决征询")),
        new("ballots-city", "city@taian", visit => visit.GoAsync("/xintai/ballots")),
        new("ballot-new", "bureau@linqu", async visit =>
        {
            await visit.OpenEstateAsync("财政局家属院");
            await visit.FollowAsync("本小区的表决征询");
            await visit.FollowAsync("发起表决、征询");
            await visit.PressAsync("保存");
        }),
        new("ballot-draft", "bureau@linqu", visit => OfBallotAsync(visit, "样式征询")),
        new("ballot-open", "leader@linqu", visit => OfBallotAsync(visit, "样式表决")),
        new("ballot-roll", "bureau@linqu", visit => OfBallotAsync(visit, "样式征询", "名册")),
        new("ballot-votes", "bureau@linqu", visit => OfBallotAsync(visit, "样式表决", "录入")),
        new("ballot-unit", "bureau@linqu", async visit =>
        {
            await OfBallotAsync(visit, "样式表决", "录入");
            await visit.Page.Locator("td.vote a").First.ClickAsync();
        }),
        new("ballot-missing", "bureau@linqu", visit => OfBallotAsync(visit, "样式表决", "未投的户")),
        new("ballot-risers", "bureau@linqu", visit => OfBallotAsync(visit, "样式表决", "立管板")),
        new("ballot-differences", "bureau@linqu", visit => OfBallotAsync(visit, "样式表决", "名册差异")),
        new("ballot-call-backs", "bureau@linqu", visit => OfBallotAsync(visit, "样式表决", "核验与回访")),
        new("sign-in-wrong", null, visit => visit.SignInAsync("nobody@linqu", "wrong")),
        new("receipts", null, visit => visit.GoAsync("/receipts?county=linqu")),
        new("workbench-bureau", "bureau@linqu", Stay),
        new("workbench-ruicheng", "bureau@ruicheng", Stay),
        new("workbench-leader", "leader@linqu", Stay),
        new("workbench-street", "chengguan@linqu", Stay),
        new("workbench-city", "city@taian", Stay),
        new("estates", "bureau@ruicheng", visit => visit.ChooseAsync("小区台账")),
        new("estates-linqu", "bureau@linqu", visit => visit.ChooseAsync("小区台账")),
        new("estates-none", "bureau@linqu", visit => visit.GoAsync("/linqu/estates?q=没有这个小区")),
        new("estate-undetermined", "bureau@linqu", visit => visit.OpenEstateAsync("财政局家属院")),
        new("estate-eligible", "bureau@ruicheng", visit => visit.OpenEstateAsync("原卷烟厂小区")),
        new("estate-lapsed", "bureau@xintai", visit => visit.OpenEstateAsync("演示一号小区")),
        new("estate-too-new", "bureau@donge", visit => visit.OpenEstateAsync("演示十二号小区")),
        new("estate-new", "bureau@linqu", visit => visit.GoAsync("/linqu/estates/new")),
        new("estate-edit", "bureau@xintai", async visit =>
        {
            await visit.OpenEstateAsync("演示一号小区");
            await visit.FollowAsync("修改");
        }),
        new("estate-edit-wrong", "bureau@linqu", async visit =>
        {
            await visit.GoAsync("/linqu/estates/new");
            await visit.FillAsync("建成年份", "去年");
            await visit.FillAsync("户数（户）", "-3");
            await visit.PressAsync("保存");
        }),
        new("building", "bureau@ruicheng", async visit =>
        {
            await visit.OpenEstateAsync("原卷烟厂小区");
            await visit.FollowAsync("1号楼");
        }),
        new("building-variety", "bureau@xintai", Variety),
        new("buildings", "bureau@xintai", async visit =>
        {
            await visit.OpenEstateAsync("演示一号小区");
            await visit.FollowAsync("楼栋和住户");
        }),
        new("building-edit", "bureau@xintai", visit => OfVarietyAsync(visit, "修改楼栋")),
        new("building-grid", "bureau@xintai", visit => OfVarietyAsync(visit, "录入、更正")),
        new("building-grid-wrong", "bureau@xintai", async visit =>
        {
            await OfVarietyAsync(visit, "录入、更正");
            await visit.FillAsync("1单元 101 登记面积（㎡）", "很大");
            await visit.PressAsync("保存");
        }),
        new("building-batch", "bureau@xintai", async visit =>
        {
            await OfVarietyAsync(visit, "批量登记");
            await visit.FillAsync("楼层到", "8");
            await visit.FillAsync("面积（㎡）", "85.5、72");
            await visit.PressAsync("预览");
        }),
        new("dwelling", "bureau@xintai", visit => OfVarietyAsync(visit, "101")),
        new("dwelling-edit", "bureau@xintai", async visit =>
        {
            await OfVarietyAsync(visit, "101");
            await visit.FollowAsync("修改");
        }),
        new("ownership-change", "bureau@xintai", async visit =>
        {
            await OfVarietyAsync(visit, "101");
            await visit.FollowAsync("产权变更");
        }),
        new("owner", "bureau@xintai", async visit =>
        {
            await OfVarietyAsync(visit, "101");
            await visit.FollowAsync("共*");
        }),
        new("owner-merger", "bureau@xintai", async visit =>
        {
            await visit.OpenEstateAsync("演示一号小区");
            await visit.FollowAsync("楼栋和住户");
            await visit.FollowAsync("核对、合并");
        }),
        new("buildings-none", "bureau@xintai", async visit =>
        {
            await visit.OpenEstateAsync("空白小区");
            await visit.FollowAsync("楼栋和住户");
        }),
        new("estate-blank", "bureau@xintai", visit => visit.OpenEstateAsync("空白小区")),
        new("building-new", "bureau@xintai", visit => OfEstateAsync(visit, "登记楼栋")),
        new("dwelling-new", "bureau@xintai", visit => OfVarietyAsync(visit, "登记一户")),
        new("owner-edit", "bureau@xintai", async visit =>
        {
            await OfVarietyAsync(visit, "101");
            await visit.FollowAsync("共*");
            await visit.FollowAsync("修改");
        }),
        new("identity", "bureau@xintai", visit => OfEstateAsync(visit, "名称与沿革")),
        new("estate-merger", "bureau@xintai", visit => OfEstateAsync(visit, "名称与沿革", "把其他小区并入本小区")),
        new("estate-split", "bureau@xintai", visit => OfEstateAsync(visit, "名称与沿革", "分出楼栋")),
        new("works", "bureau@xintai", visit => OfEstateAsync(visit, "既往改造（1）")),
        new("works-list", "bureau@xintai", visit => visit.GoAsync("/xintai/works")),
        new("works-none", "bureau@linqu", visit => visit.GoAsync("/linqu/works")),
        new("twins", "bureau@ruicheng", visit => visit.GoAsync("/ruicheng/twins")),
        new("search", "bureau@xintai", visit => visit.GoAsync("/xintai/search")),
        new("search-found", "bureau@xintai", async visit =>
        {
            await visit.GoAsync("/xintai/search");
            await visit.FillAsync("搜索小区台账", "演示一号");
            await visit.PressAsync("搜索");
        }),
        new("search-hits", "bureau@xintai", async visit =>
        {
            await visit.Page.GetByLabel("搜索小区台账").PressSequentiallyAsync("演示一号");
            await Assertions.Expect(visit.Page.Locator("#hits")).ToContainTextAsync("演示一号小区");
        }),
        new("survey", "bureau@xintai", visit => OfEstateAsync(visit, "2024-01-12 摸底")),
        new("survey-new", "bureau@xintai", visit => OfEstateAsync(visit, "登记摸底")),
        new("survey-new-wrong", "chengguan@linqu", async visit =>
        {
            await visit.OpenEstateAsync("党校家属院");
            await visit.FollowAsync("登记摸底");
            await visit.FillAsync("征询户数", "很多");
            await visit.PressAsync("保存摸底");
        }),
        new("site-check", "bureau@xintai", visit => OfEstateAsync(visit, "2024-01-15 审核认定")),
        new("site-check-new", "bureau@xintai", visit => OfEstateAsync(visit, "登记审核认定")),
        new("recognitions-none", "bureau@linqu", visit => visit.GoAsync("/linqu/recognitions")),
        new("recognition-new", "bureau@jingyuan", async visit =>
        {
            await visit.OpenEstateAsync("房产局家属楼");
            await visit.GoAsync($"{visit.Page.Url}/recognitions/new");
        }),
        new("eligibility", "bureau@ruicheng", visit => visit.ChooseAsync("资格认定")),
        new("eligibility-lapsed", "bureau@xintai", visit => visit.ChooseAsync("资格认定")),
        new("eligibility-comparison", "bureau@xintai", visit => visit.GoAsync("/xintai/eligibility/comparison?builtBy=1995-12-31")),
        new("verdicts", "bureau@xintai", visit => OfEstateAsync(visit, "认定历史")),
        new("imports", "bureau@xintai", visit => visit.GoAsync("/xintai/imports")),
        new("imports-none", "bureau@ruicheng", visit => visit.GoAsync("/ruicheng/imports")),
        new("import-new", "bureau@xintai", visit => visit.GoAsync("/xintai/imports/new")),
        new("import-new-wrong", "bureau@xintai", async visit =>
        {
            await visit.GoAsync("/xintai/imports/new");
            await visit.PressAsync("上传并核对");
        }),
        new("import", "bureau@xintai", visit => OfImportAsync(visit)),
        new("import-mapping", "bureau@xintai", async visit =>
        {
            await OfImportAsync(visit);
            await visit.Page.GetByText("表格的识别结果").ClickAsync();
        }),
        new("estates-city", "city@taian", visit => visit.GoAsync("/xintai/estates")),
        new("estate-city", "city@taian", async visit =>
        {
            await visit.GoAsync("/xintai/estates");
            await visit.OpenEstateAsync("演示一号小区");
        }),
        new("plans", "bureau@ruicheng", visit => visit.ChooseAsync("年度计划")),
        new("plans-none", "bureau@donge", visit => visit.ChooseAsync("年度计划")),
        new("plan-new", "bureau@linqu", visit => visit.GoAsync("/linqu/plans/new")),
        new("plan-new-wrong", "bureau@linqu", async visit =>
        {
            await visit.GoAsync("/linqu/plans/new");
            await visit.FillAsync("计划年度（必填）", "明年");
            await visit.PressAsync("建立");
        }),
        new("plan-issued", "bureau@linqu", visit => visit.OpenPlanAsync("2024年")),
        new("plan-issued-ruicheng", "bureau@ruicheng", visit => visit.OpenPlanAsync("2023年")),
        new("plan-unlisted", "bureau@jingyuan", visit => visit.OpenPlanAsync("2023年")),
        new("plan-empty", "bureau@xintai", visit => visit.OpenPlanAsync("2045年")),
        new("plan-draft", "bureau@xintai", visit => visit.OpenPlanAsync("2044年")),
        new("plan-returned", "bureau@linqu", visit => visit.OpenPlanAsync("2043年")),
        new("plan-submitted", "bureau@linqu", visit => visit.OpenPlanAsync("2042年")),
        new("plan-submitted-leader", "leader@linqu", visit => visit.OpenPlanAsync("2042年")),
        new("plan-edit", "bureau@xintai", async visit =>
        {
            await visit.OpenPlanAsync("2044年");
            await visit.FollowAsync("修改计划");
        }),
        new("plan-edit-wrong", "bureau@xintai", async visit =>
        {
            await visit.OpenPlanAsync("2044年");
            await visit.FollowAsync("修改计划");
            await visit.FillAsync("演示三号小区 户数", "很多");
            await visit.PressAsync("保存");
        }),
        new("plan-add-estates", "bureau@xintai", async visit =>
        {
            await visit.OpenPlanAsync("2044年");
            await visit.FollowAsync("列入小区");
        }),
        new("policies", "bureau@linqu", visit => visit.ChooseAsync("政策依据")),
        new("policy", "bureau@linqu", visit => visit.GoAsync("/linqu/policies/shandong-2020")),
        new("policy-lapsed", "bureau@xintai", visit => visit.GoAsync("/xintai/policies/taian-2020")),
        new("policy-new", "bureau@linqu", visit => visit.GoAsync("/linqu/policies/new")),
        new("policy-new-wrong", "bureau@linqu", async visit =>
        {
            await visit.GoAsync("/linqu/policies/new");
            await visit.FillAsync("或粘贴内容", """{ "key": "linqu-2027", "title": 7 }""");
            await visit.PressAsync("检查并录入");
        }),
        new("changes", "bureau@xintai", visit => visit.ChooseAsync("变更记录")),
        new("counties", "city@taian", visit => visit.ChooseAsync("各县（市、区）")),
        new("operations", "platform", Stay),
        new("not-found", "bureau@linqu", visit => visit.GoAsync("/linqu/nothing-here")),
        new("forbidden", "chengguan@linqu", visit => visit.GoAsync("/linqu/plans")),
        .. ProjectPages.All,
        .. MoneyPages.All,
        .. SupervisionPages.All,
        .. TaskPages.All,
        .. CheckPages.All,
    ];

    private static Task Stay(Visit visit) => Task.CompletedTask;

    private static async Task Variety(Visit visit)
    {
        await visit.OpenEstateAsync("演示一号小区");
        await visit.FollowAsync("1号楼");
    }

    private static async Task OfVarietyAsync(Visit visit, string link)
    {
        await Variety(visit);
        await visit.FollowAsync(link);
    }

    private static async Task OfEstateAsync(Visit visit, params string[] links)
    {
        await visit.OpenEstateAsync("演示一号小区");
        foreach (var link in links) await visit.FollowAsync(link);
    }

    private static async Task OfImportAsync(Visit visit)
    {
        await visit.GoAsync("/xintai/imports");
        await visit.FollowAsync(PagesFixture.ImportedFile);
        await visit.SeeAsync("逐行结果");
    }

    private static async Task OfBallotAsync(Visit visit, string name, string? link = null)
    {
        await visit.ChooseAsync("表决征询");
        await visit.FollowAsync(name);
        if (link is not null) await visit.FollowAsync(link);
    }
}
