using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>付款台账: every payment with who asked, checked and approved it, and where its money comes from.</summary>
public sealed class PaymentLedger(PortalDbContext db, ContractReader contracts, FundingReader funding, CurrentAccess access)
{
    private static readonly CellFormat yuan = CellFormat.Fixed(2, grouped: true);

    private sealed record Row(string Project, WorksContract Contract, PaymentLine Line, string Sources);

    public async Task<TableReport> OfYearAsync(int? year, DateTimeOffset at)
    {
        var shown = (await funding.PageAsync(year)).Year;
        return await MakeAsync($"{shown}年老旧小区改造付款台账", db.WorksContracts.Where(c => c.Project!.PlanYear == shown), at);
    }

    public Task<TableReport> OfProjectAsync(Project project, DateTimeOffset at) => MakeAsync($"{project.Name}付款台账", db.WorksContracts.Where(c => c.ProjectId == project.Id), at);

    private async Task<TableReport> MakeAsync(string title, IQueryable<WorksContract> which, DateTimeOffset at)
    {
        var standings = await contracts.StandingsAsync(which);
        var ids = standings.Select(standing => standing.Contract.ProjectId).Distinct().ToList();
        var projects = await db.Projects.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var grants = await db.FundingGrants.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Name);
        var rows = standings.SelectMany(standing => standing.Payments.Select(line => new Row(projects[standing.Contract.ProjectId], standing.Contract, line, Sources(line, grants)))).ToList();
        return TableFile.Report(
            title,
            [
                TableColumn.Serial<Row>(),
                new("项目", 16, row => row.Project),
                new("合同", 20, row => $"{row.Contract.Number} {row.Contract.Name}"),
                new("收款单位", 18, row => row.Contract.Firm),
                new("次数", 5, row => (long)row.Line.Request.Number) { Format = CellFormat.Whole },
                new("款项", 9, row => row.Line.Request.Kind.Name()),
                new("累计完成\n（元）", 14, row => row.Line.Request.WorkDone.Yuan) { Format = yuan },
                new("申请（元）", 14, row => row.Line.Request.Amount.Yuan) { Format = yuan },
                new("扣质保金（元）", 12, row => row.Line.Request.Retained.Yuan) { Format = yuan },
                new("应付（元）", 14, row => row.Line.Net.Yuan) { Format = yuan, Formula = "[申请（元）]-[扣质保金（元）]" },
                new("已支付（元）", 14, row => row.Line.IsPaid ? row.Line.Net.Yuan : CellValue.Blank) { Format = yuan, Formula = "[应付（元）]", Total = ColumnTotal.Sum },
                new("支付日期", 10, row => row.Line.Step(PaymentStepKind.Paid)?.On),
                new("凭证号", 12, row => row.Line.Step(PaymentStepKind.Paid)?.Voucher),
                new("状态", 7, row => row.Line.Last.State()),
                new("资金来源", 24, row => row.Sources),
                new("申请、审核、批准", 20, row => string.Join("、", new[] { PaymentStepKind.Asked, PaymentStepKind.Checked, PaymentStepKind.Approved }.Select(kind => row.Line.Step(kind)?.By).OfType<string>())),
            ],
            rows, access.Value, at, [], "应付＝申请－扣质保金。");
    }

    private static string Sources(PaymentLine line, Dictionary<Guid, string> grants) =>
        string.Join("；", line.Request.Sources.OrderBy(source => source.Id).Select(source => $"{(source.GrantId is { } grant ? grants.GetValueOrDefault(grant, source.SourceKey) : "业主出资")} {source.Amount.InYuan()}"));
}
