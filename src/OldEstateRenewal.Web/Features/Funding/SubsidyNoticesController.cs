using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>补助测算依据: by which figures a superior allots, laid beside the county's own.</summary>
[Route("{county}/subsidy-notices"), Requires(Duty.ReadPlans)]
public sealed class SubsidyNoticesController(CurrentAccess access, PortalDbContext db, SubsidyBoard board, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year)
    {
        ModelState.Clear();
        return View(await board.PageAsync(year, new SubsidyForm()));
    }

    [HttpPost(""), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Create(int year, SubsidyForm form)
    {
        var page = await board.PageAsync(year, form);
        if (form.On > ChinaTime.Today(time)) ModelState.AddModelError(nameof(form.On), "日期不能在今天之后。");
        if (form.SourceKey is not null && page.Sources.All(source => source.Item.Key != form.SourceKey)) ModelState.AddModelError(nameof(form.SourceKey), "请从列出的资金来源中选择。");
        if (!ModelState.IsValid) return Again("Index", page);
        var notice = new SubsidyNotice
        {
            PlanYear = page.Year,
            SourceKey = form.SourceKey!,
            Estates = form.Estates!.Value,
            Households = form.Households!.Value,
            Buildings = form.Buildings!.Value,
            Area = Area.FromSquareMetres(form.FloorArea!.Value),
            Amount = Money.FromYuan(form.Amount!.Value),
            Reference = form.Reference!.Trim(),
            On = form.On!.Value,
            Remark = form.Remark.OrNull(),
            By = Access.UserName,
            At = time.GetUtcNow(),
        };
        db.SubsidyNotices.Add(notice);
        audit.Add("SubsidyNoticed", notice, $"{page.Year}年 {notice.Reference}");
        await db.SaveChangesAsync();
        return Told($"{Home}/subsidy-notices?year={page.Year}", [], "补助测算依据已登记。");
    }
}
