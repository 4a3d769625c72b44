using System.Globalization;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Bills;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Features.Collecting;
using OldEstateRenewal.Web.Tests.Features.Disbursements;
using OldEstateRenewal.Web.Tests.Features.Funding;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features;

/// <summary>Every workbook of money, worked out anew by another program, says the same to the fen.</summary>
public sealed class ExportRecalculationTests(PortalFixture fixture)
{
    private static readonly SharedLine roof = new("屋面防水", 123_456.78m, 12_345.67m);
    private static readonly SharedLine pipes = new("雨污分流", 98_765.43m, 0m);

    [Fact]
    public async Task Recalculate_EveryWorkbookOfMoney_ComesToTheSameFen()
    {
        var (clerk, exports) = await StageAsync();
        var files = new List<byte[]>();
        foreach (var export in exports) files.Add(await clerk.DownloadAsync(export.Path));

        var again = await Workbooks.RecalculateAsync(files);

        for (var at = 0; at < files.Count; at++)
        {
            var (written, worked) = (Workbooks.Numbers(files[at]), Workbooks.Numbers(again[at]));
            Assert.True(written.Count > 1, exports[at].Path);
            Assert.True(written.Keys.ToHashSet().SetEquals(worked.Keys), exports[at].Path);
            Assert.All(written, cell => Assert.True(Fen(cell.Value) == Fen(worked[cell.Key]), $"{exports[at].Path} {cell.Key}: {cell.Value} became {worked[cell.Key]}"));
            Assert.Equal(exports[at].Worked, string.Join(' ', Workbooks.Formulas(files[at]).OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}×{column.Value}")));
        }
    }

    /// <summary>A project from its cost to its last payment, with the workbooks there are of it and the columns that these must work out.</summary>
    private async Task<(Clerk Clerk, (string Path, string Worked)[] Exports)> StageAsync()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("甲小区", "城关街道");
        var project = await county.ProjectAsync(estate, "甲小区改造");
        var clerk = await county.ClerkAsync();
        var cost = await CostAsync(county, project);
        await county.HouseAsync(estate, "1号楼", 1, [.. Enumerable.Range(0, 6).Select(n => new Flat($"{(n / 2) + 1}0{(n % 2) + 1}", (n / 2) + 1, 61.37m + (n * 7.13m)))]);
        var shares = await county.FixedSharesAsync(project, roof, pipes);
        var run = await new BillStage(county, estate, project, clerk).IssuedAsync();
        var day = await CollectAsync(new CollectingStage(county, estate, project, run, clerk));
        await SpendAsync(county, estate, project, clerk);
        var balance = await BalanceAsync(county, project);
        return (clerk,
        [
            ($"/costs/{cost}/document.xlsx", "金额×5"),
            ($"/shares/{shares}/document.xlsx", "各方合计×2"),
            ($"/bill-runs/{run}/list.xlsx", "尚欠（元）×6 本批应缴（元）×6"),
            ("/funding/list.xlsx?year=2027", "结余（元）×2"),
            ("/funding/acts.xlsx?year=2027", ""),
            ($"/projects/{project}/funding/list.xlsx", "缺口（元）×2"),
            ($"/projects/{project}/contracts/payments.xlsx", "已支付（元）×1 应付（元）×2"),
            ("/funding/payments.xlsx?year=2027", "已支付（元）×1 应付（元）×2"),
            ("/payments.xlsx", "多缴×1"),
            ($"/estates/{estate}/payments.xlsx", "欠缴×6"),
            ("/arrears/list.xlsx", ""),
            ($"/day-closings/{day}.xlsx", ""),
            ("/ledger/entries.xlsx", ""),
            ("/ledger/trial-balance.xlsx", "借方余额（元）×3 贷方余额（元）×3"),
            ($"/balances/{balance}/document.xlsx", "折现结余（元，4.35%）×10 累计结余（元）×10 结余（元）×10"),
        ]);
    }

    /// <summary>Halves of a fen, a lump sum and two rates of the works.</summary>
    private static Task<Guid> CostAsync(County county, Guid project)
    {
        CostRow[] works = [Priced("道路", 1234.567m, 88.35m), Priced("标线", 1.5m, 0.33m), Priced("栏杆", 0.7m, 2.15m), new CostRow("绿化", 76_543.21m, "greening")];
        var sum = works.Sum(line => line.Cost);
        return county.FixedCostAsync(project, "Contract", [.. works, Rated("设计费", "Design", 3.15m, sum), Rated("监理费", "Supervision", 1.8725m, sum)]);
    }

    private static CostRow Priced(string name, decimal quantity, decimal price) => new(name, Half(quantity * price), "roads") { Quantity = quantity, UnitCost = price };

    private static CostRow Rated(string name, string kind, decimal rate, decimal works) => new(name, Half(works * rate / 100), Kind: kind) { Rate = rate };

    /// <summary>One dwelling pays its part, one too much; the day is closed.</summary>
    private static async Task<Guid> CollectAsync(CollectingStage stage)
    {
        Assert.StartsWith("已", (await stage.PayAsync("101", "现金", "1000.01", "2026-11-20")).Notice, StringComparison.Ordinal);
        await stage.PayAsync("102", "现金", "333.33", "2026-11-20");
        await stage.County.PaidAsync(stage.Estate, await stage.County.DwellingAsync("201"), 5000.55m);
        return (await (await stage.Clerk.GetAsync("/day-closings/new?on=2026-11-20")).Fill("实点现金（元）", "1333.34").PressAsync("确认日结")).Id;
    }

    /// <summary>Two grants; one line takes of both, one has a gap; one payment is made, one is asked.</summary>
    private static async Task SpendAsync(County county, Guid estate, Guid project, Clerk clerk)
    {
        var (first, second) = (await county.GrantAsync(project, 60_000.55m), await county.GrantAsync(project, 70_000.07m, name: "中央补助第二批"));
        var funding = new FundingStage(county, estate, project, clerk);
        Assert.Equal(200, (await funding.UseAsync(first, $"{pipes.Id}|project", "30000.11")).Status);
        Assert.Equal(200, (await funding.UseAsync(second, $"{pipes.Id}|project", "12345.67")).Status);
        var payments = new PaymentStage(county, project, first, Guid.Empty, clerk);
        payments = payments with { Contract = await payments.ContractAsync("施工合同") };
        var request = await payments.AskedAsync("Progress", "800.55", "24.02", done: "1000.70", source: "776.53");
        await county.ProvedAsync("payment_requests", request);
        await (await (await county.ClerkAsync()).GetAsync($"/payment-requests/{request}")).PressAsync("审核通过");
        await (await (await county.ClerkAsync(Role.Leader)).GetAsync($"/payment-requests/{request}")).PressAsync("批准");
        Assert.Equal("支付已登记。", (await (await (await county.ClerkAsync(Role.Finance)).GetAsync($"/payment-requests/{request}")).Fill("支付凭证号", "付-7").PressAsync("登记支付")).Notice);
        await payments.AskedAsync("Progress", "100.19", "3.01", done: "2000.00", source: "97.18");
    }

    private static async Task<Guid> BalanceAsync(County county, Guid project)
    {
        var id = Guid.CreateVersion7();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.balance_sheets (tenant_id, id, project_id, number, state, mode_key, first_year, years, discount_rate, made_by, made_at, version) values ('{county.Id}', '{id}', '{project}', 1, 'Draft', 'self', 2027, 10, 4.35, '试验', '2026-11-02', 0);
            insert into portal.balance_lines (tenant_id, id, sheet_id, project_id, sequence, side, name, from_year, until_year, quantity, unit, unit_amount, growth, basis) values
              ('{county.Id}', gen_random_uuid(), '{id}', '{project}', 1, 'Cost', '改造支出', 2027, 2028, 1, '项', 543210.98, 0, '造价表'),
              ('{county.Id}', gen_random_uuid(), '{id}', '{project}', 2, 'Income', '停车管理收费', 2028, 2036, 87, '个', 1234.56, 3.25, '价格文件');
            """);
        return id;
    }

    private static decimal Half(decimal yuan) => decimal.Round(yuan, 2, MidpointRounding.AwayFromZero);

    private static string Fen(decimal number) => Half(number).ToString("0.00", CultureInfo.InvariantCulture);
}
