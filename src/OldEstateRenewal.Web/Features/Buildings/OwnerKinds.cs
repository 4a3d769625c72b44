using System.Text.RegularExpressions;
using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>What an owner is: said by how the dwelling is held, else by how the name ends.</summary>
public static partial class OwnerKinds
{
    private static readonly string[] endings =
    [
        "公司", "集团", "局", "厂", "学校", "小学", "中学", "大学", "学院", "幼儿园", "银行", "支行", "信用社", "医院", "卫生院", "中心", "委员会", "居委会", "村委会", "管委会", "研究所", "设计院",
        "供电所", "粮所", "税务所", "派出所", "供销社", "报社", "合作社", "总社", "联社", "分社", "商场", "商店", "宾馆", "饭店", "站", "办公室", "政府", "法院", "检察院", "工会", "协会", "基金会", "财政", "部", "矿", "企业", "工厂", "事务所",
        "党校", "公路段", "工务段", "建行", "工行", "农行",
    ];

    /// <summary>Kinds that also end names of three characters, which people's names hardly do: 国土局、棉纺厂、公路段.</summary>
    private static readonly string[] strongEndings = ["局", "厂", "所", "社", "站", "矿", "段", "校", "行"];

    /// <summary>原产权单位 makes a unit of whoever is named, 未售 and 已售未交付 a developer; otherwise the name tells.</summary>
    public static OwnerKind Of(UnitHolding holding, string name) => holding switch
    {
        UnitHolding.FormerEmployer => OwnerKind.Organisation,
        UnitHolding.Unsold or UnitHolding.SoldUndelivered => OwnerKind.Developer,
        _ => IsUnit(name) ? OwnerKind.Organisation : OwnerKind.Person,
    };

    /// <summary>Whether a unit is called so; people's names have two to four characters.</summary>
    public static bool IsUnit(string name) =>
        (name.Length > 3 && endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))) || (name.Length == 3 && strongEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))) || School().IsMatch(name);

    [GeneratedRegex("^[县市区]?[一二三四五六七八九十]+中$")]
    private static partial Regex School();
}
