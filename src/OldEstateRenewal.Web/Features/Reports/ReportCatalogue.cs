using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>报表目录: every report of the product, in the order of its list.</summary>
public static class ReportCatalogue
{
    public static IReadOnlyList<ReportEntry> All { get; } = [.. RegistryReports.All, .. PlanReports.All, .. ProjectReports.All, .. MoneyReports.All, .. CityReports.All];

    public static ReportEntry? Find(string? key) => All.FirstOrDefault(entry => entry.Key == key);

    /// <summary>The report, where the person may read what stands in it.</summary>
    public static ReportEntry? Find(string? key, Access access) => Find(key) is { } entry && entry.IsFor(access) ? entry : null;

    public static IReadOnlyList<ReportEntry> For(Access access) => All.Where(entry => entry.IsFor(access)).ToList();

    public static string Name(this ReportGroup group) => group switch
    {
        ReportGroup.Registry => "小区台账",
        ReportGroup.Plans => "年度计划",
        ReportGroup.Projects => "改造项目、调度",
        ReportGroup.City => "全市",
        _ => "资金、收缴",
    };
}
