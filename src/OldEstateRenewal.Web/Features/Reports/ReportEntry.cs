using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

public enum ReportGroup
{
    Registry,
    Plans,
    Projects,
    Money,
    City,
}

/// <summary>What a report is asked with.</summary>
public sealed record ReportValues
{
    public int? Year { get; init; }

    public Guid? Project { get; init; }

    public Guid? Estate { get; init; }

    /// <summary>The Monday of a week.</summary>
    public string? Week { get; init; }

    /// <summary>As the query of a page.</summary>
    public string ToQuery() => string.Join('&', ReportParameter.All.Select(parameter => parameter.Of(this) is { } value ? $"{parameter.Name}={Uri.EscapeDataString(value)}" : null).OfType<string>());

    public static ReportValues FromQuery(string query)
    {
        var pairs = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        string? Text(string name) => pairs.TryGetValue(name, out var text) ? text.ToString() : null;
        return new ReportValues
        {
            Year = int.TryParse(Text("year"), out var year) ? year : null,
            Project = Guid.TryParse(Text("project"), out var project) ? project : null,
            Estate = Guid.TryParse(Text("estate"), out var estate) ? estate : null,
            Week = Text("week"),
        };
    }
}

/// <summary>One thing that a report is asked with, chosen from a list.</summary>
/// <param name="Name">In addresses and forms.</param>
/// <param name="Label">On the page.</param>
/// <param name="None">What stands for no choice.</param>
/// <param name="Of">What was chosen.</param>
public sealed record ReportParameter(string Name, string Label, string None, Func<ReportValues, string?> Of)
{
    public static readonly ReportParameter Year = new("year", "年度", "最近年度", values => values.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    public static readonly ReportParameter Project = new("project", "改造项目", "全部项目", values => values.Project?.ToString());
    public static readonly ReportParameter Estate = new("estate", "小区", "全部小区", values => values.Estate?.ToString());
    public static readonly ReportParameter Week = new("week", "调度周", "本周", values => values.Week);

    public static IReadOnlyList<ReportParameter> All { get; } = [Year, Project, Estate, Week];
}

/// <summary>What a report is made from: the readers of the one who asks, what was chosen, the time.</summary>
public sealed record ReportSource(IServiceProvider Services, Access Access, ReportValues Values, DateTimeOffset At)
{
    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public string Tenant => Access.Tenant.Name;
}

/// <summary>A report of the catalogue.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Duty">Who may read what stands in it.</param>
/// <param name="Make">Makes it; null where there is nothing to make it from.</param>
public sealed record ReportEntry(string Key, string Name, ReportGroup Group, Duty Duty, Func<ReportSource, Task<TableReport?>> Make)
{
    public static IReadOnlyList<ReportFormat> Formats { get; } = [ReportFormat.Pdf, ReportFormat.Xlsx, ReportFormat.Docx];

    /// <summary>What it may be asked with.</summary>
    public IReadOnlyList<ReportParameter> Takes { get; init; } = [];

    /// <summary>What it must be asked with.</summary>
    public IReadOnlyList<ReportParameter> Needs { get; init; } = [];

    /// <summary>Household data: the file is its maker's alone.</summary>
    public bool IsHousehold { get; init; }

    /// <summary>The county's own books, which no city reads.</summary>
    public bool IsCountys { get; init; }

    /// <summary>A city's own, over all its counties; every other is a county's.</summary>
    public bool IsCitys => Group == ReportGroup.City;

    /// <summary>Why there is none, where there is none.</summary>
    public string Nothing { get; init; } = "没有可以生成的内容。";

    public IEnumerable<ReportParameter> Parameters => Needs.Concat(Takes);

    public bool IsFor(Access access) => access.May(Duty) && IsCitys == (access.Tenant.Level == PolicyLevel.City) && !(IsCountys && access.Supervises);
}
