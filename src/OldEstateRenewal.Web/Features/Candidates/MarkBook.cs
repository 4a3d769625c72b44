using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Surveys;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>A figure the portal holds, as a share of the full mark.</summary>
/// <param name="Share">0 … 1, or null where it is not known.</param>
/// <param name="Words">Figures and source, or what is missing.</param>
/// <param name="IsFirm">A result of a round of opinion: no person marks against it.</param>
public sealed record HeldMark(Fraction? Share, string Words, bool IsFirm = false);

/// <summary>The mark that counts for one criterion.</summary>
public sealed record EstateMark(ChoiceCriterion Criterion, HeldMark Held, CandidateMark? Typed)
{
    public bool IsTyped => !Held.IsFirm && Typed?.Share is not null;

    public Fraction? Share => IsTyped ? Typed!.Share : Held.Share;

    public string Words => IsTyped ? $"核定 {Number(Typed!.Part)}/{Number(Typed.OutOf)}（{Typed.Source}，数据日期 {Typed.AsOf:yyyy-MM-dd}，{Typed.RecordedBy} 登记）" : Held.Words;

    private static string Number(decimal? value) => value?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

/// <summary>What a mark may be made from.</summary>
public sealed record MarkSources(Estate Estate, int Year, ConsentAnswer? Consent, Survey? Survey, IReadOnlyDictionary<string, string> FactNames);

/// <summary>Reads marks from what the portal holds: rounds of opinion, surveys, facts. What is not known stays unknown.</summary>
public static class MarkBook
{
    private const int YearsOfFullMark = 100;

    public static HeldMark Hold(ChoiceCriterion criterion, MarkSources from) => criterion.Measure switch
    {
        ChoiceMeasure.Will => Will(from),
        ChoiceMeasure.Participation => Participation(from),
        ChoiceMeasure.Contribution => Contribution(from),
        ChoiceMeasure.Facts => OfFacts(criterion.Facts, from),
        ChoiceMeasure.Removal => Removal(from),
        ChoiceMeasure.Age => Age(from),
        _ => new HeldMark(null, "由人工核定，尚未评分"),
    };

    private static HeldMark Will(MarkSources from)
    {
        if (from.Consent?.Figures is { Whole: > 0 } figures) return new HeldMark(new Fraction(figures.Agreeing, figures.Whole), $"同意 {figures.Agreeing} 户/全体 {figures.Whole} 户；{from.Consent.InWords}", IsFirm: true);
        return Share(from.Survey?.Willing, from.Survey?.Asked, from, (part, whole) => $"愿意改造 {part} 户/征询 {whole} 户", "没有征询结果，摸底也没有意愿户数");
    }

    private static HeldMark Participation(MarkSources from)
    {
        if (from.Consent?.Figures is { Whole: > 0 } figures) return new HeldMark(new Fraction(figures.Participating, figures.Whole), $"表态 {figures.Participating} 户/全体 {figures.Whole} 户；{from.Consent.InWords}", IsFirm: true);
        return Share(from.Survey?.Willing + from.Survey?.Unwilling, from.Survey?.Asked, from, (part, whole) => $"表态 {part} 户/征询 {whole} 户", "没有征询结果，摸底也没有表态户数");
    }

    private static HeldMark Contribution(MarkSources from) => Share(from.Survey?.WillingToPay, from.Survey?.Asked, from, (part, whole) => $"愿意出资 {part} 户/征询 {whole} 户", "摸底没有愿意出资的户数");

    private static HeldMark Removal(MarkSources from)
    {
        if (from.Survey is not { IllegalRemoved: { } removed, IllegalLeft: { } left }) return new HeldMark(null, "摸底没有违建拆除情况");
        return removed + left == 0 ? new HeldMark(null, $"{Of(from.Survey)}：没有违建，是否计分由人工核定") : Share(removed, removed + left, from, (part, whole) => $"已主动拆除违建 {part} 处/共 {whole} 处", "");
    }

    private static HeldMark Age(MarkSources from) => from.Estate.BuiltYears is { Length: > 0 } years
        ? new HeldMark(new Fraction(Math.Clamp(from.Year - years.Min(), 0, YearsOfFullMark), YearsOfFullMark), $"台账：最早 {years.Min()} 年建成，至 {from.Year} 年已 {from.Year - years.Min()} 年（满 {YearsOfFullMark} 年为满分）")
        : new HeldMark(null, "台账没有建成年份");

    private static HeldMark OfFacts(IReadOnlyList<string> keys, MarkSources from)
    {
        var known = from.Estate.Facts.Where(fact => keys.Contains(fact.Key)).ToList();
        var open = keys.Except(known.Select(fact => fact.Key)).Select(key => from.FactNames.GetValueOrDefault(key, key)).ToList();
        if (known.Count == 0) return new HeldMark(null, $"摸底事实都还未查：{string.Join("、", open)}");
        var holding = known.Where(fact => fact.Value).Select(fact => from.FactNames.GetValueOrDefault(fact.Key, fact.Key)).ToList();
        return new HeldMark(new Fraction(holding.Count, known.Count), $"摸底事实：查明 {known.Count} 项，属实 {holding.Count} 项{(holding.Count == 0 ? "" : $"（{string.Join("、", holding)}）")}{(open.Count == 0 ? "" : $"；未查：{string.Join("、", open)}")}");
    }

    private static HeldMark Share(int? part, int? whole, MarkSources from, Func<int, int, string> words, string missing)
    {
        if (part is not { } p || whole is not (> 0 and var w)) return new HeldMark(null, missing);
        return p > w ? new HeldMark(null, $"{Of(from.Survey!)}：{words(p, w)}，数字有误，请核对") : new HeldMark(new Fraction(p, w), $"{Of(from.Survey!)}：{words(p, w)}");
    }

    private static string Of(Survey survey) => $"摸底调查（{survey.SurveyedOn:yyyy-MM-dd}，{survey.Surveyors}）";
}
