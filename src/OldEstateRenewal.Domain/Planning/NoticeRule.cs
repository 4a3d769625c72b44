using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>A public notice that must run before the next step (公示).</summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Term">How long.</param>
/// <param name="NextStep">What may follow only after it.</param>
public sealed record NoticeRule(PolicyItemHead Head, TermRule Term, string NextStep) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"{Name}{Term.InWords}，之后方可{NextStep}";

    /// <summary>May the next step be taken on that day? Not posted: unknown.</summary>
    public Reason MayProceed(DateOnly? postedOn, DateOnly on, WorkingCalendar calendar, DayUnit chosen = DayUnit.Unstated)
    {
        if (postedOn is not { } posted) return Reason.Single(Key, Name, Outcome.Failed, "尚未公示", Citation);
        var term = Term.From(posted, calendar, chosen);
        var over = on > term.LastDay;
        return Reason.Single(Key, Name, Outcomes.Of(over), $"{term.InWords}；{on:yyyy-MM-dd}{(over ? "公示期已满" : $"公示期未满，自{term.FirstDayAfter:yyyy-MM-dd}起可{NextStep}")}", Citation);
    }

    /// <summary>Reads { name, clause, quote?, note?, days, unit, extendsOverHolidays?, nextStep }.</summary>
    public static NoticeRule Read(PolicyNode node) => new(node.Head(), TermRule.Read(node), node.Text("nextStep"));
}
