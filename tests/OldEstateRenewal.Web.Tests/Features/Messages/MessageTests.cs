using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Messages;

/// <summary>督办通知: from the city's draft to the counties' answers.</summary>
public sealed class MessageTests(PortalFixture fixture)
{
    [Fact]
    public async Task Send_ToSomeCounties_IsReadAndAnsweredByThemAlone()
    {
        var (city, clerk, counties) = await CityAsync(3);
        var (bureau, leader, stranger) = (await counties[0].ClerkAsync(), await counties[0].ClerkAsync(Role.Leader), await counties[2].ClerkAsync());
        var form = await (await clerk.GetAsync("/messages")).FollowAsync("写一件通知");
        var draft = await form.Fill("标题", "加快开工").Fill("正文", "请于月底前开工。\n并报进展。").Fill("答复期限", "2026-11-30").Tick(counties[0].Tenant.Name).Tick(counties[1].Tenant.Name).PressAsync("存为拟稿");
        Assert.Equal("已存为拟稿，请核对后发出。", draft.Notice);
        Assert.Equal(404, (await bureau.GetAsync($"/messages/{draft.Id}")).Status);
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(counties[0].Scope, "select count(*) from portal.messages"));

        var sent = await draft.PressAsync("发出");

        Assert.Contains("已发出", sent.Notice, StringComparison.Ordinal);
        Assert.Contains("答复督办通知：加快开工", (await bureau.GetAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("未读", (await leader.GetAsync("/messages")).Rows().Single());
        Assert.Contains("并报进展。", (await leader.GetAsync($"/messages/{draft.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await stranger.GetAsync($"/messages/{draft.Id}")).Status);
        Assert.DoesNotContain("加快开工", (await stranger.GetAsync("/messages")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(counties[2].Scope, "select count(*) from portal.messages"));
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(new TenantScope(counties[0].Id, null, counties[0].Street("城关街道")), "select count(*) from portal.messages"));
        var standing = (await clerk.GetAsync($"/messages/{draft.Id}")).Rows();
        Assert.Contains(standing, row => row[0] == counties[0].Tenant.Name && row[1] == "已读未答复" && row[2].Contains(leader.Person!.DisplayName, StringComparison.Ordinal));
        Assert.Contains(standing, row => row[0] == counties[1].Tenant.Name && row[1] == "未读" && row[2] == "");

        var answered = await (await bureau.GetAsync($"/messages/{draft.Id}")).Fill("答复内容", "已开工 3 个小区。").PressAsync("送出答复");

        Assert.Equal("已答复，市级可以看到。", answered.Notice);
        Assert.DoesNotContain("加快开工", (await bureau.GetAsync()).Text, StringComparison.Ordinal);
        Assert.Contains((await clerk.GetAsync($"/messages/{draft.Id}")).Rows(), row => row[1] == "已答复" && row[3].Contains("已开工 3 个小区。", StringComparison.Ordinal));
        Assert.Contains("1 / 2", (await clerk.GetAsync("/messages")).Rows().Single());
        Assert.DoesNotContain("已开工 3 个小区。", (await (await counties[1].ClerkAsync()).GetAsync($"/messages/{draft.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Twice_LeavesOneReceipt()
    {
        var (city, _, counties) = await CityAsync(1);
        var message = await city.MessageAsync("请阅", [counties[0]], null);
        var clerk = await counties[0].ClerkAsync();

        await clerk.GetAsync($"/messages/{message}");
        await clerk.GetAsync($"/messages/{message}");

        Assert.Equal(1, await fixture.Portal.Sql.AskAppAsync<long>(counties[0].Scope, "select count(*) from portal.message_readings"));
        Assert.Contains("已读", (await clerk.GetAsync("/messages")).Rows().Single());
    }

    [Fact]
    public async Task Answer_AfterTheDay_IsLateAndNoAnswerIsOverdue()
    {
        var (city, clerk, counties) = await CityAsync(2);
        var message = await city.MessageAsync("限期整改", counties, "2026-11-20");
        var bureau = await counties[0].ClerkAsync();
        Assert.Contains("2 个县未答复", (await clerk.GetAsync("/messages")).Text, StringComparison.Ordinal);
        Assert.Contains((await bureau.GetAsync("/tasks/overdue")).Rows(), row => row[0] == "县住建局" && row[1] == "1");
        var empty = await (await bureau.GetAsync($"/messages/{message}")).PressAsync("送出答复");
        Assert.Equal((422, "请填写答复。"), (empty.Status, empty.Wrong("答复内容")));

        await empty.Fill("答复内容", "整改完毕").PressAsync("送出答复");

        var rows = (await clerk.GetAsync($"/messages/{message}")).Rows();
        Assert.Contains(rows, row => row[0] == counties[0].Tenant.Name && row[1] == "逾期答复");
        Assert.Contains(rows, row => row[0] == counties[1].Tenant.Name && row[1] == "逾期未答复");
    }

    [Fact]
    public async Task Draft_WithNonsense_IsRefusedBesideTheFieldsAndKept()
    {
        var (_, clerk, counties) = await CityAsync(1);
        var foreign = await County.MakeAsync(fixture.Portal);
        var form = await clerk.GetAsync("/messages/new");

        var page = await form.Fill("标题", new string('长', 101)).Fill("正文", "写好的正文").Fill("答复期限", "2026-11-20").PressAsync("存为拟稿");

        Assert.Equal(422, page.Status);
        Assert.Equal("标题不超过 100 字。", page.Wrong("标题"));
        Assert.Equal("答复期限不能早于今天。", page.Wrong("答复期限"));
        Assert.Equal("写好的正文", page.Value("正文"));
        Assert.Contains("请至少选择一个县（市、区）。", page.Problem, StringComparison.Ordinal);
        var forged = await clerk.ForgeAsync("/messages", ("Title", "x"), ("Text", "x"), ("Counties", $"{foreign.Id}"));
        Assert.Contains("请从列出的县（市、区）中选择。", forged.Problem, StringComparison.Ordinal);
        Assert.Equal(422, (await clerk.ForgeAsync("/messages", ("Title", "x"), ("Text", "x"), ("Counties", "绿"), ("AnswerBy", "明天"))).Status);
        var saved = await page.Fill("标题", "改短").Fill("答复期限", "").Tick(counties[0].Tenant.Name).PressAsync("存为拟稿");
        Assert.Equal(404, (await clerk.GetAsync($"/messages/{Guid.NewGuid()}")).Status);
        Assert.Equal("拟稿已删除。", (await saved.PressAsync("删除")).Notice);
        Assert.Equal(404, (await clerk.GetAsync($"/messages/{saved.Id}")).Status);
    }

    [Fact]
    public async Task Sent_IsNeverChanged_ByPageOrDatabase()
    {
        var (city, clerk, counties) = await CityAsync(1);
        var message = await city.MessageAsync("已发", counties, null);
        var bureau = await counties[0].ClerkAsync();
        await (await bureau.GetAsync($"/messages/{message}")).Fill("答复内容", "收到").PressAsync("送出答复");

        var page = await clerk.ForgeAsync($"/messages/{message}", ("Version", "1"), ("Title", "x"), ("Text", "x"), ("Counties", $"{counties[0].Id}"));

        Assert.Contains("不能改动", page.Problem, StringComparison.Ordinal);
        Assert.Contains("不能改动", (await clerk.ForgeAsync($"/messages/{message}/removal", ("Version", "1"))).Problem, StringComparison.Ordinal);
        var sql = fixture.Portal.Sql;
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(city.Scope, "update portal.messages set title = 'x'"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(city.Scope, "delete from portal.messages"));
        foreach (var table in new[] { "message_readings", "message_answers" })
        {
            Assert.Equal(Sql.Refused, await sql.RefusalAsync(counties[0].Scope, $"update portal.{table} set by = 'x'"));
            Assert.Equal(Sql.Refused, await sql.RefusalAsync(counties[0].Scope, $"delete from portal.{table}"));
        }
    }

    [Fact]
    public async Task Draft_ChangedByAnotherMeanwhile_IsNotSentUnseen()
    {
        var (_, clerk, counties) = await CityAsync(1);
        var draft = await (await clerk.GetAsync("/messages/new")).Fill("标题", "甲").Fill("正文", "甲").Tick(counties[0].Tenant.Name).PressAsync("存为拟稿");
        await (await clerk.GetAsync($"/messages/{draft.Id}")).Fill("标题", "乙").PressAsync("保存");

        var page = await draft.PressAsync("发出");

        Assert.Contains("他人刚刚改动", page.Problem, StringComparison.Ordinal);
        Assert.Equal("乙", page.Heading);
    }

    [Fact]
    public async Task City_LookingIntoItsCounty_LeavesNoReceiptAndCannotAnswer()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, above: city);
        var person = await Person.MakeAsync(fixture.Portal);
        await city.AdmitAsync(person, Role.City);
        var message = await city.MessageAsync("请阅", [county], null);
        var clerk = await person.SignInAsync(county);

        Assert.Contains("请阅", (await clerk.GetAsync($"/messages/{message}")).Heading, StringComparison.Ordinal);
        Assert.Equal(403, (await clerk.ForgeAsync($"/messages/{message}/answers", ("Text", "x"))).Status);
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.message_readings"));
    }

    private async Task<(County City, Clerk Clerk, County[] Counties)> CityAsync(int counties)
    {
        var city = await County.CityAsync(fixture.Portal);
        var below = new List<County>();
        for (var i = 0; i < counties; i++) below.Add(await County.MakeAsync(fixture.Portal, above: city));
        return (city, await city.ClerkAsync(Role.City), [.. below]);
    }
}
