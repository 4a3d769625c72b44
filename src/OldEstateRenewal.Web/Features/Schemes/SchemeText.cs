using System.Globalization;
using System.Text;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>The scheme in words (方案文本), for the notice board and for the ballot: made of what is in it, frozen when it is fixed.</summary>
public static class SchemeText
{
    public static string Of(SchemeCheck check)
    {
        var scheme = check.Scheme;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{scheme.Project!.Name}改造方案（{scheme.Name}）\n");
        text.Append(CultureInfo.InvariantCulture, $"改造范围：{string.Join("；", check.Estates.Select(Words))}。\n");
        foreach (var group in scheme.Items.OrderBy(item => item.Sequence).GroupBy(item => item.ClassName))
            text.Append(CultureInfo.InvariantCulture, $"{group.Key}内容：{string.Join("；", group.Select(item => Words(check, item)))}。\n");
        if (check.Total is { } total) text.Append(CultureInfo.InvariantCulture, $"估算投资：{total} 元。\n");
        if (Funding(check) is { Length: > 0 } funding) text.Append(CultureInfo.InvariantCulture, $"资金筹措：{funding}。\n");
        if (Management(check) is { Length: > 0 } management) text.Append(CultureInfo.InvariantCulture, $"改造后物业管理：{management}。\n");
        if (scheme.Designer is not null) text.Append(CultureInfo.InvariantCulture, $"设计单位：{scheme.Designer}。\n");
        if (scheme.Reason is not null) text.Append(CultureInfo.InvariantCulture, $"本版调整理由：{Plain(scheme.Reason)}。\n");
        return text.Length > Scheme.FrozenLength ? text.ToString(0, Scheme.FrozenLength) : text.ToString();
    }

    public static string Funding(SchemeCheck check) => string.Join("；", new[]
    {
        string.Join("、", check.Scheme.Sources.Select(key => check.View.Find(Domain.Policies.PolicySections.Funding, key)?.Item.Name ?? key)),
        Plain(check.Scheme.Funding),
    }.Where(part => part.Length > 0));

    public static string Management(SchemeCheck check) => string.Join("；", new[]
    {
        check.Managements.FirstOrDefault(mode => mode.Item.Key == check.Scheme.ManagementKey)?.Item.Name ?? "",
        Plain(check.Scheme.Management),
    }.Where(part => part.Length > 0));

    public static string Figure(decimal? quantity) => quantity?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static string Words(SchemeEstate estate) => estate.Name + (estate is { Buildings: { } buildings, Households: { } households } ? $"（{buildings}栋、{households}户{(estate.Area is { } area ? $"、{area}平方米" : "")}）" : "");

    private static string Words(SchemeCheck check, SchemeItem item)
    {
        var details = new[] { item.BuildingId is null && item.EstateId is null ? null : check.PlaceOf(item), item.Quantity is { } quantity ? $"{Figure(quantity)}{item.Unit}" : null, item.Remark is null ? null : Plain(item.Remark) }.OfType<string>().ToList();
        return item.Name + (details.Count == 0 ? "" : $"（{string.Join("，", details)}）");
    }

    private static string Plain(string? text) => (text ?? "").Trim().TrimEnd('。');
}
