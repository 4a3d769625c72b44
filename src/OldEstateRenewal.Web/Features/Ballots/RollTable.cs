using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>名册 on paper: what the page shows, with room for nothing else.</summary>
public static class RollTable
{
    public static TableReport Of(RollPage page, Access access, DateTimeOffset at) => TableFile.Report<RollLineView>($"{page.Ballot.Estate!.Name} {page.Ballot.Name} 名册",
        [
            new("楼栋", 10, line => line.Building), new("房号", 12, line => line.Place), new("业主", 22, line => line.Owners), new("面积（㎡）", 12, line => line.Area?.SquareMetres), new("来源", 8, line => line.Source),
            new("用途", 8, line => line.Kind.Name()), new("权属", 14, line => line.Holding == UnitHolding.Owned ? null : line.Holding.Name()), new("立管", 8, line => line.Riser), new("计入", 18, line => line.Exclusion is null ? "计入" : $"不计入：{line.Exclusion}"),
        ],
        page.Lines, access, at, [page.IsFrozen ? $"于 {page.Ballot.OpenedAt?.ToChinaText()} 固定" : "公示稿，开始时固定", $"共 {page.Lines.Count} 套，计入 {page.Lines.Count(line => line.Exclusion is null)} 套"],
        [.. page.Bases.Select(basis => $"{basis.Rule} {basis.Heads}，面积 {basis.Area} ㎡。"), "业主姓名已隐去。对名册有异议的，请在公示期内向社区或住建局提出。"]);
}
