using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>One parameter with what may be chosen for it.</summary>
public sealed record ReportChoice(ReportParameter Parameter, bool IsNeeded, IReadOnlyList<(string Value, string Text)> Options)
{
    public string? TextOf(string? value) => Options.FirstOrDefault(option => option.Value == value).Text;
}

/// <summary>What reports may be asked with: the years, projects, estates and weeks that the person sees.</summary>
public sealed class ReportChoices(PortalDbContext db, CountyBook counties, PolicyShelf policies, CurrentAccess access, TimeProvider time)
{
    private const int Weeks = 12;

    public static string WeekOf(DateOnly monday) => monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<ReportChoice>> OfAsync(ReportEntry entry)
    {
        var choices = new List<ReportChoice>();
        foreach (var parameter in entry.Parameters) choices.Add(new ReportChoice(parameter, entry.Needs.Contains(parameter), await OptionsAsync(parameter)));
        return choices;
    }

    /// <summary>What is wrong with the values, each with its field.</summary>
    public static IEnumerable<(string Field, string Problem)> Problems(IReadOnlyList<ReportChoice> choices, ReportValues values)
    {
        foreach (var choice in choices)
        {
            var value = choice.Parameter.Of(values);
            if (value is null && choice.IsNeeded) yield return (choice.Parameter.Name, $"请选择{choice.Parameter.Label}。");
            if (value is not null && choice.TextOf(value) is null) yield return (choice.Parameter.Name, $"请从列出的{choice.Parameter.Label}中选择。");
        }
    }

    /// <summary>The values in words; null for all.</summary>
    public static string? InWords(IReadOnlyList<ReportChoice> choices, ReportValues values)
    {
        var words = choices.Select(choice => choice.TextOf(choice.Parameter.Of(values))).OfType<string>().ToList();
        if (words.Count == 0) return null;
        var joined = string.Join("，", words);
        return joined.Length <= ReportFile.FilterLength ? joined : joined[..ReportFile.FilterLength];
    }

    /// <summary>Where something must be chosen and nothing was, the first.</summary>
    public static ReportValues WithFirst(IReadOnlyList<ReportChoice> choices, ReportValues values)
    {
        string? First(ReportParameter parameter) => choices.FirstOrDefault(choice => choice.Parameter == parameter && choice.IsNeeded) is { Options: [var first, ..] } ? first.Value : null;
        return values with
        {
            Project = values.Project ?? (Guid.TryParse(First(ReportParameter.Project), out var project) ? project : null),
            Estate = values.Estate ?? (Guid.TryParse(First(ReportParameter.Estate), out var estate) ? estate : null),
        };
    }

    public async Task<IReadOnlyList<(string Value, string Text)>> OptionsAsync(ReportParameter parameter) =>
        parameter == ReportParameter.Year ? await YearsAsync()
        : parameter == ReportParameter.Project ? (await db.Projects.OrderByDescending(p => p.PlanYear).ThenBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync()).Select(p => ($"{p.Id}", p.Name)).ToList()
        : parameter == ReportParameter.Estate ? (await db.Estates.Where(e => e.EndedOn == null).OrderBy(e => EF.Functions.Collate(e.Name, "zh-x-icu")).Select(e => new { e.Id, e.Name }).ToListAsync()).Select(e => ($"{e.Id}", e.Name)).ToList()
        : await WeeksAsync();

    private async Task<IReadOnlyList<(string Value, string Text)>> YearsAsync()
    {
        // A city has no plans of its own: the years are those of its counties' approved weeks.
        var known = access.Value.Tenant.Level == PolicyLevel.City ? await counties.YearsAsync() : await db.Plans.Select(p => p.Year).Union(db.Projects.Select(p => p.PlanYear)).ToListAsync();
        var today = ChinaTime.Today(time).Year;
        return known.Append(today).Append(today + 1).Distinct().OrderDescending().Select(year => (year.ToString(CultureInfo.InvariantCulture), $"{year}年")).ToList();
    }

    private async Task<IReadOnlyList<(string Value, string Text)>> WeeksAsync()
    {
        var (view, last) = (await policies.TodayAsync(), DispatchWeek.MondayOf(ChinaTime.Today(time)));
        return Enumerable.Range(0, Weeks).Select(back => DispatchWeek.Of(view, last.AddDays(-7 * back))).Select(week => (week.Path, $"{week.Name}（{week.Days}）")).ToList();
    }
}
