using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Documents.Word;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Shared;

/// <summary>A list as a file: Excel, PDF or Word, written while its rows are read, so that memory does not grow with them.</summary>
public sealed class TableFile(TableReport report, string format) : ActionResult
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>For wide lists to work with, not to issue: small print, and more of the sheet than an official document takes.</summary>
    public static PaperLayout WorkingPaper { get; } = PaperLayout.Landscape with { TextSize = 9, Margins = new PageMargins(20, 18, 20, 18), Numbering = PageNumbering.OfTotal };

    /// <summary>A list with what was asked for, who took it and when on it.</summary>
    public static TableReport<TRow> Report<TRow>(string title, IReadOnlyList<TableColumn<TRow>> columns, IEnumerable<TRow> rows, Access access, DateTimeOffset at, IEnumerable<string?> filter, params string[] notes) => new(columns, rows)
    {
        Title = access.Tenant.Name + title,
        Subtitle = filter.OfType<string>().ToList() is { Count: > 0 } words ? $"（{string.Join("；", words)}）" : null,
        Notes = [.. notes, .. access.Tenant.IsDemonstration ? new[] { "含演示数据，非真实信息。" } : [], $"导出人：{access.UserName}"],
        Source = $"资料来源：{access.Tenant.Name}老旧小区改造台账",
        Author = access.Tenant.Name,
        MadeAt = at.ToChina(),
        Paper = WorkingPaper,
    };

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = format switch { "pdf" => MediaTypeNames.Application.Pdf, "docx" => Word, _ => Sheet };
        response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileNameStar = $"{report.Title}.{format}" }.ToString();
        if (format == "pdf") await PdfTableWriter.WriteAsync(report, response.Body, cancellation: context.HttpContext.RequestAborted);
        else if (format == "docx") await WordTableWriter.WriteAsync(report, response.Body, cancellation: context.HttpContext.RequestAborted);
        else await SpreadsheetTableWriter.WriteAsync(report, response.Body, cancellation: context.HttpContext.RequestAborted);
    }
}
