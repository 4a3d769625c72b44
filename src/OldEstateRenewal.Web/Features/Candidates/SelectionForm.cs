using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Plans;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>Limits and hand picks, from which the selection is proposed; with a name it is saved.</summary>
public sealed class SelectionForm : IValidatableObject
{
    private const int MostCount = 1_000_000;
    private const decimal YuanPerTenThousand = 10_000m;

    public int? Year { get; set; }

    [StringLength(SelectionDraft.NameLength, ErrorMessage = "方案名称不超过 {1} 字。")]
    public string? Name { get; set; }

    /// <summary>万元.</summary>
    [CustomValidation(typeof(PlanEntryForm), nameof(PlanEntryForm.CheckInvestment))]
    public decimal? Budget { get; set; }

    [Range(0, MostCount, ErrorMessage = "小区个数应为 0 至 {2} 的整数。")]
    public int? MostEstates { get; set; }

    [Range(0, MostCount, ErrorMessage = "户数应为 0 至 {2} 的整数。")]
    public int? MostHouseholds { get; set; }

    [StringLength(SelectionDraft.NoteLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Note { get; set; }

    public List<HandForm> Hands { get; set; } = [];

    /// <summary>What the person has before the eyes: what is saved must be that.</summary>
    public string? Shown { get; set; }

    // Not public: what is posted is checked before anyone may calculate with it.
    internal SelectionLimit Limit => new(Budget is { } money ? Money.FromYuan(money * YuanPerTenThousand) : null, MostEstates, MostHouseholds);

    public HandForm? Hand(Guid estate) => Hands.FirstOrDefault(hand => hand.EstateId == estate);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var i = 0; i < Hands.Count; i++)
            if (Hands[i].Pick != HandPick.None && string.IsNullOrWhiteSpace(Hands[i].Reason)) yield return new ValidationResult($"定为“{Hands[i].Pick.Name()}”须写明理由。", [$"Hands[{i}].Reason"]);
    }
}

/// <summary>What a person says about one candidate.</summary>
public sealed class HandForm
{
    public Guid EstateId { get; set; }

    [EnumDataType(typeof(HandPick), ErrorMessage = "请选择列出的一种。")]
    public HandPick Pick { get; set; }

    [StringLength(SelectionEntry.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}
