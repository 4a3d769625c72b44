using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What the pages call things.</summary>
public static class ImportWords
{
    public static string Name(this ImportKind kind) => kind switch
    {
        ImportKind.Estates => "小区",
        ImportKind.Buildings => "楼栋",
        _ => "房屋与业主",
    };

    public static string Name(this ImportState state) => state switch
    {
        ImportState.Uploaded => "等待读取",
        ImportState.Reading => "正在读取",
        ImportState.Read => "待核对",
        ImportState.Committing => "正在写入台账",
        ImportState.Committed => "已导入",
        ImportState.Undoing => "正在撤销",
        ImportState.Undone => "已撤销",
        ImportState.Failed => "未能读取",
        _ => "已放弃",
    };

    /// <summary>What an import did to an estate; taking it back does the contrary.</summary>
    public static string Touched(ImportEstate touched)
    {
        var (made, changed) = touched.IsUndoing ? ("撤去", "恢复") : ("新增", "修改");
        return string.Join("；", new (string Name, string Unit, int Made, int Changed)[]
        {
            ("小区", "个", touched.EstatesMade, touched.EstatesChanged), ("楼栋", "栋", touched.BuildingsMade, touched.BuildingsChanged), ("户", "户", touched.DwellingsMade, touched.DwellingsChanged),
        }.SelectMany(each => new[] { each.Made == 0 ? null : $"{made}{each.Name} {each.Made} {each.Unit}", each.Changed == 0 ? null : $"{changed}{each.Name} {each.Changed} {each.Unit}" }).OfType<string>());
    }

    public static string Css(this ImportState state) => state switch
    {
        ImportState.Committed => "good",
        ImportState.Failed => "bad",
        ImportState.Read => "warn",
        _ => "",
    };

    public static string Name(this ImportRowState state) => state switch
    {
        ImportRowState.New => "新增",
        ImportRowState.Changed => "有变化",
        ImportRowState.Same => "相同",
        ImportRowState.Open => "须确认",
        ImportRowState.Refused => "不能导入",
        _ => "不导入",
    };

    public static string Css(this ImportRowState state) => state switch
    {
        ImportRowState.New => "good",
        ImportRowState.Refused => "bad",
        ImportRowState.Changed or ImportRowState.Open => "warn",
        _ => "",
    };

    public static string Name(this ColumnDecision decision) => decision switch
    {
        ColumnDecision.Chosen => "您指定",
        ColumnDecision.Remembered => "以前指定",
        ColumnDecision.Alias => "按表头",
        ColumnDecision.Guess => "推测，请核对",
        _ => "未识别",
    };

    public static string Kind(string kind) => kind switch
    {
        nameof(UnitKind.Shop) => "商铺",
        nameof(UnitKind.Parking) => "车位",
        _ => "住宅",
    };

    public static string Holding(string holding) => holding switch
    {
        nameof(UnitHolding.FormerEmployer) => "原产权单位所有",
        nameof(UnitHolding.Unsold) => "建设单位未售",
        nameof(UnitHolding.SoldUndelivered) => "已售未交付",
        _ => "业主所有",
    };

    public static string? Occupancy(string? occupancy) => occupancy switch
    {
        nameof(Buildings.Occupancy.OwnerOccupied) => "自住",
        nameof(Buildings.Occupancy.Let) => "出租、出借",
        nameof(Buildings.Occupancy.Vacant) => "空置",
        _ => null,
    };
}
