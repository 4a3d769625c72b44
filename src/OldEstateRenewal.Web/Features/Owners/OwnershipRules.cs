using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>What keeps a change of owners from being entered: field and message, all at once.</summary>
public static class OwnershipRules
{
    public static IEnumerable<(string Field, string Text)> Problems(Dwelling dwelling, OwnershipChangeForm form, IReadOnlyList<IReadOnlyList<Namesake>> namesakes, DateOnly today)
    {
        if (form.Kind == OwnershipEnding.Merger) yield return (nameof(form.Kind), "请选择是转移还是更正。");
        if (form.On > today) yield return (nameof(form.On), "取得日期不能晚于今天。");
        if (form is { Kind: OwnershipEnding.Transfer, On: null }) yield return (nameof(form.On), "请填写取得日期。");
        var latest = dwelling.Ownerships.Where(o => o.UntilOn is null).Max(o => o.FromOn);
        if (form.Kind == OwnershipEnding.Transfer && form.On < latest) yield return (nameof(form.On), $"现业主自 {latest:yyyy-MM-dd} 起取得，变更不能早于这一天；如那一天有误，请先更正。");
        if (form.Kind == OwnershipEnding.Correction && form.Remark.OrNull() is null) yield return (nameof(form.Remark), "请写明原来错在哪里。");
        if (form.Kind == OwnershipEnding.Transfer && form.Holding is UnitHolding.Owned or UnitHolding.FormerEmployer && form.Owners.All(owner => owner.IsBlank)) yield return ("Owners[0].Name", "请填写变更后的业主。");
        for (var i = 0; i < form.Owners.Count; i++)
        {
            var (entry, alike) = (form.Owners[i], namesakes[i]);
            if (entry.IsBlank && (entry.Phone.OrNull() ?? entry.IdNumber.OrNull() ?? entry.Share.OrNull()) is not null) yield return ($"Owners[{i}].Name", "请填写姓名或单位名称。");
            if (!entry.IsBlank && alike.Count > 0 && entry.Same != OwnerEntry.Another && alike.All(known => $"{known.Id}" != entry.Same)) yield return ($"Owners[{i}].Same", "本小区已有可能是同一人的业主，请选择。");
            else if (entry.Same is { Length: > 0 } and not OwnerEntry.Another && alike.Count == 0) yield return ($"Owners[{i}].Same", "请重新选择。");
        }
    }
}
