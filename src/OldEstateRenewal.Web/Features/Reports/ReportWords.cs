using System.Net.Mime;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>What formats, states and groups are called.</summary>
public static class ReportWords
{
    public static string Name(this ReportFormat format) => format switch
    {
        ReportFormat.Pdf => "PDF",
        ReportFormat.Xlsx => "Excel",
        ReportFormat.Docx => "Word",
        _ => "压缩包",
    };

    public static string Extension(this ReportFormat format) => format.ToString().ToLowerInvariant();

    public static string ContentType(this ReportFormat format) => format switch
    {
        ReportFormat.Pdf => MediaTypeNames.Application.Pdf,
        ReportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ReportFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => MediaTypeNames.Application.Zip,
    };

    public static string Name(this ReportState state) => state switch
    {
        ReportState.Waiting => "等待生成",
        ReportState.Running => "生成中",
        ReportState.Done => "已生成",
        ReportState.Cancelled => "已取消",
        _ => "未生成",
    };

    public static string? Css(this ReportState state) => state switch
    {
        ReportState.Done => "good",
        ReportState.Failed => "bad",
        ReportState.Running or ReportState.Waiting => "warn",
        _ => null,
    };

    public static string Name(this ReportCycle cycle) => cycle == ReportCycle.Weekly ? "每周" : "每月";
}
