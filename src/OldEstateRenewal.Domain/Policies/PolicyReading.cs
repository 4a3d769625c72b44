using System.Text.Json;

namespace OldEstateRenewal.Domain.Policies;

/// <summary>One reading of one policy file: who it is, and the mistakes found so far.</summary>
internal sealed class PolicyReading
{
    private readonly List<PolicyNode> nodes = [];
    private readonly List<PolicyProblem> problems = [];

    public static readonly JsonElement EmptyObject = JsonDocument.Parse("{}").RootElement;

    public string DocumentKey { get; set; } = "";

    public string DocumentName { get; set; } = "";

    public void Visit(PolicyNode node) => nodes.Add(node);

    public bool Note(string path, string value, string expected)
    {
        problems.Add(new PolicyProblem(path, value, expected));
        return false;
    }

    public void ThrowIfWrong()
    {
        problems.AddRange(nodes.SelectMany(node => node.UnknownNames()));
        if (problems.Count > 0) throw new PolicyFormatException(problems.Distinct().ToList());
    }
}
