using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Collecting;

/// <summary>Recording, receipts, refunds, reversals.</summary>
public sealed class PaymentTests(PortalFixture fixture)
{
    [Fact]
    public async Task Payment_FoundByRoom_IsReceiptedPostedAndPrinted()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        var form = await (await stage.Clerk.GetAsync(stage.Payments)).Fill("按房号快速收款", "1-1-201").PressAsync("查找");
        Assert.Equal("收款 1号楼 1单元 201", form.Heading);
        Assert.Equal("1800.00", form.Value("金额（元）"));

        var receipt = await form.Choose("缴款方式", "现金").Fill("凭证号", "P-1").PressAsync("登记收款");

        Assert.Equal("已登记收款 1,800.00 元，收〔2026〕1号。", receipt.Notice);
        Assert.Contains("人民币壹仟捌佰元整", receipt.Text, StringComparison.Ordinal);
        Assert.Equal("Cash 1800.00; OwnersReceivable 1800.00; OwnersShare -3600.00", await stage.AccountsAsync());
        var pdf = await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"/payments/{receipt.Id}.pdf"));
        Assert.Contains("人民币壹仟捌佰元整", pdf, StringComparison.Ordinal);
        Assert.Contains("交缴款人", pdf, StringComparison.Ordinal);
        var list = await stage.Clerk.GetAsync($"{stage.Payments}?show=Paid");
        Assert.Equal(["1号楼 1单元 201", "李*", "1,800.00", "", "1,800.00", "0.00", "已缴清", "收款"], Assert.Single(list.Rows()));
        Assert.Single((await stage.Clerk.GetAsync($"{stage.Payments}?show=Unpaid")).Rows());
        Assert.Contains(Papers.SheetRows(await stage.Clerk.DownloadAsync($"{stage.Payments}.xlsx")), row => row.Contains("李*") && row.Contains("已缴清"));
    }

    [Fact]
    public async Task Payment_SameActAgain_CountsOnceAndAnotherBodyIsRefused()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        var (act, dwelling) = (Guid.CreateVersion7(), await stage.County.DwellingAsync("101"));

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.ForgeAsync(stage.Clerk, act, dwelling, "Cash", "300")));

        Assert.All(pages, page => Assert.Equal($"{stage.County.Home}/payments/{act}", page.Address));
        Assert.Equal("1/2", await stage.County.AskAsync("select (select count(*) from portal.owner_payments) || '/' || (select count(*) from portal.ledger_entries)"));
        var other = await stage.ForgeAsync(stage.Clerk, act, dwelling, "Cash", "301");
        Assert.Equal(422, other.Status);
        Assert.Contains("已用于另一笔款项", other.Problem, StringComparison.Ordinal);
        // A street that does not see the row is told the same.
        var estate = await stage.County.EstateAsync("东城小区", "东城街道");
        var street = await stage.County.ClerkAsync(Role.Street, "东城街道");
        var foreign = await street.ForgeAsync($"/estates/{estate}/payments", ("ActId", $"{act}"), ("Method", "CommonIncome"), ("Amount", "5"), ("On", "2026-11-21"));
        Assert.Contains("已用于另一笔款项", foreign.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payments_SixteenAtOnceByTwoStreets_AreNumberedWithoutAGap()
    {
        var stage = await CollectingStage.MakeAsync(fixture, [.. Enumerable.Range(1, 8).Select(n => new Home($"{n}01", 80m, "Dwelling", "Owned", "王建国") { Storey = n })]);
        var east = await stage.County.EstateAsync("东城小区", "东城街道");
        var (west, other) = (await stage.County.ClerkAsync(Role.Street, "城关街道"), await stage.County.ClerkAsync(Role.Street, "东城街道"));
        var dwellings = new List<Guid>();
        for (var n = 1; n <= 8; n++) dwellings.Add(await stage.County.DwellingAsync($"{n}01"));

        var pages = await Task.WhenAll(dwellings.Select(dwelling => stage.ForgeAsync(west, Guid.CreateVersion7(), dwelling, "Cash", "1800"))
            .Concat(Enumerable.Range(1, 8).Select(n => other.ForgeAsync($"/estates/{east}/payments", ("ActId", $"{Guid.CreateVersion7()}"), ("Method", "CommonIncome"), ("Amount", $"{n}"), ("On", "2026-11-21")))));

        Assert.All(pages, page => Assert.StartsWith("已登记收款", page.Notice, StringComparison.Ordinal));
        Assert.Equal("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16", await stage.County.AskAsync("select string_agg(number::text, ',' order by number) from portal.owner_payments where year = 2026"));
        Assert.Equal("17,1,17", await stage.County.AskAsync("select count(*) || ',' || min(number) || ',' || max(number) from portal.ledger_entries"));
    }

    [Fact]
    public async Task Source_NotPermittedForTheWorks_IsRefusedWithItsClauseBesideTheField()
    {
        var stage = await CollectingStage.MakeAsync(fixture);

        var unnamed = await stage.PayAsync("101", "住房公积金", "500");
        Assert.Equal("住房公积金只能用于规定的改造内容，请选择用于账单的哪一项。", unnamed.Wrong("用于账单哪一项"));
        Assert.Equal("500", unnamed.Value("金额（元）"));
        var roof = await unnamed.Choose("用于账单哪一项", "屋面（本户 1,000.00 元）").PressAsync("登记收款");
        Assert.Contains("住房公积金（本人及其配偶名下）只可提取用于加装电梯、危旧楼改建（临政办字〔2024〕17号", roof.Wrong("用于账单哪一项"), StringComparison.Ordinal);
        var water = await roof.Choose("缴款方式", "住宅专项维修资金").Choose("用于账单哪一项", "给水（本户 300.00 元）").PressAsync("登记收款");
        Assert.Contains("专营管线和设施设备的费用不得从住宅专项维修资金中列支", water.Wrong("用于账单哪一项"), StringComparison.Ordinal);
        Assert.Contains("第七十一条", water.Wrong("用于账单哪一项"), StringComparison.Ordinal);
        var labour = await water.Choose("缴款方式", "投工投劳").PressAsync("登记收款");
        Assert.Contains("本地政策文件未列此项资金来源", labour.Wrong("缴款方式"), StringComparison.Ordinal);
        Assert.Equal("0", await stage.County.AskAsync("select count(*)::text from portal.owner_payments"));

        var lift = await labour.Choose("缴款方式", "住房公积金").Choose("用于账单哪一项", "加装电梯（本户 500.00 元）").PressAsync("登记收款");
        Assert.Contains("用于加装电梯", lift.Text, StringComparison.Ordinal);
        var more = await (await stage.OpenAsync("101")).Choose("缴款方式", "住房公积金").Fill("金额（元）", "0.01").Choose("用于账单哪一项", "加装电梯（本户 500.00 元）").PressAsync("登记收款");
        Assert.Contains("已指定用于此项 500.00 元，不能超过", more.Wrong("金额（元）"), StringComparison.Ordinal);
        await (await stage.OpenAsync("101")).Choose("缴款方式", "住宅专项维修资金").Fill("金额（元）", "1000").Choose("用于账单哪一项", "屋面（本户 1,000.00 元）").PressAsync("登记收款");
        Assert.Equal("InPlace[provident-fund] 500.00; InPlace[repair-fund] 1000.00; OwnersReceivable 2100.00; OwnersShare -3600.00", await stage.AccountsAsync());
    }

    [Fact]
    public async Task Payment_AboveWhatIsOwed_NeedsATickAndARemark()
    {
        var stage = await CollectingStage.MakeAsync(fixture);

        var refused = await stage.PayAsync("101", "转账", "1800.01");
        Assert.Contains("本次多收 0.01 元", refused.Problem, StringComparison.Ordinal);
        Assert.Equal("预缴、多缴的，请在备注中写明原因。", refused.Wrong("备注"));
        await refused.Tick("确认预缴、多缴").Fill("备注", "零钱未找").PressAsync("登记收款");

        Assert.Contains("多缴 0.01", (await stage.Clerk.GetAsync(stage.Payments)).Text, StringComparison.Ordinal);
        Assert.Equal("OwnersAccount 1800.01; OwnersReceivable 1799.99; OwnersShare -3600.00", await stage.AccountsAsync());
    }

    [Theory]
    [InlineData("0", "金额须大于 0。")]
    [InlineData("1.005", "金额精确到分，最多两位小数。")]
    [InlineData("10000000.01", "金额不超过 10,000,000 元。")]
    [InlineData("", "请填写金额。")]
    public async Task Payment_AmountThatIsNone_IsRefusedBesideTheField(string amount, string expected)
    {
        var stage = await CollectingStage.MakeAsync(fixture);

        Assert.Equal(expected, (await stage.PayAsync("101", "现金", amount)).Wrong("金额（元）"));
    }

    [Fact]
    public async Task IncomeOfTheEstate_NamesNoDwelling()
    {
        var stage = await CollectingStage.MakeAsync(fixture);

        var form = await (await stage.Clerk.GetAsync(stage.Payments)).FollowAsync("全小区收入");
        var receipt = await form.Choose("缴款方式", "小区公共收益").Fill("金额（元）", "250.00").PressAsync("登记收款");

        Assert.Contains("红旗小区（全小区）", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("不指定房屋的，只能是小区公共收益或捐资捐物。", (await stage.ForgeAsync(stage.Clerk, Guid.CreateVersion7(), null, "Cash", "1")).Wrong("缴款方式"), StringComparison.Ordinal);
        Assert.Equal("InPlace[common-income] 250.00; OwnersReceivable 3350.00; OwnersShare -3600.00", await stage.AccountsAsync());
    }

    [Fact]
    public async Task RefundAndReversal_KeepToWhatWasReceived_AndAreDoneOnce()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        var receipt = await stage.PayAsync("101", "现金", "1000");
        var dwelling = await stage.County.DwellingAsync("101");
        var refund = await stage.Clerk.GetAsync($"/estates/{stage.Estate}/refunds/new?dwelling={dwelling}");

        var refused = await refund.Choose("退款方式", "转账（可退 1,000.00 元）").Fill("金额（元）", "1000.01").PressAsync("登记退款");
        Assert.Equal("不能超过以此方式实收的 1,000.00 元（现金、转账合计）。", refused.Wrong("金额（元）"));
        Assert.Equal("请写明退款原因。", refused.Wrong("退款原因"));
        var refunded = await refused.Fill("金额（元）", "400").Fill("退款原因", "重复缴纳").PressAsync("登记退款");
        Assert.Equal("已登记退款 400.00 元，收〔2026〕2号。", refunded.Notice);

        Assert.Contains("请先冲销退款", (await stage.Clerk.GetAsync($"/payments/{receipt.Id}")).Text, StringComparison.Ordinal);
        var back = await (await refunded.PressAsync("冲销这一笔")).Fill("冲销原因", "退错").PressAsync("冲销这一笔");
        Assert.Equal("收〔2026〕2号 已冲销，冲销号 收〔2026〕3号。", back.Notice);
        Assert.Contains("冲销不能再冲销", back.Text, StringComparison.Ordinal);
        Assert.Contains("冲销不能再冲销", (await stage.Clerk.ForgeAsync($"/payments/{back.Id}/reversal", ("ActId", $"{Guid.CreateVersion7()}"), ("Reason", "x"))).Problem, StringComparison.Ordinal);
        var form = await stage.Clerk.GetAsync($"/payments/{receipt.Id}");
        var reversals = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => form.Fill("冲销原因", "户号登错").PressAsync("冲销这一笔")));
        Assert.All(reversals, page => Assert.Contains("已冲销，冲销号 收〔2026〕4号", page.Notice, StringComparison.Ordinal));
        Assert.Contains("已由 收〔2026〕4号 冲销。", (await stage.Clerk.ForgeAsync($"/payments/{receipt.Id}/reversal", ("ActId", $"{Guid.CreateVersion7()}"), ("Reason", "x"))).Problem, StringComparison.Ordinal);

        Assert.Equal("OwnersReceivable 3600.00; OwnersShare -3600.00", (await stage.AccountsAsync())!.Replace("Cash 0.00; ", "", StringComparison.Ordinal).Replace("OwnersAccount 0.00; ", "", StringComparison.Ordinal));
        Assert.Contains("已冲销", await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"/payments/{receipt.Id}.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoneyInTheDatabase_ChangedByBareSql_IsRefused()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        await stage.PayAsync("101", "现金", "1000");
        var (county, sql) = (stage.County, stage.County.Portal.Sql);

        foreach (var table in new[] { "owner_payments", "ledger_entries", "ledger_postings" })
        {
            Assert.Equal(Sql.Refused, await sql.RefusalAsync(county.Scope, $"delete from portal.{table}"));
            // Nor by the owner of the tables.
            Assert.Equal(Sql.Refused, await Sql.RefusalOfAsync(() => sql.AdministratorAsync($"delete from portal.{table} where tenant_id = '{county.Id}'")));
        }

        Assert.Equal(Sql.Refused, await sql.RefusalAsync(county.Scope, "update portal.owner_payments set amount = 1"));
        Assert.Equal(Sql.Refused, await Sql.RefusalOfAsync(() => sql.AdministratorAsync($"update portal.ledger_postings set debit = debit + 1 where tenant_id = '{county.Id}' and debit > 0")));
        Assert.Equal(Web.Data.MoneyTriggers.Unequal, await sql.RefusalAsync(county.Scope, $"insert into portal.ledger_postings (tenant_id, entry_id, sequence, account, debit, credit) select tenant_id, id, 9, 'Cash', 0.01, 0 from portal.ledger_entries where kind = 'Received'"));
        Assert.Equal("23505", await sql.RefusalAsync(county.Scope, "insert into portal.owner_payments (tenant_id, id, estate_id, building_id, dwelling_id, kind, method, amount, year, number, received_on, recorded_by, recorded_by_id, recorded_at) select tenant_id, gen_random_uuid(), estate_id, building_id, dwelling_id, kind, method, amount, year, number, received_on, recorded_by, recorded_by_id, recorded_at from portal.owner_payments"));
    }

    [Fact]
    public async Task Street_SeesItsOwnEstates_AndTheLeaderOnlyReads()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        await stage.PayAsync("101", "现金", "1000");
        var receipt = await stage.County.AskAsync("select id::text from portal.owner_payments");
        var (own, other, leader, finance) = (await stage.County.ClerkAsync(Role.Street, "城关街道"), await stage.County.ClerkAsync(Role.Street, "东城街道"), await stage.County.ClerkAsync(Role.Leader), await stage.County.ClerkAsync(Role.Finance));

        Assert.Contains("只列本街道的小区", (await own.GetAsync("/payments")).Text, StringComparison.Ordinal);
        Assert.Contains("由收款单位冲销", (await own.GetAsync($"/payments/{receipt}")).Text, StringComparison.Ordinal);
        Assert.Contains("还没有应收和收款", (await other.GetAsync("/payments")).Text, StringComparison.Ordinal);
        foreach (var path in new[] { stage.Payments, $"{stage.Payments}/new", $"/payments/{receipt}", $"/payments/{receipt}.pdf", $"/estates/{stage.Estate}/refunds/new", $"/arrears?estate={stage.Estate}" }) Assert.Equal(404, (await other.GetAsync(path)).Status);
        Assert.Equal(404, (await stage.ForgeAsync(other, Guid.CreateVersion7(), null, "Donation", "1")).Status);
        Assert.Equal(200, (await leader.GetAsync(stage.Payments)).Status);
        Assert.Equal(403, (await leader.GetAsync($"{stage.Payments}/new")).Status);
        Assert.Equal(403, (await finance.GetAsync("/payments")).Status);
        Assert.DoesNotContain("王建国", (await leader.GetAsync(stage.Payments)).Html + (await leader.GetAsync($"/payments/{receipt}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_AgreesWithTheLedger()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        await stage.PayAsync("101", "现金", "1000");
        await stage.ForgeAsync(stage.Clerk, Guid.CreateVersion7(), await stage.County.DwellingAsync("201"), "Transfer", "2000", ("MayExceed", "true"), ("Remark", "预缴二期"));
        await stage.ForgeAsync(stage.Clerk, Guid.CreateVersion7(), null, "CommonIncome", "250");

        var page = await stage.Clerk.GetAsync("/payments");

        Assert.Equal(["红旗小区", "城关街道", "2", "3,600.00", "0.00", "3,000.00", "800.00", "1", "200.00", "250.00", "77.77%"], Assert.Single(page.Rows()));
        Assert.Contains($"余额 {await stage.County.AskAsync("select to_char(sum(debit) - sum(credit), 'FM999,990.00') from portal.ledger_postings where account = 'OwnersReceivable'")} 元", page.Text, StringComparison.Ordinal);
        Assert.Contains("余额 350.00 元", page.Text, StringComparison.Ordinal);
        Assert.Contains(Papers.SheetRows(await stage.Clerk.DownloadAsync("/payments.xlsx")), row => row.Contains("红旗小区") && row.Contains("800"));
    }
}
