using System.Globalization;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>调度周: Monday to Sunday, with the last day for its sheets by the document in force.</summary>
/// <param name="Rule">The document's rule on the weekly dispatch; null where none has one: then the Sunday is taken.</param>
public sealed record DispatchWeek(DateOnly From, DateOnly DueOn, PolicyAnswer<SupervisionRule>? Rule)
{
    public DateOnly To => From.AddDays(6);

    public string Name => $"{ISOWeek.GetYear(From.ToDateTime(TimeOnly.MinValue))}年第{ISOWeek.GetWeekOfYear(From.ToDateTime(TimeOnly.MinValue))}周";

    public string Days => string.Create(CultureInfo.InvariantCulture, $"{From:M月d日}—{To:M月d日}");

    public string Path => From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public bool IsLate(DateTimeOffset sent) => sent > DueOn.AtEndOfDay();

    public int DaysLate(DateTimeOffset sent) => DateOnly.FromDateTime(sent.ToChina().DateTime).DayNumber - DueOn.DayNumber;

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static DispatchWeek Of(PolicyView view, DateOnly monday)
    {
        var rule = view.All(PolicySections.Supervision).FirstOrDefault(rule => rule.Item.Cycle == SupervisionCycle.Weekly);
        return new DispatchWeek(monday, rule?.Item.PeriodOf(monday)?.DueOn ?? monday.AddDays(6), rule);
    }
}
