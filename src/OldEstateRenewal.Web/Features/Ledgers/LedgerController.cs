using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ledgers;

/// <summary>The ledger is the county's own: a city does not read it.</summary>
public abstract class LedgerPages(CurrentAccess access) : PortalController(access)
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (Access.Supervises) context.Result = NotFound();
        else if (!ModelState.IsValid) ModelState.Clear();
        base.OnActionExecuting(context);
    }
}

/// <summary>账簿: every event of money with its postings.</summary>
[Route("{county}/ledger"), Requires(Duty.ReadFunds)]
public sealed class LedgerController(CurrentAccess access, LedgerReader reader) : LedgerPages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid? project, Guid? estate, string? kind, string? month, int page = 1)
    {
        var filter = LedgerFilter.Of(project, estate, kind, month);
        return await reader.PageAsync(filter, page, number => $"{Home}/ledger?{(filter.Query.Length > 0 ? filter.Query + "&" : "")}page={number}") is { } view ? View(view) : NotFound();
    }
}

/// <summary>试算平衡: both sides of every account, and that they agree.</summary>
[Route("{county}/ledger/trial-balance"), Requires(Duty.ReadFunds)]
public sealed class TrialBalanceController(CurrentAccess access, LedgerReader reader) : LedgerPages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid? project, Guid? estate, string? kind, string? month) => await reader.BalanceAsync(LedgerFilter.Of(project, estate, kind, month)) is { } page ? View(page) : NotFound();
}

[Route("{county}/ledger"), Requires(Duty.ReadFunds)]
public sealed class LedgerPapersController(CurrentAccess access, LedgerReader reader, TimeProvider time) : LedgerPages(access)
{
    [HttpGet("entries.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(string format, Guid? project, Guid? estate, string? kind, string? month) =>
        await reader.AllAsync(LedgerFilter.Of(project, estate, kind, month)) is { } page ? new TableFile(LedgerTables.Entries(page, Access, time.GetUtcNow()), format) : NotFound();

    [HttpGet("trial-balance.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(string format, Guid? project, Guid? estate, string? kind, string? month) =>
        await reader.BalanceAsync(LedgerFilter.Of(project, estate, kind, month)) is { } page ? new TableFile(LedgerTables.Balance(page, Access, time.GetUtcNow()), format) : NotFound();
}
