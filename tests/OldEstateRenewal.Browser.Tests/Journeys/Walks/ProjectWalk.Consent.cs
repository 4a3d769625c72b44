using Microsoft.Playwright;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>Survey, rounds of consent, votes.</summary>
public sealed partial class ProjectWalk
{
    private static readonly string[] needs = ["失养失修失管严重", "市政配套设施不完善", "公共服务、社会（社区）服务设施不健全", "居民改造意愿强烈"];

    public async Task SurveyAsync(string who, string years)
    {
        var desk = await SitAsync(who);
        await desk.GoAsync(Estate);
        await desk.FollowAsync("登记摸底");
        await desk.FillAsync("调查人", "社区调查员");
        if (row.BuiltYears.Count == 0) await desk.FillAsync("建成年份", years);
        await desk.ChooseAsync("土地性质", "国有土地");
        await desk.ChooseAsync("所在区域", "县城");
        var asked = await desk.LabelsAsync("fieldset legend", "text");
        foreach (var need in needs.Intersect(asked)) await desk.AnswerAsync(need, "是");
        var households = row.Households!.Value;
        foreach (var (label, figure) in new[] { ("征询户数", households), ("愿意改造户数", households), ("不愿改造户数", 0), ("未征询到户数", 0), ("愿意出资户数", households / 2) }) await desk.FillAsync(label, $"{figure}");
        await desk.PressAsync("保存摸底", "已登记摸底调查");
    }

    /// <summary>Held outside the portal; its official result is stated, from the stage that asks for it.</summary>
    public async Task StateAsync(string who, string held)
    {
        var desk = await OpenAsync(who, $"{row.Estate} 登记系统外征询");
        await desk.FillAsync("完成日期", PlanWalk.Day(held));
        foreach (var label in new[] { "全体户数", "征询户数", "表态户数", "同意户数" }) await desk.FillAsync(label, $"{row.Households}");
        await desk.FillAsync("说明", "社区组织，材料存街道档案室");
        await desk.PressAsync("登记", "已登记系统外征询的结果。");
    }

    /// <summary>Prepared with what is asked, checked by the street, displayed by the bureau.</summary>
    public async Task<string> PrepareBallotAsync(string bureau, string street, string name, string matter)
    {
        var desk = await OpenAsync(bureau, $"{row.Estate} 发起表决、征询");
        await desk.FillAsync("名称", name);
        await desk.FillAsync("交付表决的内容", "是否同意本小区改造方案。");
        await desk.Page.Locator($"input[value='{matter}']").CheckAsync();
        // A vote on the scheme says on which version.
        if (matter.StartsWith("scheme/", StringComparison.Ordinal)) await desk.Page.Locator("#SchemeId").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await desk.FillAsync("截止日期", "2099-12-31");
        await desk.PressAsync("保存", "已建立。");
        var ballot = desk.Path;
        if (isFirst) plan.Refused($"{name}公示名册", await desk.PressAllTheSameAsync("公示名册"), "名册须先由街道核对");
        var checker = await SitAsync(street);
        await checker.GoAsync(ballot);
        await checker.PressAsync("名册已核对", "已记录：名册已核对。");
        await desk.GoAsync(ballot);
        await desk.FillAsync("公示地点、时间", "小区公告栏");
        await desk.PressAsync("公示名册", "名册已公示");
        return ballot;
    }

    public async Task OpenBallotAsync(string bureau)
    {
        var desk = await SitAsync(bureau);
        await desk.GoAsync(Ballot);
        await desk.PressAsync("开始", "已开始。");
    }

    /// <summary>The result of the city's own system, pasted.</summary>
    public async Task TakeOfficialResultAsync(string bureau)
    {
        var desk = await SitAsync(bureau);
        await desk.GoAsync(Ballot);
        await desk.FollowAsync("导入官方结果");
        await desk.SeeAsync("须在指定系统表决");
        await desk.FillAsync("来源", "潍坊市电子投票系统，2024年第6批");
        await desk.FillAsync("结果", AnnexFiles.AllAgree(row));
        await desk.PressAsync("导入", $"已导入 {row.Households} 户的官方结果。");
    }

    /// <summary>From door to door, by the keyboard.</summary>
    public async Task VoteByKeysAsync(string street)
    {
        var desk = await SitAsync(street);
        await desk.GoAsync(Ballot);
        await desk.FollowAsync("录入");
        await Assertions.Expect(desk.Page.Locator("td.vote a:focus")).ToBeVisibleAsync();
        for (var i = 0; i < row.Households; i++) await desk.Page.Keyboard.PressAsync("1");
        await Assertions.Expect(desk.Page.Locator("td.vote.agree")).ToHaveCountAsync(row.Households!.Value);
        await Assertions.Expect(desk.Page.Locator("#vote-state")).ToHaveTextAsync("已存");
    }

    /// <summary>Before its time: one person asks, another does it.</summary>
    public async Task CloseAsync(string bureau, string leader)
    {
        var desk = await SitAsync(bureau);
        await desk.GoAsync(Ballot);
        await desk.SeeNoButtonAsync("确认截止");
        await desk.FillAsync("原因", "全部住户已联系");
        await desk.PressAsync("申请提前截止");
        await desk.SeeNoButtonAsync("确认截止");
        var head = await SitAsync(leader);
        await head.GoAsync(Ballot);
        await head.PressAsync("确认截止", "已截止，结果已封存。");
        await head.SeeAsync("通过");
    }
}
