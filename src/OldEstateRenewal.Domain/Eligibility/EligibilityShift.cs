using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>What becomes of an estate when another rule is asked (假设比对).</summary>
public enum EligibilityShift
{
    /// <summary>新增符合.</summary>
    NewlyIn,

    /// <summary>不再符合.</summary>
    NewlyOut,

    /// <summary>结论改变，但前后均不是符合.</summary>
    Otherwise,

    /// <summary>无法判断：the other rule asks for what nobody has surveyed.</summary>
    CannotTell,

    /// <summary>不变.</summary>
    Unchanged,
}

/// <summary>What would be if (假设测算): the same estates under another document, or under another cut-off date. Nothing is stored.</summary>
public static class EligibilityShifts
{
    /// <summary>The policies as if the division of that document were this one, and the document its only one.</summary>
    public static PolicyView ViewUnder(this PolicyBook book, PolicyDocument document, DateOnly on)
    {
        var others = book.Documents.Where(other => other.Key != document.Key && other.Division.Key != document.Division.Key);
        return new PolicyBook([.. others, document]).View(document.Division.Chain, on);
    }

    /// <summary>The same policies with every cut-off moved: 建成不晚于 that day instead.</summary>
    public static PolicyView WithCutOff(this PolicyView view, DateOnly builtBy) => view.Instead(
        PolicySections.Eligibility,
        view.All(PolicySections.Eligibility).Select(answer => answer with { Item = answer.Item with { Criteria = answer.Item.Criteria.WithCutOff(builtBy) } }));

    /// <summary>Compares two verdicts; null, where there is no rule, counts as not eligible.</summary>
    public static EligibilityShift Compare(EligibilityVerdict? before, EligibilityVerdict? after) =>
        after == EligibilityVerdict.Undetermined ? EligibilityShift.CannotTell
        : before == after ? EligibilityShift.Unchanged
        : after == EligibilityVerdict.Eligible ? EligibilityShift.NewlyIn
        : before == EligibilityVerdict.Eligible ? EligibilityShift.NewlyOut
        : EligibilityShift.Otherwise;

    /// <summary>The change in Chinese.</summary>
    public static string InWords(this EligibilityShift shift) => shift switch
    {
        EligibilityShift.NewlyIn => "新增符合",
        EligibilityShift.NewlyOut => "不再符合",
        EligibilityShift.Otherwise => "结论改变，均非符合",
        EligibilityShift.CannotTell => "待查，无法判断",
        _ => "不变",
    };
}
