using System.Globalization;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>What a quota is measured in (计量单位).</summary>
public enum QuotaMeasure
{
    /// <summary>户数.</summary>
    Households,

    /// <summary>小区数.</summary>
    Estates,

    /// <summary>面积.</summary>
    Area,
}

/// <summary>An estate of a year's plan, as a quota sees it.</summary>
/// <param name="Estate">The estate's name.</param>
/// <param name="Built">When its latest building was completed.</param>
/// <param name="Households">Its households (户数).</param>
/// <param name="Area">Its floor area.</param>
public sealed record QuotaEstate(string Estate, BuiltDate Built, int Households, Area Area);

/// <summary>
/// A share of a year's plan that later-built estates may take (年度比例限制): 2000年后建成的不超过当年户数的10%. None of the five documents states
/// one; it is for those that do.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="BuiltAfter">Estates built after this day count against the quota.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Share">The share of the year's whole.</param>
public sealed record PlanQuota(PolicyItemHead Head, DateOnly BuiltAfter, QuotaMeasure Measure, Bound Share) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"{BuiltAfter:yyyy-MM-dd}以后建成的，按{MeasureWords}计，占当年计划{Share.InWords}";

    private string MeasureWords => Measure switch { QuotaMeasure.Households => "户数", QuotaMeasure.Estates => "小区数", _ => "面积" };

    /// <summary>
    /// Checks a year's plan. An estate of unknown age leaves the answer unknown, unless the quota holds even if all of them are late or
    /// fails even if none is. A year without estates keeps every quota.
    /// </summary>
    public Reason Check(IReadOnlyList<QuotaEstate> year)
    {
        var whole = Sum(year);
        var late = Sum(year.Where(estate => estate.Built.Earliest > BuiltAfter));
        var open = Sum(year.Where(estate => !(estate.Built.Earliest > BuiltAfter) && !(estate.Built.Latest <= BuiltAfter)));
        var least = Keeps(late, whole);
        var most = Keeps(late + open, whole);
        return Reason.Single(Key, Name, least == most ? Outcomes.Of(least) : Outcome.Unknown,
            $"当年{MeasureWords} {Text(whole)}，其中{BuiltAfter:yyyy-MM-dd}以后建成 {Text(late)}{(open == Fraction.Zero ? "" : $"、年代不明 {Text(open)}")}；限{Share.InWords}", Citation);
    }

    /// <summary>Reads { name, clause, quote?, note?, builtAfter, measure, share: { word, limit } }.</summary>
    public static PlanQuota Read(PolicyNode node) => new(node.Head(), node.Date("builtAfter"), node.Choice<QuotaMeasure>("measure"), Bound.Read(node, "share"));

    private bool Keeps(Fraction part, Fraction whole) => whole == Fraction.Zero || Share.Holds(part / whole);

    private Fraction Sum(IEnumerable<QuotaEstate> estates) => estates.Aggregate(Fraction.Zero, (sum, estate) => sum + Measure switch
    {
        QuotaMeasure.Households => (Fraction)estate.Households,
        QuotaMeasure.Estates => (Fraction)1,
        _ => new Fraction(estate.Area.Hundredths, 100),
    });

    private static string Text(Fraction value) => value.Denominator.IsOne ? value.Numerator.ToString(CultureInfo.InvariantCulture)
        : Area.FromHundredths((long)(value * (Fraction)100).Floor()).ToString();
}
