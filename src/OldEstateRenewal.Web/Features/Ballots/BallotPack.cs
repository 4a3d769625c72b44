using System.Globalization;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>Dwellings as one walks past them.</summary>
public static class RollOrder
{
    public static IEnumerable<RollEntry> InOrder(this IEnumerable<RollEntry> entries) => entries.OrderBy(entry => Number(entry.Building)).ThenBy(entry => entry.Building, StringComparer.Ordinal)
        .ThenBy(entry => entry.Entrance).ThenBy(entry => entry.Storey).ThenBy(entry => entry.Position).ThenBy(entry => entry.Room, StringComparer.Ordinal);

    /// <summary>10号楼 comes after 9号楼; what has no number comes last.</summary>
    private static int Number(string building) => int.TryParse(building.AsSpan(0, building.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : building.Length), out var number) ? number : int.MaxValue;
}

/// <summary>A dwelling with its receipt code in clear, for print alone.</summary>
public sealed record PrintedUnit(RollEntry Entry, string Receipt);

/// <summary>
/// 票样: the papers of one building. Instruction sheet, a ballot for every dwelling that is counted, the list to sign, the roll for the notice board.
/// </summary>
/// <param name="LookUp">The address of the page that answers receipt codes.</param>
public sealed record BallotPack(Ballot Ballot, Tenant Tenant, string Building, IReadOnlyList<PrintedUnit> Units, IReadOnlyList<RollEntry> Excluded, string LookUp, DateTimeOffset MadeAt)
{
    // Three empty lines: room for a thumb.
    private const string Room = "　\n　\n　";

    public string Title => $"{Ballot.Estate!.Name}{Building}{Ballot.Name}票样";

    /// <summary>表决 or 征询: opinion is never called a vote.</summary>
    public string Act => Ballot.Matters.All(matter => matter.Question?.Rule.Item.Basis == ConsentBasis.Opinion) ? "征询" : "表决";

    /// <summary>第二轮表决票, 满意度征询票.</summary>
    public string SheetName => Ballot.Name.EndsWith(Act, StringComparison.Ordinal) ? $"{Ballot.Name}票" : $"{Ballot.Name}{Act}票";

    /// <summary>On every paper of a demonstration, so that none is taken for a real one.</summary>
    public string Demonstration => Tenant.IsDemonstration ? "演示，非真实信息" : "";

    /// <summary>As people read it, in two groups.</summary>
    public static string Grouped(string sheetCode) => $"{sheetCode[..4]} {sheetCode[4..]}";

    public PaperHead Head => new(Title, Tenant.Name, MadeAt.ToChina());

    public string ClosesAt => Ballot.ClosesAt!.Value.ToChina().ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    public void Draw(PdfPaper paper)
    {
        new InstructionSheet(this).Draw(paper);
        foreach (var unit in Units)
        {
            paper.NextPage();
            new BallotSheet(this, unit).Draw(paper);
        }

        paper.Add(Confirmation());
        paper.Add(NoticeRoll());
    }

    private TableReport<PrintedUnit> Confirmation() => new(
        [
            TableColumn.Serial<PrintedUnit>(),
            new TableColumn<PrintedUnit>("房号", 12, unit => unit.Entry.Place),
            new TableColumn<PrintedUnit>("业主", 19, unit => string.Join("、", unit.Entry.Owners.Select(owner => owner.Name))),
            new TableColumn<PrintedUnit>("票号", 14, unit => Grouped(unit.Entry.SheetCode)) { Alignment = ColumnAlignment.Center },
            new TableColumn<PrintedUnit>("签字", 19, _ => CellValue.Blank),
            new TableColumn<PrintedUnit>("手印", 14, _ => Room),
            new TableColumn<PrintedUnit>("日期", 12, _ => CellValue.Blank),
        ],
        Units)
    {
        Title = $"{Building}签字确认表",
        Subtitle = $"{Ballot.Estate!.Name}　{Ballot.Name}　{Demonstration}".TrimEnd(),
        Notes = [$"签字、按手印即确认：本户的{Act}票由本人（或持书面授权委托书的受托人）填写并交回。", "本表含业主姓名，由经办人保管，不得张贴。"],
        Source = Tenant.Name,
        MadeAt = MadeAt.ToChina(),
        Paper = PaperFile.Sheet with { Numbering = PageNumbering.Official, Margins = new PageMargins(18, 18, 24, 18), TextSize = 10.5 },
    };

    private TableReport<RollEntry> NoticeRoll() => new(
        [
            TableColumn.Serial<RollEntry>(),
            new TableColumn<RollEntry>("房号", 14, entry => entry.Place),
            new TableColumn<RollEntry>("业主（隐去姓名）", 22, entry => string.Join("、", entry.Owners.Select(owner => owner.Masked))),
            new TableColumn<RollEntry>("专有部分面积（㎡）", 14, entry => entry.Exclusion is null ? entry.Area.SquareMetres : CellValue.Blank) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum },
            new TableColumn<RollEntry>("面积来源", 10, entry => entry.AreaSource.Name()) { Alignment = ColumnAlignment.Center },
            new TableColumn<RollEntry>("备注", 16, entry => entry.Exclusion is not null ? "不计入" : entry.Holding == UnitHolding.Owned ? CellValue.Blank : entry.Holding.Name()),
        ],
        Units.Select(unit => unit.Entry).Concat(Excluded).InOrder())
    {
        Title = $"{Building}{Act}名册",
        Subtitle = $"{Ballot.Estate!.Name}　{Ballot.Name}　{Demonstration}".TrimEnd(),
        Notes = [$"计入 {Units.Count} 套{(Excluded.Count > 0 ? $"，不计入 {Excluded.Count} 套" : "")}。名册于 {Ballot.OpenedAt?.ToChinaText()} 固定，截止 {ClosesAt}。", "同一业主的几套房、建设单位未售的房屋，人数按规定合并计算，面积照实相加。"],
        Source = Tenant.Name,
        MadeAt = MadeAt.ToChina(),
        Paper = PaperFile.Sheet with { Numbering = PageNumbering.Official, Margins = new PageMargins(18, 18, 24, 18), TextSize = 10.5 },
    };
}
