namespace OldEstateRenewal.Domain.Planning;

/// <summary>What a person has said about a candidate before the selection is proposed (人工调整).</summary>
public enum HandPick
{
    /// <summary>由系统择优.</summary>
    None,

    /// <summary>必选.</summary>
    Mandatory,

    /// <summary>不选.</summary>
    Excluded,
}

/// <summary>A candidate as the selection sees it (参加择优的小区).</summary>
/// <param name="Id">The caller's id.</param>
/// <param name="Name">The estate's name, for the words.</param>
/// <param name="Score">Its score, not negative.</param>
/// <param name="Cost">The estimated investment (估算投资); null when nobody has estimated it.</param>
/// <param name="Households">Its households (户数); null when unknown.</param>
/// <param name="Hand">What a person has said about it.</param>
public sealed record SelectionOption(string Id, string Name, Fraction Score, Money? Cost, int? Households, HandPick Hand = HandPick.None);

/// <summary>What a selection may take at most (限额); null is no limit.</summary>
/// <param name="Budget">投资限额.</param>
/// <param name="Estates">小区个数.</param>
/// <param name="Households">户数.</param>
public sealed record SelectionLimit(Money? Budget, int? Estates, int? Households)
{
    /// <summary>The limits in words: 投资不超过 2000 万元、小区不超过 8 个.</summary>
    public string InWords => string.Join("、", new[]
    {
        Budget is { } budget ? $"投资不超过 {BestSelection.InTenThousands(budget)} 万元" : null,
        Estates is { } estates ? $"小区不超过 {estates} 个" : null,
        Households is { } households ? $"户数不超过 {households} 户" : null,
    }.OfType<string>()) is { Length: > 0 } words ? words : "不设限额";
}

/// <summary>The proposed selection (择优结果).</summary>
/// <param name="Chosen">The ids chosen, in the order of rank.</param>
/// <param name="Score">The sum of their scores, exact.</param>
/// <param name="LeftOut">Why each of the others is not chosen, by id.</param>
/// <param name="Problems">Why this is no selection: the mandatory ones alone break a limit, or cannot be held against it. Empty when it is one.</param>
public sealed record Selection(IReadOnlyList<string> Chosen, Fraction Score, IReadOnlyDictionary<string, string> LeftOut, IReadOnlyList<string> Problems)
{
    /// <summary>Whether no better one exists. False only where so many ways come out nearly alike that not all could be held against each other; it then says so.</summary>
    public bool IsProven { get; init; } = true;
}

/// <summary>
/// The best selection under limits (限额内择优): of all selections that keep every limit, the one with the greatest sum of scores, exact. Among equal sums the
/// one that takes the better ranked comes first: that which has the first estate in the order of rank where they differ.
/// </summary>
public static class BestSelection
{
    /// <summary>More candidates than this, of whom no person has said anything, are not chosen from at once.</summary>
    public const int MostOptions = 400;

    /// <summary>Finds the selection.</summary>
    /// <param name="ranked">The candidates in the order of rank.</param>
    /// <param name="limit">What may be taken at most.</param>
    public static Selection Find(IReadOnlyList<SelectionOption> ranked, SelectionLimit limit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ranked.Count(option => option.Hand == HandPick.None), MostOptions, nameof(ranked));
        var mandatory = ranked.Where(option => option.Hand == HandPick.Mandatory).ToList();
        var left = Left(mandatory, limit);
        var leftOut = new Dictionary<string, string>();
        var open = new List<SelectionOption>();
        foreach (var option in ranked.Where(option => option.Hand != HandPick.Mandatory))
        {
            if (WhyNot(option, limit, left) is { } why) leftOut[option.Id] = why;
            else open.Add(option);
        }

        var problems = Problems(mandatory, limit, left);
        var knapsack = new Knapsack(open, left);
        var best = problems.Count > 0 ? [] : knapsack.Best();
        foreach (var option in open.Where(option => !best.Contains(option.Id))) leftOut[option.Id] = "在限额内择优未选入";
        var chosen = ranked.Where(option => option.Hand == HandPick.Mandatory || best.Contains(option.Id)).ToList();
        return new Selection(chosen.Select(option => option.Id).ToList(), chosen.Aggregate(Fraction.Zero, (sum, option) => sum + option.Score), leftOut, problems) { IsProven = knapsack.IsProven };
    }

    /// <summary>What the limits leave after the mandatory ones; null where there is no limit.</summary>
    private static long?[] Left(List<SelectionOption> mandatory, SelectionLimit limit) =>
    [
        limit.Budget?.Fen - mandatory.Sum(option => option.Cost?.Fen ?? 0),
        limit.Estates - mandatory.Count,
        limit.Households - mandatory.Sum(option => (long)(option.Households ?? 0)),
    ];

    private static string? WhyNot(SelectionOption option, SelectionLimit limit, long?[] left)
    {
        if (option.Hand == HandPick.Excluded) return "人工调整为不选";
        if (limit.Budget is not null && option.Cost is null) return "没有估算投资，限额内择优时未计入";
        if (limit.Households is not null && option.Households is null) return "户数未知，限额内择优时未计入";
        if (option.Cost?.Fen > left[0]) return "估算投资超过余下的限额";
        return option.Households > left[2] ? "户数超过余下的限额" : null;
    }

    private static List<string> Problems(List<SelectionOption> mandatory, SelectionLimit limit, long?[] left)
    {
        var problems = new List<string>();
        if (limit.Budget is not null) problems.AddRange(mandatory.Where(option => option.Cost is null).Select(option => $"{option.Name}定为必选，但没有估算投资，不能与投资限额核对。"));
        if (limit.Households is not null) problems.AddRange(mandatory.Where(option => option.Households is null).Select(option => $"{option.Name}定为必选，但户数未知，不能与户数限额核对。"));
        if (left[0] < 0) problems.Add($"必选小区的估算投资已超过限额 {InTenThousands(Money.FromFen(-left[0]!.Value))} 万元。");
        if (left[1] < 0) problems.Add($"必选小区已比个数限额多 {-left[1]} 个。");
        if (left[2] < 0) problems.Add($"必选小区的户数已比限额多 {-left[2]} 户。");
        return problems;
    }

    internal static string InTenThousands(Money money) => (money.Yuan / 10_000m).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
