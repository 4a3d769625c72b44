using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>A paper that is laid out by hand, as a file.</summary>
public sealed class PaperFile(PaperHead head, PaperLayout layout, Action<PdfPaper> draw) : ActionResult
{
    /// <summary>Narrow margins: a sheet to be filled in needs its room.</summary>
    public static PaperLayout Sheet { get; } = PaperLayout.Portrait with { Margins = new PageMargins(16, 20, 14, 20), TextSize = 10.5 };

    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = MediaTypeNames.Application.Pdf;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileNameStar = $"{head.Title}.pdf" }.ToString();
        return PdfPaperWriter.WriteAsync(head, layout, response.Body, draw, cancellation: context.HttpContext.RequestAborted);
    }
}
