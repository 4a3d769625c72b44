using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Web.Features.Holidays;

/// <summary>A year's holidays as typed or pasted.</summary>
public sealed class HolidayForm
{
    [Required(ErrorMessage = "请填写依据的通知文号。"), StringLength(HolidayYear.SourceLength, ErrorMessage = "文号不超过 {1} 字。")]
    public string? Source { get; set; }

    [Required(ErrorMessage = "请填写放假安排。"), StringLength(HolidayYear.MostCharacters, ErrorMessage = "内容不超过 {1} 字。")]
    public string? Text { get; set; }

    [StringLength(HolidayYear.ReasonLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Reason { get; set; }

    /// <summary>The revision that was seen; another one in the meantime is shown first.</summary>
    public int Revision { get; set; }
}

/// <summary>What a person asks: so many days from a day.</summary>
public sealed class TermQuery
{
    public const int MostDays = 1000;

    public DateOnly? From { get; set; }

    [Range(0, MostDays, ErrorMessage = "天数应为 0 至 {2} 的整数。")]
    public int? Days { get; set; }

    public bool IsAsked => From is not null || Days is not null;
}

/// <summary>The answer in all three ways of counting.</summary>
public sealed record TermAnswer(DateOnly From, int Days, Term Term, DateOnly MovedOverHolidays, string? Caveat)
{
    public static TermAnswer Of(HolidayBook book, DateOnly from, int days)
    {
        var term = new TermRule(days, DayUnit.Unstated, false).From(from, book.Calendar);
        return new TermAnswer(from, days, term, book.Calendar.OnOrAfter(term.LastCalendarDay), book.Caveat(term));
    }
}

/// <summary>The page of one year.</summary>
/// <param name="Own">What the tenant has entered for the year, the newest first.</param>
public sealed record HolidaySheet(int Year, DateOnly Today, HolidayBook Book, IReadOnlyList<HolidayYear> Own, TermQuery Query, TermAnswer? Answer)
{
    public HolidayTable? Table => Book.Of(Year);

    /// <summary>Days that are not as the nation has them.</summary>
    public IReadOnlyList<DateOnly> Differing => Own.Count == 0 || HolidayBook.National.Of(Year) is null ? [] : Enumerable.Range(0, DateTime.IsLeapYear(Year) ? 366 : 365)
        .Select(new DateOnly(Year, 1, 1).AddDays).Where(day => Book.Calendar.IsWorkingDay(day) != HolidayBook.National.Calendar.IsWorkingDay(day)).ToList();
}

public sealed record HolidayEditor(int Year, HolidayForm Form, IReadOnlyList<string> Problems, HolidayTable? Current, bool IsOvertaken);
