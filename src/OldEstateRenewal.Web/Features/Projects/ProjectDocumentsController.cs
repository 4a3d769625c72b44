using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>Projects as papers: the board as PDF and Excel, deadlines as a calendar.</summary>
[Route("{county}/projects"), Requires(Duty.ReadProjects)]
public sealed class ProjectDocumentsController(CurrentAccess access, ProjectReader reader, TimeProvider time) : PortalController(access)
{
    private const string Calendar = "text/calendar; charset=utf-8";

    [HttpGet("board.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(string format, int? year)
    {
        var board = await reader.BoardAsync(year);
        if (board.Rows.Count == 0) return NotFound();
        var table = ProjectTable.Make(board, Access.Tenant.Name, time.GetUtcNow());
        using var file = new MemoryStream();
        if (format == "pdf") PdfTableWriter.Write(table, file);
        else SpreadsheetTableWriter.Write(table, file);
        return File(file.ToArray(), format == "pdf" ? "application/pdf" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{table.Title}.{format}");
    }

    [HttpGet("calendar.ics")]
    public async Task<IActionResult> ShowCalendar(int? year)
    {
        var board = await reader.BoardAsync(year);
        return File(ProjectCalendar.Write($"{Access.Tenant.Name}改造项目", board.Rows.SelectMany(row => row.Stages.Values.Select(line => (row.Project, line))), time.GetUtcNow()), Calendar, $"{board.Year}年改造项目期限.ics");
    }

    [HttpGet("{id:guid}/calendar.ics")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page
        ? File(ProjectCalendar.Write(page.Project.Name, page.Stages.Select(line => (page.Project, line)), time.GetUtcNow()), Calendar, $"{page.Project.Name}期限.ics") : NotFound();
}
