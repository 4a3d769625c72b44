using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Figures;

/// <summary>指标构成: a figure of a county's week, down to projects, estates and records.</summary>
[Route("{county}/dispatch/" + DispatchesController.Week + "/figures"), Requires(Duty.ReadProjects)]
public sealed class FiguresController(CurrentAccess access, WeekReader weeks, FigureReader reader) : PortalController(access)
{
    [HttpGet("{planYear:int:range(2000,2100)}/{indicator}")]
    public async Task<IActionResult> Show(string week, int planYear, string indicator) => await weeks.WeekAsync(week) is { } of && await reader.PageAsync(of, planYear, indicator) is { } page ? View(page) : NotFound();
}

/// <summary>指标构成 of a city: a figure by counties.</summary>
[Route("{county}/supervision/figures"), Requires(Duty.Supervise)]
public sealed class CityFiguresController(CurrentAccess access, FigureReader reader) : PortalController(access)
{
    [HttpGet("{planYear:int:range(2000,2100)}/{indicator}")]
    public async Task<IActionResult> Show(int planYear, string indicator) => await reader.CityAsync(planYear, indicator) is { } page ? View("/Features/Figures/Figures/City.cshtml", page) : NotFound();
}
