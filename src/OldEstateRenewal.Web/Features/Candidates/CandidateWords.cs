using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>Figures as they are shown; exact ones are kept and compared.</summary>
public static class CandidateWords
{
    private const decimal YuanPerTenThousand = 10_000m;

    public static string Shown(this Fraction value) => value.ToDecimal().ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The mark on the rule's scale.</summary>
    public static string Shown(this EstateMark mark, ChoiceRule rule) => mark.Share is { } share ? (share * (Fraction)rule.FullMark).Shown() : "未评";

    public static decimal TenThousands(this Money money) => money.Yuan / YuanPerTenThousand;

    public static string InTenThousands(this Money? money) => money?.TenThousands().ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    public static string Name(this HandPick pick) => pick switch { HandPick.Mandatory => "必选", HandPick.Excluded => "不选", _ => "系统择优" };
}
