using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Documents.Word;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>A report as the bytes of a file, with number and code.</summary>
internal static class ReportWriter
{
    public static PaperProvenance ProvenanceOf(ReportFile file, string tenantKey, DateTimeOffset at) => new(file.NumberText, at.ToChina(), file.MadeBy, ReportFile.AddressOf(file.Site, tenantKey, file.Code))
    {
        Filter = file.Filter,
        Verification = "扫描二维码，可核对本件编号，并上传文件核对是否被更改。",
    };

    /// <summary>How often a writer reads the rows.</summary>
    public static int PassesOf(TableReport report, ReportFormat format) => format == ReportFormat.Pdf && report.Paper.Numbering == PageNumbering.OfTotal ? 2 : 1;

    /// <param name="fonts">The tenant's own; null for the standard ones.</param>
    public static byte[] Write(TableReport report, ReportFormat format, PaperFonts? fonts)
    {
        using var target = new MemoryStream();
        switch (format)
        {
            case ReportFormat.Pdf: PdfTableWriter.Write(report, target, fonts?.ForTables()); break;
            case ReportFormat.Docx: WordTableWriter.Write(report, target, fonts); break;
            default: SpreadsheetTableWriter.Write(report, target); break;
        }

        return target.ToArray();
    }
}
