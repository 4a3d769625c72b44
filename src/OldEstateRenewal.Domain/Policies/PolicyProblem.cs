namespace OldEstateRenewal.Domain.Policies;

/// <summary>One mistake in a policy file (政策文件的错误): where it is, what stands there and what was expected.</summary>
/// <param name="Path">The place in the file, such as "$.consent.scheme.approval.heads".</param>
/// <param name="Value">What stands there, cut to a readable length; "（缺）" when nothing does.</param>
/// <param name="Expected">What was expected, in Chinese.</param>
public sealed record PolicyProblem(string Path, string Value, string Expected)
{
    /// <summary>The mistake as one sentence.</summary>
    public override string ToString() => $"{Path}：现为 {Value}，应为{Expected}";
}

/// <summary>A policy file has mistakes and is not loaded; all of them are listed.</summary>
public sealed class PolicyFormatException(IReadOnlyList<PolicyProblem> problems)
    : Exception($"政策文件有 {problems.Count} 处错误：{string.Join("；", problems.Take(5))}")
{
    /// <summary>Every mistake found, in the order of the file.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; } = problems;
}
