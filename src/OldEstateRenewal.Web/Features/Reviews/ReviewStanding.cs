namespace OldEstateRenewal.Web.Features.Reviews;

public enum ReviewState
{
    /// <summary>审查中.</summary>
    Open,

    /// <summary>通过.</summary>
    Passed,

    /// <summary>退回.</summary>
    Returned,
}

/// <summary>How a review stands by what was said in it.</summary>
/// <param name="Review">The review with its opinions.</param>
/// <param name="Decision">The city's own decision; it goes before what the county wrote down of it.</param>
public sealed record ReviewStanding(Review Review, ReviewDecision? Decision)
{
    /// <summary>The last word of each body.</summary>
    public IReadOnlyDictionary<string, ReviewOpinion> Latest { get; } = Review.Opinions.GroupBy(opinion => opinion.Body).ToDictionary(group => group.Key, group => group.MaxBy(opinion => (opinion.RecordedAt, opinion.Id))!);

    public IReadOnlyList<string> Waiting => Review.Bodies.Where(body => !Latest.ContainsKey(body)).ToList();

    public IReadOnlyList<ReviewOpinion> Returns => Latest.Values.Where(opinion => opinion.Kind == OpinionKind.Return).ToList();

    public ReviewState State => Decision switch
    {
        { HasPassed: true } => ReviewState.Passed,
        { HasPassed: false } => ReviewState.Returned,
        null when Returns.Count > 0 => ReviewState.Returned,
        null when Waiting.Count == 0 && Review.HasProof => ReviewState.Passed,
        _ => ReviewState.Open,
    };

    public DateOnly? PassedOn => State != ReviewState.Passed ? null : Decision?.On ?? Latest.Values.Max(opinion => opinion.On);

    /// <summary>In one line: what was decided, or what is still missing.</summary>
    public string InWords => State switch
    {
        ReviewState.Passed when Decision is not null => $"{Decision.On:yyyy-MM-dd} 由{Decision.By}审查通过",
        ReviewState.Passed => $"{PassedOn:yyyy-MM-dd} {string.Join("、", Review.Bodies)}均同意",
        ReviewState.Returned when Decision is not null => $"{Decision.On:yyyy-MM-dd} 由{Decision.By}退回：{Decision.Reasons}",
        ReviewState.Returned => string.Join("；", Returns.Select(opinion => $"{opinion.Body} {opinion.On:yyyy-MM-dd} 退回：{opinion.Text}")),
        _ when Waiting.Count > 0 => $"尚缺{string.Join("、", Waiting)}的意见",
        _ => "意见已齐，签章的审查表扫描件未上传",
    };
}

public static class ReviewWords
{
    public static string Name(this ReviewKind kind) => kind == ReviewKind.County ? "部门联合审查" : "市级会审";

    public static string Name(this ReviewState state) => state switch { ReviewState.Passed => "通过", ReviewState.Returned => "退回", _ => "审查中" };

    public static string Css(this ReviewState state) => state switch { ReviewState.Passed => "good", ReviewState.Returned => "bad", _ => "warn" };

    public static string Name(this OpinionKind kind) => kind switch { OpinionKind.Agree => "同意", OpinionKind.AgreeWithRemarks => "同意，附意见", _ => "退回" };

    /// <summary>The word by which a gate names a review.</summary>
    public static ReviewKind? KindOf(string? rule) => rule switch { "county" => ReviewKind.County, "city" => ReviewKind.City, _ => null };
}
