using Microsoft.Playwright;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>The site, and what comes after the works.</summary>
public sealed partial class ProjectWalk
{
    public async Task NamePartiesAsync(string who)
    {
        var desk = await OpenAsync(who, "施工现场");
        foreach (var (kind, firm) in new[] { ("施工单位", "甲建筑公司"), ("监理单位", "乙监理公司") })
        {
            await desk.FollowAsync("参建单位");
            await desk.FollowAsync("登记参建单位");
            await desk.ChooseAsync("类别", kind);
            await desk.FillAsync("单位名称", firm);
            await desk.PressAsync("保存", firm);
        }
    }

    /// <summary>What is to be built, as the scheme has it.</summary>
    public async Task ListWorksAsync(string who)
    {
        var desk = await OpenAsync(who, "施工现场");
        await desk.FollowAsync("列入施工内容");
        await desk.ChooseAsync("地点", $"{row.Estate}（全小区）");
        await desk.PressAsync("列入", "项施工内容。");
        if (isFirst) await desk.SeeAsync("尚未登记完成，不能开始施工");
        Assert.Equal(0, await desk.Page.GetByRole(AriaRole.Button, new() { Name = "完工", Exact = true }).CountAsync());
    }

    /// <summary>What lies underground comes first: the rest cannot be begun before.</summary>
    public async Task BuildAsync(string who)
    {
        var desk = await OpenAsync(who, "施工现场");
        while (await desk.Page.GetByRole(AriaRole.Button, new() { Name = "完工", Exact = true }).CountAsync() is > 0)
        {
            var item = desk.In(desk.Page.Locator("section.site-item").Filter(new() { Has = desk.Page.GetByRole(AriaRole.Button, new() { Name = "完工", Exact = true }) }).First);
            await item.PressAsync("完工");
            await desk.SeeAsync("已登记");
        }
    }

    public async Task AcceptAsync(string who)
    {
        var desk = await OpenAsync(who, "竣工验收");
        await desk.FollowAsync("登记验收");
        await desk.FillAsync("验收日期", plan.Today);
        foreach (var party in await desk.LabelsAsync("input[type=checkbox][aria-label$='到会']"))
        {
            var name = party[..^"到会".Length];
            await desk.TickAsync(party);
            await desk.ChooseAsync($"{name}意见", "同意");
            await desk.FillAsync($"{name}代表", "代表");
        }

        await desk.PressAsync("保存", "未登记结论");
        if (isFirst) plan.Refused("验收通过", await desk.PressAllTheSameAsync("验收通过"), "尚未上传各方签字的验收意见扫描件");
        await AttachAsync(desk, "扫描件", "验收签字.pdf");
        await desk.PressAsync("验收通过", "已登记结论：通过。");
    }

    /// <summary>One defect of the first project: mended by one, looked at again by another.</summary>
    public async Task MendDefectAsync(string finder, string mender, string stage)
    {
        if (!isFirst) return;
        var desk = await OpenAsync(mender, "竣工验收");
        await desk.UnfoldAsync("登记问题");
        await desk.FillAsync("问题", "井盖缺失");
        await desk.FillAsync("部位", "东门");
        await desk.FillAsync("责任单位", "施工单位");
        await desk.FillAsync("整改期限", plan.Today.AddDays(3));
        await desk.PressAsync("登记问题", "井盖缺失");
        await TryAsync(mender, stage, "第1项井盖缺失（待整改");
        desk = await OpenAsync(mender, "竣工验收");
        await desk.FollowAsync("井盖缺失");
        await desk.FillAsync("整改日期", plan.Today);
        await desk.FillAsync("整改情况", "已补装井盖");
        await desk.AttachAsync("整改后照片", "整改.pdf", Paper());
        await desk.PressAsync("登记整改", "等待他人复验");
        var checker = await SitAsync(finder);
        await checker.GoAsync(desk.Path);
        await checker.FillAsync("复验日期", plan.Today);
        await checker.FillAsync("复验情况", "合格");
        await checker.PressAsync("复验合格", "合格");
    }

    public async Task HandOverAsync(string who, string receiver)
    {
        const string facility = "给水";
        var desk = await OpenAsync(who, "设施移交");
        await desk.TickAsync(facility);
        await desk.PressAsync("列入清单");
        if (isFirst) await TryAsync(who, "设施移交", facility);
        if (isFirst) await desk.FollowAsync("设施移交");
        await desk.FollowAsync(facility);
        await desk.FillAsync("接收单位", receiver);
        await desk.FillAsync("后期维护单位", receiver);
        await desk.FillAsync("移交日期", plan.Today);
        foreach (var (question, answer) in new[] { ("终端管理", "是"), ("终端收费", "是"), ("终端维护", "是"), ("产权一并移交", "否") }) await desk.AnswerAsync(question, answer);
        await desk.AttachAsync("接收单扫描件", "接收单.pdf", Paper());
        await desk.PressAsync("登记移交", "已移交");
    }

    public async Task ArrangePropertyAsync(string who, string mode)
    {
        var desk = await OpenAsync(who, "物业管理");
        await desk.FollowAsync("登记物业管理");
        await desk.ChooseAsync("管理方式", mode);
        await desk.FillAsync("管理单位", "甲物业");
        await desk.FillAsync("起始日期", plan.Today);
        await desk.ChooseAsync("确定方式", "居民商定");
        if (mode.Contains("先尝后买", StringComparison.Ordinal)) await desk.FillAsync("试用期满日期", plan.Today.AddMonths(6));
        await desk.FillAsync("清扫保洁的任务与标准", "每日清扫");
        await desk.PressAsync("登记");
        await desk.SeeAsync("甲物业");
    }
}
