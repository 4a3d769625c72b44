using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>Scheme, notice, reviews.</summary>
public sealed partial class ProjectWalk
{
    private string notice = "";

    /// <summary>Drawn up by one, fixed by the bureau.</summary>
    public async Task SchemeAsync(string who, string bureau, params string[] works)
    {
        var desk = await OpenAsync(who, "改造方案");
        await desk.PressAsync("编制方案", "已开始编制。");
        foreach (var item in works) await desk.TickAsync(item);
        await desk.PressAsync("保存", "请填写数量和单价");
        foreach (var label in await desk.LabelsAsync("[aria-label$=' 数量']"))
        {
            await desk.FillAsync(label, "100");
            await desk.FillAsync(label.Replace(" 数量", " 单位", StringComparison.Ordinal), "㎡");
            await desk.FillAsync(label.Replace(" 数量", " 单价（元）", StringComparison.Ordinal), "120.50");
        }

        foreach (var ban in await desk.LabelsAsync("form .survey legend", "text")) await desk.AnswerAsync(ban, "不涉及");
        if (await desk.Page.Locator("#LeftOut").CountAsync() > 0) await desk.FillAsync("应改尽改的内容未列入的理由", "已具备，无须改造");
        await desk.FillAsync("设计单位", "甲设计院");
        await desk.FillAsync("改造分级", "一级");
        await desk.FillAsync("物业管理安排", "社区托底");
        await desk.FillAsync("资金筹措说明", "财政资金为主");
        await desk.PressAsync("保存", "已保存。");
        var scheme = desk.Path;
        if (isFirst)
        {
            var early = await SitAsync(bureau);
            await early.GoAsync(scheme);
            plan.Refused("确定方案", await early.PressAllTheSameAsync("确定方案"), "未上传设计图件");
        }

        await AttachAsync(desk, "图件", "总平面图.pdf");
        var fixer = await SitAsync(bureau);
        await fixer.GoAsync(scheme);
        await fixer.PressAsync("确定方案", "方案已确定，文本已固定。");
    }

    /// <summary>The departments of the county, side by side; then the sealed sheet.</summary>
    public async Task JointReviewAsync(string bureau, params string[] bodies)
    {
        var desk = await OpenAsync(bureau, "方案审查");
        await desk.FillAsync("受理日期", plan.Today);
        await desk.PressAsync("提交联合审查", "已提交联合审查");
        foreach (var body in bodies)
        {
            var part = desk.In(body);
            await part.ChooseAsync($"{body}的意见", "同意");
            await part.FillAsync("日期", plan.Today);
            await part.PressAsync($"登记{body}意见");
        }

        if (isFirst)
        {
            foreach (var test in new[] { "不新增建筑面积", "不涉及主体结构变动", "不改变土地用途" }) await desk.AnswerAsync(test, "是");
            await desk.FillAsync("由谁核实", "县自然资源和规划局");
            await desk.FillAsync("核实日期", plan.Today);
            await desk.PressAsync("登记条件", "剩 10 个工作日");
            await TryAsync(bureau, "部门联合审查", "签章的审查表扫描件未上传");
            desk = await OpenAsync(bureau, "方案审查");
            await desk.FollowAsync("部门联合审查");
        }

        await AttachAsync(desk, "扫描件", "联合审查表.pdf", "均同意");
    }

    /// <summary>No review can be asked for yet.</summary>
    public async Task TryReviewAsync(string bureau, string naming)
    {
        if (!isFirst) return;
        var desk = await OpenAsync(bureau, "方案审查");
        Assert.Equal(0, await desk.Page.Locator("input[name=OpenedOn]").CountAsync());
        plan.Refused("提交审查", await desk.WhyNotAsync(), naming);
    }

    public async Task PostNoticeAsync(string bureau)
    {
        var desk = await OpenAsync(bureau, "公示");
        await desk.FollowAsync("改造方案公示");
        await desk.FillAsync("联系方式", "县住建局 0359-0000000");
        await desk.FillAsync("正文", "一、改造内容\n屋面防水、雨污分流。");
        await desk.PressAsync("保存");
        if (isFirst) plan.Refused("登记张贴", await desk.PressAllTheSameAsync("登记张贴"), "未明确日历日或工作日");
        await desk.FollowAsync("修改");
        await desk.ChooseAsync("按哪种日子计算", "日历日");
        await desk.PressAsync("保存");
        await desk.FillAsync("张贴日期（当日不计入）", plan.Today);
        await desk.PressAsync("登记张贴", "张贴");
        notice = desk.Path;
        await PhotographAsync(desk, "张贴时", plan.Today);
        if (isFirst) plan.Refused("公示办结", await desk.PressAllTheSameAsync("公示办结"), "届满", "缺公示期间的照片", "缺期满时的照片");
    }

    public async Task ConcludeNoticeAsync(string bureau, string middle, string end)
    {
        var desk = await SitAsync(bureau);
        await desk.GoAsync(notice);
        await PhotographAsync(desk, "公示期间", PlanWalk.Day(middle));
        await PhotographAsync(desk, "期满时", PlanWalk.Day(end));
        await desk.PressAsync("公示办结", "公示已办结");
    }

    public async Task SendToCityAsync(string bureau)
    {
        var desk = await OpenAsync(bureau, "方案审查");
        await desk.FillAsync("报送日期", plan.Today);
        await desk.PressAsync("打包报送会审", "会审材料已打包报送。");
    }

    /// <summary>At the city's own desk.</summary>
    public async Task CityPassesAsync(string city)
    {
        var desk = await SitAsync(city);
        await desk.GoAsync("/yuncheng");
        await desk.SectionAsync("会审");
        await desk.FollowAsync(row.Estate);
        await desk.AnswerAsync("决定", "通过");
        await desk.FillAsync("会审人员（单位）", "市级专家组");
        await desk.FillAsync("会审日期", plan.Today);
        await desk.PressAsync("登记决定", "会审通过，已告知县级。");
    }

    private static async Task PhotographAsync(Clerk desk, string phase, DateOnly on)
    {
        await desk.ChooseAsync("时点", phase);
        await desk.FillAsync("拍摄日期", on);
        await desk.AttachAsync("照片", $"{phase}.jpg", Pictures.Jpeg(Pictures.Segment(0xFE, [.. BitConverter.GetBytes(Interlocked.Increment(ref papers))])));
        await desk.PressAsync("登记照片", phase);
    }
}
