using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>录入的内容: what can be typed into the cells of the 楼盘表.</summary>
public enum GridField
{
    RegisteredArea,
    MeasuredArea,
    ContractArea,
    Owners,
    Occupancy,
    Holding,
    Kind,
    Riser,
}

/// <summary>One changed cell.</summary>
public sealed record GridChange(Dwelling Dwelling, long Version, GridField Field, string Typed);

/// <summary>What stands in a cell, what may stand there, and how it is written back.</summary>
public static class GridCells
{
    private const int MostOwners = 10;
    private static readonly char[] separators = ['、', '，', ',', '；', ';'];

    public static string Label(this GridField field) => field switch
    {
        GridField.RegisteredArea => "登记面积（㎡）",
        GridField.MeasuredArea => "测绘面积（㎡）",
        GridField.ContractArea => "合同面积（㎡）",
        GridField.Owners => "业主姓名",
        GridField.Occupancy => "居住状况",
        GridField.Holding => "权属状态",
        GridField.Kind => "种类",
        _ => "立管",
    };

    /// <summary>The values to choose from with their words; null where one types.</summary>
    public static IReadOnlyList<(string Value, string Text)>? Choices(this GridField field) => field switch
    {
        GridField.Occupancy => [("", ""), .. Enum.GetValues<Occupancy>().Select(value => ($"{value}", value.Name()))],
        GridField.Holding => [.. Enum.GetValues<UnitHolding>().Select(value => ($"{value}", value.Name()))],
        GridField.Kind => [.. Enum.GetValues<UnitKind>().Select(value => ($"{value}", value.Name()))],
        _ => null,
    };

    public static bool IsArea(this GridField field) => field is GridField.RegisteredArea or GridField.MeasuredArea or GridField.ContractArea;

    public static string Read(DwellingRow row, GridField field) => field switch
    {
        GridField.RegisteredArea => $"{row.RegisteredArea}",
        GridField.MeasuredArea => $"{row.MeasuredArea}",
        GridField.ContractArea => $"{row.ContractArea}",
        GridField.Owners => row.OwnerNames,
        GridField.Occupancy => $"{row.Occupancy}",
        GridField.Holding => $"{row.Holding}",
        GridField.Kind => $"{row.Kind}",
        _ => row.Riser ?? "",
    };

    /// <summary>The word a person reads for what stands in a cell.</summary>
    public static string InWords(GridField field, string value) => value.Length == 0 ? "（空）" : field.Choices()?.FirstOrDefault(choice => choice.Value == value).Text ?? value;

    /// <summary>What is wrong with what was typed, or null.</summary>
    public static string? Problem(GridField field, string typed) => field switch
    {
        _ when typed.Contains('\0', StringComparison.Ordinal) => "含有无法保存的字符。",
        _ when field.IsArea() => typed.Length == 0 || AreaText.Read(typed) is not null ? null : AreaText.Hint,
        GridField.Owners => OwnersProblem(Names(typed)),
        GridField.Riser => typed.Length <= Dwelling.RiserLength ? null : $"立管不超过 {Dwelling.RiserLength} 字。",
        _ => field.Choices()!.Any(choice => choice.Value == typed) ? null : "请选择列出的值。",
    };

    public static List<string> Names(string typed) => [.. typed.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    public static void Write(Dwelling dwelling, GridField field, string typed)
    {
        switch (field)
        {
            case GridField.RegisteredArea: dwelling.RegisteredArea = AreaText.Read(typed); break;
            case GridField.MeasuredArea: dwelling.MeasuredArea = AreaText.Read(typed); break;
            case GridField.ContractArea: dwelling.ContractArea = AreaText.Read(typed); break;
            case GridField.Occupancy: dwelling.Occupancy = typed.Length == 0 ? null : Enum.Parse<Occupancy>(typed); break;
            case GridField.Holding: dwelling.Holding = Enum.Parse<UnitHolding>(typed); break;
            case GridField.Kind: dwelling.Kind = Enum.Parse<UnitKind>(typed); break;
            case GridField.Riser: dwelling.Riser = typed.OrNull(); break;
            default: throw new ArgumentOutOfRangeException(nameof(field), field, "Owners are rows of their own.");
        }
    }

    private static string? OwnersProblem(List<string> names) =>
        names.Count > MostOwners ? $"业主不超过 {MostOwners} 人。"
        : names.Any(name => name.Length > Owner.NameLength) ? $"姓名不超过 {Owner.NameLength} 字。"
        : null;
}
