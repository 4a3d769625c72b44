namespace OldEstateRenewal.Domain.Supervision;

/// <summary>One thing that is scored (二级指标).</summary>
/// <param name="Key">Its key in the scheme.</param>
/// <param name="Name">Its name.</param>
/// <param name="Marks">The most it can earn (分值); above zero, at most two decimals.</param>
/// <param name="NeedsEvidence">Whether marks above zero need a paper as evidence (须附佐证材料).</param>
public sealed record EvaluationItem(string Key, string Name, decimal Marks, bool NeedsEvidence = false);

/// <summary>A group of items (一级指标).</summary>
public sealed record EvaluationGroup(string Name, IReadOnlyList<EvaluationItem> Items)
{
    /// <summary>The most the group can earn.</summary>
    public decimal Marks => Items.Sum(item => item.Marks);
}

/// <summary>
/// A sheet of evaluation (绩效评价表): groups of items whose marks sum exactly to the full marks, and the grades. 江西省 2022: 5 first-level and 18
/// second-level indicators.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="FullMarks">满分, mostly 100.</param>
/// <param name="Groups">The groups in printed order.</param>
/// <param name="Grades">The grades.</param>
/// <param name="BonusLimit">The most that bonuses together may add (加分上限); 0 for none.</param>
public sealed record EvaluationScheme(string Name, decimal FullMarks, IReadOnlyList<EvaluationGroup> Groups, GradeBands Grades, decimal BonusLimit = 0)
{
    /// <summary>All items in printed order.</summary>
    public IEnumerable<EvaluationItem> Items => Groups.SelectMany(group => group.Items);

    /// <summary>Everything that is wrong with the sheet, in Chinese sentences; empty when it can be used.</summary>
    public IReadOnlyList<string> Refuse()
    {
        var sum = Items.Sum(item => item.Marks);
        return
        [
            .. FullMarks <= 0 ? ["满分须大于 0。"] : Array.Empty<string>(),
            .. Groups.Where(group => group.Items.Count == 0).Select(group => $"“{group.Name}”下没有指标。"),
            .. Items.Where(item => item.Marks <= 0 || IsFiner(item.Marks)).Select(item => $"“{item.Name}”的分值须大于 0，最多两位小数。"),
            .. Items.GroupBy(item => item.Key).Where(same => same.Count() > 1).Select(same => $"指标“{same.Key}”重复。"),
            .. sum == FullMarks ? Array.Empty<string>() : [$"各项分值合计 {Text(sum)} 分，须等于满分 {Text(FullMarks)} 分（{(sum > FullMarks ? "多" : "少")} {Text(Math.Abs(sum - FullMarks))} 分）。"],
            .. BonusLimit < 0 || IsFiner(BonusLimit) ? ["加分上限不能为负数，最多两位小数。"] : Array.Empty<string>(),
            .. Grades.Refuse(),
        ];
    }

    /// <summary>Marks without trailing zeros: 12.5.</summary>
    internal static string Text(decimal marks) => marks.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    internal static bool IsFiner(decimal marks) => decimal.Round(marks, 2) != marks;
}
