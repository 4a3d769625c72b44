using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Owners;

public sealed class OwnershipChangeTests(PortalFixture fixture)
{
    [Fact]
    public async Task Transfer_EndsTheOldAndKeepsTheHistory()
    {
        var (county, clerk, dwelling) = await DwellingAsync();

        var page = await (await ChangeAsync(clerk, dwelling)).Fill("取得日期", "2026-03-01").Choose("取得方式", "不动产登记").Fill("姓名或单位名称", "赵丙丁").Fill("份额", "1/1").PressAsync("保存");

        Assert.Equal("已登记产权变更。", page.Notice);
        Assert.Equal("王甲乙:2005-01-01:2026-03-01:Transfer,赵丙丁:2026-03-01:-:-", await HistoryAsync(county));
        Assert.Contains("赵*", page.Text, StringComparison.Ordinal);
        Assert.Contains("2026-03-01 转移", page.Text, StringComparison.Ordinal);
        Assert.Equal("OwnerAdded,OwnershipEnded,OwnershipAdded,DwellingEdited", await county.AskAsync("select string_agg(kind, ',' order by sequence) from portal.audit_entries"));
        Assert.DoesNotContain("丙丁", await county.AskAsync("select string_agg(subject, ' ') from portal.audit_entries"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_SaysThatItNeverWasOwned()
    {
        var (county, clerk, dwelling) = await DwellingAsync();

        var page = await (await ChangeAsync(clerk, dwelling, "Correction")).Fill("说明", "门牌看错").Fill("姓名或单位名称", "赵丙丁").PressAsync("保存");

        Assert.Equal("王甲乙:2005-01-01:2005-01-01:Correction,赵丙丁:2005-01-01:-:-", await HistoryAsync(county));
        Assert.Contains("自始更正", page.Text, StringComparison.Ordinal);
        Assert.Contains("门牌看错", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Transfer", "取得日期", "", "请填写取得日期。")]
    [InlineData("Transfer", "取得日期", "2026-11-22", "取得日期不能晚于今天。")]
    [InlineData("Transfer", "取得日期", "2004-12-31", "现业主自 2005-01-01 起取得，变更不能早于这一天；如那一天有误，请先更正。")]
    [InlineData("Transfer", "姓名或单位名称", "", "请填写变更后的业主。")]
    [InlineData("Transfer", "电话", "12", "电话应为 7 至 20 位数字。")]
    [InlineData("Transfer", "证件号码", "abc", "证件号码应为 6 至 20 位数字、字母。")]
    [InlineData("Correction", "说明", "", "请写明原来错在哪里。")]
    public async Task Change_WrongValue_IsRefusedBesideTheField(string kind, string field, string value, string message)
    {
        var (county, clerk, dwelling) = await DwellingAsync();

        var page = await (await ChangeAsync(clerk, dwelling, kind)).Fill("取得日期", "2026-03-01").Fill("说明", "更正").Fill("姓名或单位名称", "赵丙丁").Fill(field, value).PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal(message, page.Wrong(field));
        Assert.Equal("王甲乙:2005-01-01:-:-", await HistoryAsync(county));
    }

    [Fact]
    public async Task Change_Namesake_IsAskedAndDecidedByAPerson()
    {
        var (county, clerk, dwelling) = await DwellingAsync();
        await county.HomesAsync(await county.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.buildings"), new Home("202", 80, Owners: ["赵丙丁"]));

        var asked = await (await ChangeAsync(clerk, dwelling)).Fill("取得日期", "2026-03-01").Fill("姓名或单位名称", "赵丙丁").PressAsync("保存");

        Assert.Equal(422, asked.Status);
        Assert.Contains("是 赵*（电话 —，1号楼 1单元 202）", asked.Text, StringComparison.Ordinal);
        Assert.Equal("1", await county.AskAsync("select count(*)::text from portal.owners where name = '赵丙丁'"));
        ((AngleSharp.Html.Dom.IHtmlInputElement)asked.Document.QuerySelector("input[type=radio]")!).IsChecked = true;
        Assert.Equal("已登记产权变更。", (await asked.PressAsync("保存")).Notice);
        Assert.Equal("1/2", await county.AskAsync("select count(distinct o.id) || '/' || count(*) from portal.owners o join portal.ownerships s on s.owner_id = o.id where o.name = '赵丙丁' and s.until_on is null"));
    }

    [Fact]
    public async Task Change_Stale_IsRefusedAndKeepsWhatWasTyped()
    {
        var (county, clerk, dwelling) = await DwellingAsync();
        var (first, second) = (await ChangeAsync(clerk, dwelling), await ChangeAsync(await county.ClerkAsync(), dwelling));
        await first.Fill("取得日期", "2026-03-01").Fill("姓名或单位名称", "赵丙丁").PressAsync("保存");

        var page = await second.Fill("取得日期", "2026-03-02").Fill("姓名或单位名称", "钱己庚").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains("现业主：赵*", page.Problem, StringComparison.Ordinal);
        Assert.Equal("钱己庚", page.Value("姓名或单位名称"));
        Assert.DoesNotContain("钱己庚", await HistoryAsync(county), StringComparison.Ordinal);
        Assert.Equal("已登记产权变更。", (await page.PressAsync("保存")).Notice);
    }

    [Fact]
    public async Task Merge_TwoRowsOfOnePerson_IsOneOwnerAfterAPersonSaidSo()
    {
        var county = await fixture.CountyAsync();
        var (estate, building) = await county.WithAsync(new Home("101", 80, Owners: ["王甲"]));
        await county.HomesAsync(building, new Home("102", 80, Owners: ["王甲"]));
        var clerk = await county.ClerkAsync();
        var ids = (await county.AskAsync("select string_agg(id::text, ',' order by id) from portal.owners"))!.Split(',');
        foreach (var id in ids) await (await clerk.GetAsync($"/owners/{id}/edit")).Fill("电话", "139-0000 0001").PressAsync("保存");

        var list = await clerk.GetAsync($"/estates/{estate}/buildings");
        Assert.Contains("姓名、电话相同", list.Text, StringComparison.Ordinal);
        var asked = await list.FollowAsync("核对、合并");
        Assert.Equal(422, (await asked.PressAsync("是同一人，合并")).Status);
        var page = await asked.Fill("认定依据", "核对身份证").PressAsync("是同一人，合并");

        Assert.Equal("已合并；原来的登记保留在历史中。", page.Notice);
        Assert.Equal($"{ids[0]}:2", await county.AskAsync("select string_agg(line, ',') from (select owner_id || ':' || count(*) as line from portal.ownerships where until_on is null group by owner_id) lines"));
        Assert.Equal("Merger", await county.AskAsync("select ending from portal.ownerships where until_on is not null"));
        Assert.Equal("王* 并入 王* 核对身份证", await county.AskAsync("select subject || ' ' || remark from portal.audit_entries where kind = 'OwnersMerged'"));
        Assert.DoesNotContain("姓名、电话相同", (await clerk.GetAsync($"/estates/{estate}/buildings")).Text, StringComparison.Ordinal);
    }

    private async Task<(County County, Clerk Clerk, Guid Dwelling)> DwellingAsync()
    {
        var county = await fixture.CountyAsync();
        await county.BuildingAsync(await county.EstateAsync("红旗小区", "城关街道"));
        return (county, await county.ClerkAsync(), await county.DwellingAsync("201"));
    }

    private static Task<Page> ChangeAsync(Clerk clerk, Guid dwelling, string kind = "Transfer") => clerk.GetAsync($"/dwellings/{dwelling}/ownership-changes/new?kind={kind}");

    private static Task<string?> HistoryAsync(County county) => county.AskAsync("select string_agg(o.name || ':' || s.from_on || ':' || coalesce(s.until_on::text, '-') || ':' || coalesce(s.ending, '-'), ',' order by o.name collate \"C\") from portal.ownerships s join portal.owners o on o.id = s.owner_id");
}
