using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>A place of a storey on paper.</summary>
/// <param name="Left">How many places its dwelling takes from here on.</param>
public sealed record PaperPlace(string Text, int Left);

/// <summary>A storey as a row of paper: the cells of a stretch of places.</summary>
public sealed record StoreyLine(string Block, string Storey, IReadOnlyList<PaperPlace> Places);

/// <summary>楼盘表 on paper, a block for each entrance; owners masked. As a survey sheet: names in full, with room to write.</summary>
public static class BuildingTable
{
    /// <summary>More places than this do not fit on a line of A4 across.</summary>
    private const int MostPlaces = 10;
    private const int MostPlacesOfSurvey = 5;
    private const double StoreyWidth = 8;
    private const double CellsWidth = 96;

    public static TableReport<StoreyLine> Of(BuildingSheet sheet, bool survey, string tenantName, DateTimeOffset madeAt)
    {
        var lines = sheet.Entrances.SelectMany(entrance => Lines(entrance, survey)).ToList();
        var width = lines.Count == 0 ? 1 : lines.Max(line => line.Places.Count);
        var columns = new List<TableColumn<StoreyLine>> { new("层", StoreyWidth, line => line.Storey) { Alignment = ColumnAlignment.Center } };
        columns.AddRange(Enumerable.Range(0, width).Select(place => new TableColumn<StoreyLine>($"第 {place + 1} 户", CellsWidth / width, line => place < line.Places.Count ? line.Places[place].Text : "") { Alignment = survey ? ColumnAlignment.Left : ColumnAlignment.Center }));
        return new TableReport<StoreyLine>(columns, lines)
        {
            GroupOf = line => line.Block,
            // A joined flat goes on to the end of the stretch; in the next one it says whose it is.
            SpanOf = (line, column) => column == 0 || column > line.Places.Count ? 1 : Math.Min(line.Places[column - 1].Left, line.Places.Count - column + 1),
            Title = $"{sheet.EstateName} {sheet.Building.Name} {(survey ? "入户调查表" : "楼盘表")}",
            Subtitle = $"共 {sheet.Dwellings.Count} 套，{sheet.Area} 平方米",
            UnitLine = "单位：平方米",
            Notes = survey ? ["请在空白处填写或更正；居住状况在相应方框内打勾。本表含个人信息，用后交回。"] : ["业主姓名已隐去。面积依次以登记、测绘、合同为准。"],
            Source = $"资料来源：{tenantName}老旧小区改造台账",
            Author = tenantName,
            MadeAt = madeAt.ToChina(),
            Paper = PaperLayout.Landscape with { TextSize = width > 6 ? 8 : width > 4 ? 9 : 11, Numbering = PageNumbering.OfTotal, Margins = new PageMargins(20, 20, 20, 20) },
        };
    }

    private static IEnumerable<StoreyLine> Lines(GridEntrance<DwellingRow> entrance, bool survey)
    {
        var most = survey ? MostPlacesOfSurvey : MostPlaces;
        var name = HouseholdWords.EntranceName(entrance.Entrance);
        for (var first = 0; first < entrance.Width; first += most)
        {
            var block = entrance.Width <= most ? name : $"{name}（左起第 {first + 1} 至 {Math.Min(first + most, entrance.Width)} 户）";
            foreach (var storey in entrance.Storeys)
            {
                var cells = Places(storey, survey).Skip(first).Take(most).ToList();
                if (cells.Exists(cell => cell.Text.Length > 0)) yield return new StoreyLine(block, HouseholdWords.StoreyName(storey.Storey), cells);
            }
        }
    }

    private static IEnumerable<PaperPlace> Places(GridStorey<DwellingRow> storey, bool survey)
    {
        foreach (var slot in storey.Slots)
        {
            yield return new PaperPlace(slot.Item is null ? "" : survey ? SurveyCell(slot.Item) : Cell(slot.Item), slot.Span);
            for (var more = 1; more < slot.Span; more++) yield return new PaperPlace($"（{slot.Item?.Room} 打通）", slot.Span - more);
        }
    }

    private static string Cell(DwellingRow row) => string.Join('\n', new[]
    {
        row.Room + (row.Kind == UnitKind.Dwelling ? "" : $"（{row.Kind.Name()}）") + (row.Holding == UnitHolding.Owned ? "" : $"（{row.Holding.Short()}）"),
        row.MaskedOwners,
        $"{row.CountedArea}",
    }.Where(line => line.Length > 0));

    private static string SurveyCell(DwellingRow row) => string.Join('\n',
        $"{row.Room}{(row.Kind == UnitKind.Dwelling ? "" : $"（{row.Kind.Name()}）")}",
        $"业主：{row.OwnerNames}",
        "电话：",
        $"面积：{row.CountedArea}",
        string.Join(' ', Enum.GetValues<Occupancy>().Select(occupancy => (row.Occupancy == occupancy ? "■" : "□") + (occupancy == Occupancy.Let ? "出租" : occupancy.Name()))),
        "签字：");
}
