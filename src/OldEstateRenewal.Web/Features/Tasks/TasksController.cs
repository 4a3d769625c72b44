using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>我的任务, and 逾期清单 of the county.</summary>
[Route("{county}/tasks"), Requires(Duty.ReadTasks)]
public sealed class TasksController(CurrentAccess access, TaskBook book, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await book.MineAsync());

    [HttpGet("overdue"), Requires(Duty.ReadOverdue)]
    public async Task<IActionResult> Show(string? by) => View("Overdue", await PageAsync(by));

    [HttpGet("overdue.{format:regex(^(pdf|xlsx)$)}"), Requires(Duty.ReadOverdue)]
    public async Task<IActionResult> ShowTable(string format, string? by) => new TableFile((await PageAsync(by)).Table, format);

    private async Task<OverduePage> PageAsync(string? by) =>
        OverdueTable.Page(await book.OverdueAsync(), by switch { "street" => OverdueOrder.Street, "person" => OverdueOrder.Person, _ => OverdueOrder.Body }, Access, time.GetUtcNow());
}
