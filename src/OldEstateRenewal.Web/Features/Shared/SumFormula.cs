using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Web.Features.Shared;

/// <summary>The formula of a column that adds up columns whose headings come from data.</summary>
public static class SumFormula
{
    /// <summary>Null where the headings would not tell the columns apart: two alike, one with brackets in it, or one that another column of the table has.</summary>
    public static string? Of(IReadOnlyCollection<string> parts, IEnumerable<TableColumn> others)
    {
        var names = parts.Concat(others.Select(column => column.Header)).ToList();
        return parts.Count > 0 && names.Distinct().Count() == names.Count && parts.All(IsPlain) ? string.Join("+", parts.Select(part => $"[{part}]")) : null;
    }

    private static bool IsPlain(string heading) => heading.AsSpan().IndexOfAny('[', ']') < 0 && heading is [.., not ('?' or ':')];
}
