using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>Other figures than those that stand; nothing of it is saved.</summary>
public sealed class ShareTrialForm
{
    [Range(1, ShareForm.MostHouseholds, ErrorMessage = "户数应在 {1} 至 {2} 之间。")]
    public int? HouseholdCount { get; set; }

    [CustomValidation(typeof(ShareForm), nameof(ShareForm.CheckArea))]
    public decimal? Area { get; set; }

    public List<ShareTrialLineForm> Lines { get; set; } = [];

    public static ShareTrialForm Of(ShareCheck check) => new()
    {
        HouseholdCount = check.HouseholdCount,
        Area = check.Area?.SquareMetres,
        Lines = check.CostSheet.Lines.OrderBy(line => line.Sequence).Select(line => ShareTrialLineForm.Of(line, check.LineOf(line))).ToList(),
    };
}

public sealed class ShareTrialLineForm
{
    public Guid Id { get; set; }

    [CustomValidation(typeof(SchemeItemForm), nameof(SchemeItemForm.CheckQuantity))]
    public decimal? Quantity { get; set; }

    [CustomValidation(typeof(SchemeItemForm), nameof(SchemeItemForm.CheckCost))]
    public decimal? UnitCost { get; set; }

    [CustomValidation(typeof(SchemeItemForm), nameof(SchemeItemForm.CheckCost))]
    public decimal? LumpSum { get; set; }

    [CustomValidation(typeof(CostLineForm), nameof(CostLineForm.CheckRate))]
    public decimal? Rate { get; set; }

    public Dictionary<string, string?> Supplied { get; set; } = [];

    public static ShareTrialLineForm Of(CostLine line, ShareLine? share) => new()
    {
        Id = line.Id,
        Quantity = line.Quantity is { } quantity ? quantity / 1.000m : null,
        UnitCost = line.UnitCost?.Yuan,
        LumpSum = line.LumpSum?.Yuan,
        Rate = line.Rate is { } rate ? rate / 1.0000m : null,
        Supplied = share is null ? [] : ShareLineForm.Of(share).Supplied,
    };

    public string? Contradiction => this switch
    {
        _ when (UnitCost is null ? 0 : 1) + (LumpSum is null ? 0 : 1) + (Rate is null ? 0 : 1) > 1 => "单价、总价和费率只填其一。",
        { Quantity: { } quantity, UnitCost: { } cost } when quantity * cost > SchemeItem.MostCost => "数量乘以单价过大，请检查单位。",
        _ => null,
    };
}

/// <summary>假设测算: the sheet as it stands, and as it would be.</summary>
public sealed record ShareTrial(ShareCheck Check, ShareTrialForm Form, ShareOutcome? Supposed)
{
    public ShareDifference Difference => new(Check.Outcome, Supposed!, "现在", "假设");

    public static ShareOutcome Work(ShareCheck check, ShareTrialForm form)
    {
        var typed = form.Lines.GroupBy(line => line.Id).ToDictionary(group => group.Key, group => group.First());
        var lines = check.CostSheet.Lines.Select(line => (Now: line, Then: CostFigures.Copy(line, check.CostSheet))).ToList();
        foreach (var (now, then) in lines)
        {
            if (typed.GetValueOrDefault(now.Id) is not { } line) continue;
            (then.Quantity, then.Rate) = (line.Quantity, line.Rate);
            (then.UnitCost, then.LumpSum) = (line.UnitCost is { } cost ? Money.FromYuan(cost) : null, line.LumpSum is { } sum ? Money.FromYuan(sum) : null);
        }

        CostFigures.Work(lines.Select(line => line.Then).ToList());
        var nowOf = lines.ToDictionary(line => line.Then.Id, line => line.Now);
        var households = form.HouseholdCount ?? check.HouseholdCount;
        var calculation = check.Calculation with { Common = check.Common with { HouseholdCount = households, Area = form.Area is { } metres ? Domain.Area.FromSquareMetres(metres) : check.Area } };
        var ruled = calculation.Rows(check.CostSheet.Lines, check.ChoiceOf).ToDictionary(row => row.Line.Id, row => row.Rule?.Item);
        return new ShareOutcome(calculation.Rows(lines.Select(line => line.Then), then => Taken(check.ChoiceOf(nowOf[then.Id]), ruled[nowOf[then.Id].Id], typed.GetValueOrDefault(nowOf[then.Id].Id))), households);
    }

    private static ShareChoice Taken(ShareChoice choice, CostRule? rule, ShareTrialLineForm? typed) =>
        typed is null ? choice : Supplied.Take(choice, rule, share => typed.Supplied.GetValueOrDefault(share.Payer));
}
