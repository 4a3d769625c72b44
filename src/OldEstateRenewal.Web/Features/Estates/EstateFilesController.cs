using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>The registry's lists as files: as asked for on the page, with the filter, the time and who took it. Names of owners are masked.</summary>
[Route("{county}/estates"), Requires(Duty.ReadRegistry)]
public sealed class EstateFilesController(CurrentAccess access, PortalDbContext db, EstateStandings standings, ExportTrail exports, TimeProvider time) : PortalController(access)
{
    [HttpGet("list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(string format, [FromQuery] EstateQuery query)
    {
        var known = await standings.ReadAsync();
        var street = query.Street is { } id ? (await standings.StreetsAsync()).FirstOrDefault(s => s.Id == id)?.Name : null;
        string?[] filter =
        [
            string.IsNullOrWhiteSpace(query.Q) ? null : $"名称或坐落含“{query.Q.Trim()}”", street,
            query.Verdict is { } verdict ? $"能否纳入改造：{EligibilityResult.Words(verdict)}" : null, query.Ended ? "含已并入、作废" : null,
        ];
        return new TableFile(TableFile.Report("老旧小区台账", EstateTables.Estates(known), EstateTables.Rows(EstateList.Ordered(db, query, known)), Access, time.GetUtcNow(), filter), format);
    }

    [HttpGet("buildings.xlsx"), HttpGet("{id:guid}/buildings.xlsx")]
    public async Task<IActionResult> ShowBuildings(Guid? id) => await NameAsync(id) is { } name
        ? new TableFile(TableFile.Report("老旧小区楼栋表", EstateTables.Buildings, EstateTables.Rows(db, id), Access, time.GetUtcNow(), [name]), "xlsx")
        : NotFound();

    [HttpGet("dwellings.xlsx"), HttpGet("{id:guid}/dwellings.xlsx"), Requires(Duty.ReadHouseholds)]
    public async Task<IActionResult> ShowDwellings(Guid? id)
    {
        if (await NameAsync(id) is not { } name) return NotFound();
        await exports.AddHouseholdsAsync($"{name}住户表（姓名隐去）", id);
        return new TableFile(TableFile.Report("老旧小区住户表", EstateTables.Dwellings, EstateTables.Homes(db, id), Access, time.GetUtcNow(), [name], "业主姓名已隐去，不含电话、证件号码。"), "xlsx");
    }

    private async Task<string?> NameAsync(Guid? id) => id is null ? "全部小区" : await db.Estates.Where(e => e.Id == id).Select(e => e.Name).SingleOrDefaultAsync();
}
