using System.Diagnostics;
using System.Globalization;
using System.Text;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Collecting;

/// <summary>The bank's files: columns, repeats, matching, booking.</summary>
public sealed class BankTests(PortalFixture fixture, ITestOutputHelper output)
{
    private const string Head = "交易日期,收入,支出,对方户名,流水号,摘要\n";

    [Fact]
    public async Task File_OfFiveThousandLines_IsSortedAndBookedOnce()
    {
        var (county, clerk) = await ManyAsync();
        var lines = Enumerable.Range(1, 2400).Select(n => Line($"A{n}", Owner(n + 100), 1800m, "改造款"))
            .Concat(Enumerable.Range(2501, 300).Select(n => Line($"B{n}", "单位代缴", 1800m, $"{Place(n)}改造")))
            .Concat(Enumerable.Range(1, 100).Select(n => Line($"C{n}", "张伟", 1800m, "改造款")))
            .Concat(Enumerable.Range(2801, 200).Select(n => Line($"D{n}", Owner(n), 1799.99m, "改造款")))
            .Concat(Enumerable.Range(1, 500).Select(n => Line($"E{n}", "某某公司", 5m, "结息")))
            .Concat(Enumerable.Range(1, 100).Select(n => $"2026-11-18,,1800.00,{Owner(n + 100)},F{n},退款")).ToList();
        lines.AddRange(lines.Take(1400));
        Assert.Equal(5000, lines.Count);
        var watch = Stopwatch.StartNew();

        var page = await UploadAsync(clerk, "流水.csv", Gbk(Head + string.Join('\n', lines)));
        output.WriteLine($"read, taken in and matched: {watch.Elapsed.TotalSeconds:0.00} s");
        watch.Restart();
        await clerk.GetAsync(page.Address[county.Home.Length..]);
        output.WriteLine($"matched: {watch.Elapsed.TotalSeconds:0.00} s");

        Assert.Equal("已导入 5000 条流水。", page.Notice);
        Assert.Equal("建议入账 2700 相近 300 无线索 500 已入账 0 重复 1400 不属缴款 100", Tabs(page));
        Assert.Contains("4,860,000.00 元", page.Text, StringComparison.Ordinal);
        watch.Restart();
        var booked = await page.PressAsync("全部入账（2700 笔）");
        output.WriteLine($"booked: {watch.Elapsed.TotalSeconds:0.00} s");
        Assert.Equal("已入账 2700 笔。", booked.Notice);
        Assert.Contains("没有建议入账的流水", (await page.PressAsync("全部入账（2700 笔）")).Problem, StringComparison.Ordinal);
        Assert.Equal("2700/4860000.00/2700/2700", await county.AskAsync("select count(*) || '/' || sum(amount) || '/' || count(distinct bank_line_id) || '/' || max(number) from portal.owner_payments"));
        Assert.Equal("建议入账 0 相近 300 无线索 500 已入账 2700 重复 1400 不属缴款 100", Tabs(booked));
        Assert.Contains("借贷平衡", (await clerk.GetAsync("/ledger/trial-balance")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ColumnsThatCannotBeTold_AreAskedFor()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        const string File = "客户对账单\n时间点,进账,来款人,说明\n20261118,1800.00,王建国,改造款\n合计,1800.00,,\n";

        var asked = await UploadAsync(stage.Clerk, "对账单.csv", Encoding.UTF8.GetBytes(File));
        Assert.Equal(422, asked.Status);
        Assert.Contains("没有认出交易日期列", asked.Problem, StringComparison.Ordinal);
        Assert.Contains("没有认出收入（贷方）或交易金额列", asked.Problem, StringComparison.Ordinal);
        Assert.Contains("来款人（第 3 列）", asked.Text, StringComparison.Ordinal);
        var page = await UploadAsync(stage.Clerk, "对账单.csv", Encoding.UTF8.GetBytes(File), ("Columns[On]", "0"), ("Columns[Income]", "1"), ("Columns[Payer]", "2"), ("Columns[Summary]", "3"));

        Assert.Equal("已导入 1 条流水。", page.Notice);
        Assert.Contains("付款人即业主 35；金额与应缴相符 25", page.Text, StringComparison.Ordinal);
        var again = await UploadAsync(stage.Clerk, "改名.csv", Encoding.UTF8.GetBytes(File), ("Columns[On]", "0"), ("Columns[Income]", "1"));
        Assert.Contains("这个文件已经导入过", again.Problem, StringComparison.Ordinal);
        var street = await stage.County.ClerkAsync(Role.Street, "东城街道");
        Assert.Contains("这个文件已经导入过", (await UploadAsync(street, "x.csv", Encoding.UTF8.GetBytes(File), ("Columns[On]", "0"), ("Columns[Income]", "1"))).Problem, StringComparison.Ordinal);
        Assert.Equal(404, (await street.GetAsync(page.Address[stage.County.Home.Length..])).Status);
    }

    [Fact]
    public async Task File_ColumnsOnceChosen_AreRememberedForTheSameHeadings()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        static byte[] File(string day, string head = "金额,金额") => Encoding.UTF8.GetBytes($"户名,收款专户,账号,0001\n交易日期,{head},对方户名\n{day},5.00,1800.00,王建国\n");
        var asked = await UploadAsync(stage.Clerk, "一.csv", File("2026-11-18"));
        Assert.Contains("有 2 列都叫“金额”", asked.Problem, StringComparison.Ordinal);
        await UploadAsync(stage.Clerk, "一.csv", File("2026-11-18"), ("Columns[On]", "0"), ("Columns[Amount]", "2"), ("Columns[Income]", "-1"));

        var page = await UploadAsync(stage.Clerk, "二.csv", File("2026-11-19"));

        Assert.StartsWith("已导入 1 条流水。各列按上次指定的读取：交易日期＝交易日期、交易金额（收支同列）＝金额", page.Notice, StringComparison.Ordinal);
        Assert.Contains("1,800.00 元", page.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await UploadAsync(stage.Clerk, "三.csv", File("2026-11-20", "金额,余额,金额"))).Status);
        var again = await UploadAsync(stage.Clerk, "四.csv", File("2026-11-20"), ("ChooseAgain", "true"));
        Assert.Contains("请指定各列，再选一次文件。", again.Problem, StringComparison.Ordinal);
        Assert.Contains("5.00 元", (await UploadAsync(stage.Clerk, "四.csv", File("2026-11-20"), ("Columns[Amount]", "1"))).Text, StringComparison.Ordinal);
        // A street reads as the bureau said until it says otherwise itself.
        var street = await stage.County.ClerkAsync(Role.Street, "城关街道");
        Assert.Contains("5.00 元", (await UploadAsync(street, "五.csv", File("2026-11-17"))).Text, StringComparison.Ordinal);
        Assert.Contains("1,800.00 元", (await UploadAsync(street, "六.csv", File("2026-11-16"), ("Columns[Amount]", "2"))).Text, StringComparison.Ordinal);
        Assert.Contains("5.00 元", (await UploadAsync(stage.Clerk, "七.csv", File("2026-11-15"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-18,壹仟,,王建国,1,x", "第 2 行：收入（贷方）“壹仟”不是金额。")]
    [InlineData("昨天,5,,王建国,1,x", "第 2 行：看不出交易日期（昨天）。")]
    [InlineData("2026-11-18,5.005,,王建国,1,x", "第 2 行：收入（贷方）“5.005”不是金额。")]
    [InlineData("合计,5,,,,", "文件中没有一条流水。")]
    public async Task File_RowThatCannotBeRead_IsRefusedAsAWhole(string row, string expected)
    {
        var stage = await CollectingStage.MakeAsync(fixture);

        var page = await UploadAsync(stage.Clerk, "x.csv", Encoding.UTF8.GetBytes(Head + row + "\n"));

        Assert.Contains(expected, page.Problem, StringComparison.Ordinal);
        Assert.Equal("0", await stage.County.AskAsync("select count(*)::text from portal.bank_files"));
    }

    [Fact]
    public async Task Line_DecidedByHand_IsBookedInPartsReversedAndSetAside()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        var file = await UploadAsync(stage.Clerk, "a.csv", Encoding.UTF8.GetBytes(Head + "2026-11-18,3600.00,,王建国,1,两户\n2026-11-18,3600.00,,王建国,1,两户\n2026-11-19,8.00,,银行,2,结息\n"));
        var address = file.Address[stage.County.Home.Length..];
        var line = await (await stage.Clerk.GetAsync($"{address}?show=Near")).FollowAsync("办理");
        Assert.Contains("金额与应缴不符，多 1800.00 元", line.Text, StringComparison.Ordinal);

        Assert.Contains("本次多收 1,800.00 元", (await line.PressAsync("入账")).Problem, StringComparison.Ordinal);
        var part = await line.Fill("入账金额（元）", "1800").PressAsync("入账");
        Assert.Contains("已入账1,800.00 元，余 1,800.00 元", part.Text, StringComparison.Ordinal);
        Assert.Contains("这条流水未入账的只有 1,800.00 元。", (await part.Choose("小区", "红旗小区").Fill("房号", "201").Fill("入账金额（元）", "1800.01").PressAsync("入账")).Problem, StringComparison.Ordinal);
        Assert.Contains("没有房屋 999", (await part.Choose("小区", "红旗小区").Fill("房号", "999").Fill("入账金额（元）", "1800").PressAsync("入账")).Problem, StringComparison.Ordinal);
        var whole = await part.Choose("小区", "红旗小区").Fill("房号", "1-1-201").Fill("入账金额（元）", "1800").PressAsync("入账");
        Assert.Contains("这条流水已经入账", whole.Text, StringComparison.Ordinal);
        Assert.Equal("3600.00", await stage.County.AskAsync("select sum(amount)::text from portal.owner_payments where bank_line_id is not null and method = 'Transfer' and reference = '1'"));

        var receipt = await stage.County.AskAsync("select id::text from portal.owner_payments order by number limit 1");
        await (await stage.Clerk.GetAsync($"/payments/{receipt}")).Fill("冲销原因", "户号错").PressAsync("冲销这一笔");
        Assert.Contains("余 1,800.00 元", (await stage.Clerk.GetAsync(whole.Address[stage.County.Home.Length..])).Text, StringComparison.Ordinal);
        var repeated = await (await stage.Clerk.GetAsync($"{address}?show=Repeated")).FollowAsync("办理");
        Assert.Contains("与本文件第 1 条日期、金额、流水号、付款人都相同", repeated.Text, StringComparison.Ordinal);
        Assert.Equal("待核对", (await repeated.Fill("原因", "确为两笔").PressAsync("改为待核对")).Document.QuerySelector(".tag")!.TextContent);
        var interest = await (await stage.Clerk.GetAsync($"{address}?show=None")).FollowAsync("办理");
        Assert.Equal("不属缴款", (await interest.Fill("原因", "银行结息").PressAsync("列为不属缴款")).Document.QuerySelector(".tag")!.TextContent);
    }

    [Fact]
    public async Task Proposals_ChangedMeanwhile_AreNotBookedUnseen()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        var file = await UploadAsync(stage.Clerk, "a.csv", Encoding.UTF8.GetBytes(Head + "2026-11-18,1800.00,,王建国,1,\n2026-11-18,1800.00,,李梅,2,\n"));
        await stage.PayAsync("101", "现金", "1800");

        var refused = await file.PressAsync("全部入账（2 笔）");
        Assert.Contains("与您看到的不同", refused.Problem, StringComparison.Ordinal);
        Assert.Equal("已入账 1 笔。", (await refused.PressAsync("全部入账（1 笔）")).Notice);
        Assert.Equal("2026-11-18/1800.00", await stage.County.AskAsync("select received_on || '/' || amount from portal.owner_payments where bank_line_id is not null"));
    }

    private static string Tabs(Page page) => string.Join(' ', page.Document.QuerySelectorAll("nav[aria-label=按核对结果] a").Select(tab => tab.TextContent));

    private static string Line(string reference, string payer, decimal amount, string summary) => $"2026-11-18,{amount.ToString("0.00", CultureInfo.InvariantCulture)},,{payer},{reference},{summary}";

    private static string Owner(int n) => "王" + string.Concat($"{n}".Select(digit => "甲乙丙丁戊己庚辛壬癸"[digit - '0']));

    private static string Place(int n) => $"{(n - 1) / 100 + 1}号楼1单元{(n - 1) % 100 / 5 + 1}0{(n - 1) % 5 + 1}";

    private static byte[] Gbk(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text);
    }

    /// <summary>3,000 dwellings of 30 buildings, each billed 1,800.00; the first hundred owned by namesakes.</summary>
    private async Task<(County County, Clerk Clerk)> ManyAsync()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("长城小区", "城关街道");
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.buildings (tenant_id, id, estate_id, name, sequence, is_demonstration, version) select '{county.Id}', gen_random_uuid(), '{estate}', n || '号楼', n, false, 0 from generate_series(1, 30) n;
            insert into portal.dwellings (tenant_id, id, building_id, entrance, storey, room, position, span, kind, holding, registered_area, version)
              select '{county.Id}', gen_random_uuid(), b.id, 1, s, s || lpad(p::text, 2, '0'), p, 1, 'Dwelling', 'Owned', 80, 0 from portal.buildings b, generate_series(1, 20) s, generate_series(1, 5) p where b.estate_id = '{estate}';
            create temp table numbered on commit drop as select d.id, (b.sequence - 1) * 100 + (d.storey - 1) * 5 + d.position as n from portal.dwellings d join portal.buildings b on b.id = d.building_id where b.estate_id = '{estate}';
            insert into portal.owners (tenant_id, id, name, kind, version) select '{county.Id}', id, case when n <= 100 then '张伟' else '王' || translate(n::text, '0123456789', '甲乙丙丁戊己庚辛壬癸') end, 'Person', 0 from numbered;
            insert into portal.ownerships (tenant_id, id, dwelling_id, owner_id, recorded_by, recorded_at) select '{county.Id}', gen_random_uuid(), id, id, '试验', '2026-11-01' from numbered
            """);
        await county.BilledAsync(await county.ProjectAsync(estate, "长城小区改造"), estate, "2026-10-31", CollectingStage.Owed);
        return (county, await county.ClerkAsync());
    }

    private static async Task<Page> UploadAsync(Clerk clerk, string name, byte[] bytes, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent((await clerk.GetAsync("/policies")).Token!), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "File", name } };
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        return await clerk.PostAsync($"{clerk.County!.Home}/bank-files", form);
    }
}
