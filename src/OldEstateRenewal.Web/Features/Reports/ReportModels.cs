using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>The list of reports, with the parameters that a batch may be asked with.</summary>
public sealed record ReportIndex(IReadOnlyList<ReportEntry> Entries, IReadOnlyList<ReportChoice> Choices, ReportBatchForm Form, bool MayMake, bool MaySetTemplate);

/// <summary>The first rows of a report, with the texts that its files have.</summary>
public sealed record ReportPreview(TableReport Report, IReadOnlyList<TableLine> Lines, int Rows)
{
    public const int Most = 20;

    public static ReportPreview Of(TableReport report)
    {
        var (shown, rows) = (new List<TableLine>(), 0);
        foreach (var line in report.Lines())
        {
            if (line.Kind == TableLineKind.Row) rows++;
            if (rows <= Most || line.Kind == TableLineKind.Total) shown.Add(line);
        }

        return new ReportPreview(report, shown, rows);
    }

    /// <summary>Below the rows that are shown, what belongs to rows that are not would mislead.</summary>
    public bool IsCut => Rows > Most;
}

/// <summary>One report: what it is asked with, how it begins, where it goes from here.</summary>
public sealed record ReportPage(ReportEntry Entry, IReadOnlyList<ReportChoice> Choices, ReportForm Form, ReportPreview? Preview, string? Why, bool MayMake)
{
    public ReportScheduleForm Schedule { get; init; } = new() { Cycle = ReportCycle.Weekly, Day = 1, Hour = 8 };
}

public sealed record ReportFileIndex(IReadOnlyList<ReportFile> Files, Pages Pages);

public sealed record ReportFilePage(ReportFile File, string Address, IReadOnlyList<ReportFile> Parts, bool MayCancel);

public sealed record ReportScheduleIndex(IReadOnlyList<ReportSchedule> Schedules, Guid UserId);

public sealed record TemplatePage(TemplateForm Form, PaperTemplateVersion? Kept);

/// <summary>What anybody may know of a report that was made.</summary>
public sealed record Verified(string Tenant, string Number, string Name, ReportFormat Format, DateTimeOffset MadeAt, long Length, string Sha256)
{
    /// <summary>Whether the file that was sent is the one; null while none was sent.</summary>
    public bool? IsSame { get; init; }

    public string? SentSha256 { get; init; }
}
