using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.CostShares;

public sealed class ShareStartForm
{
    public Guid? CostSheetId { get; set; }

    public DateOnly? AppliedOn { get; set; }
}

/// <summary>A sheet as it is typed.</summary>
public sealed class ShareForm
{
    public DateOnly? AppliedOn { get; set; }

    [Range(1, MostHouseholds, ErrorMessage = "户数应在 {1} 至 {2} 之间。")]
    public int? HouseholdCount { get; set; }

    [CustomValidation(typeof(ShareForm), nameof(CheckArea))]
    public decimal? Area { get; set; }

    [StringLength(ShareSheet.TextLength, ErrorMessage = "依据不超过 {1} 字。")]
    public string? Basis { get; set; }

    public List<ShareLineForm> Lines { get; set; } = [];

    public long Version { get; set; }

    public const int MostHouseholds = 1_000_000;

    public static ShareForm Of(ShareCheck check) => new()
    {
        AppliedOn = check.Sheet.AppliedOn,
        HouseholdCount = check.Sheet.HouseholdCount,
        Area = check.Sheet.Area?.SquareMetres,
        Basis = check.Sheet.Basis,
        Lines = check.Outcome.Rows.Where(row => check.LineOf(row.Line) is not null).Select(row => ShareLineForm.Of(check.LineOf(row.Line)!)).ToList(),
        Version = check.Sheet.Version,
    };

    public static ValidationResult? CheckArea(decimal? metres) => metres switch
    {
        <= 0 => new ValidationResult("面积应大于 0。"),
        > SchemeItem.MostCost => new ValidationResult("面积过大，请检查单位。"),
        { } exact when decimal.Truncate(exact * 100) != exact * 100 => new ValidationResult("面积最多两位小数。"),
        _ => ValidationResult.Success,
    };
}

public sealed class ShareLineForm
{
    public Guid Id { get; set; }

    /// <summary>Document and key of the rule chosen by hand, with a bar between; empty for the most special.</summary>
    [StringLength(200, ErrorMessage = "请从列出的规则中选择。")]
    public string? Rule { get; set; }

    /// <summary>Who pays a line that no rule covers.</summary>
    [StringLength(ShareAmount.PayerLength, ErrorMessage = "请从列出的承担方中选择。")]
    public string? Payer { get; set; }

    [StringLength(ShareSheet.TextLength, ErrorMessage = "依据不超过 {1} 字。")]
    public string? Basis { get; set; }

    /// <summary>Fractions and amounts that the rule leaves to the county, by payer.</summary>
    public Dictionary<string, string?> Supplied { get; set; } = [];

    public static ShareLineForm Of(ShareLine line)
    {
        var choice = ShareChoice.Of(line);
        return new ShareLineForm
        {
            Id = line.Id,
            Rule = choice.RuleKey is null ? null : $"{choice.RuleDocument}|{choice.RuleKey}",
            Payer = choice.Payer,
            Basis = line.Basis,
            Supplied = line.Amounts.Where(amount => choice.Payer is null && (amount.SuppliedFraction is not null || amount.SuppliedAmount is not null)).ToDictionary(amount => amount.Payer, amount => amount.SuppliedFraction ?? amount.SuppliedAmount.ToString()),
        };
    }
}

/// <summary>A figure that a rule leaves to the county, as it is typed.</summary>
public static class Supplied
{
    public const string WrongFraction = "比例请填 1/3、10% 或 0.1，不小于 0、不大于 1。";
    public const string WrongAmount = "金额请填数字，不小于 0，最多两位小数。";

    public static string? Plain(string? typed) => typed.OrNull()?.Replace('％', '%').Replace('／', '/').Replace("　", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    public static Fraction? Fraction(string? typed) =>
        Plain(typed) is { Length: <= ShareAmount.FractionLength } plain && Domain.Fraction.TryParse(plain, out var fraction) && fraction >= Domain.Fraction.Zero && fraction <= Domain.Fraction.One ? fraction : null;

    public static Money? Amount(string? typed) =>
        Plain(typed)?.Replace(",", "", StringComparison.Ordinal) is { } plain && Money.TryParse(plain, out var amount) && amount >= Money.Zero && amount.Yuan <= SchemeItem.MostCost ? amount : null;

    /// <summary>What is wrong with it, or null; nothing typed is not wrong, it is missing.</summary>
    public static string? Wrong(CostShare share, string? typed) => Plain(typed) is null ? null : share.Kind == ShareKind.SuppliedFraction
        ? Fraction(typed) is null ? WrongFraction : null
        : Amount(typed) is null ? WrongAmount : null;

    /// <summary>The choice with what was typed for the rule's payers.</summary>
    public static ShareChoice Take(ShareChoice choice, CostRule? rule, Func<CostShare, string?> typedFor)
    {
        var asked = (rule?.Shares ?? []).Where(share => share.Kind is ShareKind.SuppliedFraction or ShareKind.SuppliedAmount).Select(share => (Share: share, Typed: typedFor(share))).ToList();
        return choice with
        {
            Fractions = asked.Where(each => each.Share.Kind == ShareKind.SuppliedFraction && Fraction(each.Typed) is not null).ToDictionary(each => each.Share.Payer, each => Fraction(each.Typed)!.Value),
            Amounts = asked.Where(each => each.Share.Kind == ShareKind.SuppliedAmount && Amount(each.Typed) is not null).ToDictionary(each => each.Share.Payer, each => Amount(each.Typed)!.Value),
        };
    }
}
