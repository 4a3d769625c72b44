using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Policies;

public sealed record PolicyIndex(PolicyView Today, IReadOnlyList<PolicyDocument> Others);

public sealed record PolicySheet(PolicyDocument Document, DateOnly Today);

/// <summary>A policy document as typed or pasted, and what is wrong with it.</summary>
public sealed record PolicyEditor(string? Json, IReadOnlyList<PolicyProblem> Problems);

/// <summary>The policies a tenant follows (政策依据): read, and entered as data.</summary>
[Route("{county}/policies"), Requires(Duty.ReadPolicies)]
public sealed partial class PoliciesController(CurrentAccess access, PortalDbContext db, PolicyShelf policies, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var today = await policies.TodayAsync();
        var own = today.Documents.Select(document => document.Key).ToHashSet();
        return View(new PolicyIndex(today, PolicyBook.Shipped.Documents.Where(document => !own.Contains(document.Key)).OrderBy(document => document.Key, StringComparer.Ordinal).ToList()));
    }

    [HttpGet("{key}")]
    public async Task<IActionResult> Show(string key)
    {
        var today = await policies.TodayAsync();
        var document = today.Documents.FirstOrDefault(document => document.Key == key) ?? PolicyBook.Shipped.Document(key);
        return document is null ? NotFound() : View(new PolicySheet(document, policies.Today));
    }

    [HttpGet("new"), Requires(Duty.EditPolicies)]
    public IActionResult New() => View(new PolicyEditor(null, []));

    [HttpPost(""), Requires(Duty.EditPolicies)]
    public async Task<IActionResult> Create(string? json, IFormFile? file)
    {
        var text = file is { Length: > 0 } ? await new StreamReader(file.OpenReadStream()).ReadToEndAsync() : json;
        var (document, problems) = Read(text, (await policies.TodayAsync()).Documents);
        if (document is null) return Again("New", new PolicyEditor(text, problems));
        var row = new PolicyFile { Key = document.Key, Json = text!, AddedBy = Access.UserName, AddedAt = time.GetUtcNow() };
        db.PolicyFiles.Add(row);
        audit.Add("PolicyFileAdded", row, document.Title);
        await db.SaveChangesAsync();
        Notice($"已录入《{document.Title}》。");
        return Redirect($"{Home}/policies/{document.Key}");
    }

    private (PolicyDocument? Document, IReadOnlyList<PolicyProblem> Problems) Read(string? text, IEnumerable<PolicyDocument> others)
    {
        if (string.IsNullOrWhiteSpace(text)) return (null, [new PolicyProblem("$", "（空）", "政策文件内容")]);
        if (text.Length > PolicyFile.MostCharacters) return (null, [new PolicyProblem("$", $"{text.Length} 字", $"不超过 {PolicyFile.MostCharacters} 字")]);
        if (Unkept().Match(text) is { Success: true } unkept) return (null, [new PolicyProblem("$", unkept.Value, "能保存的文字：不含 \\u0000；表情、生僻字请直接书写，不用 \\ud… 转义")]);
        try
        {
            var document = PolicyDocument.Parse(text);
            var problems = Mine(document, others).ToList();
            return problems.Count == 0 ? (document, []) : (null, problems);
        }
        catch (PolicyFormatException wrong)
        {
            return (null, wrong.Problems);
        }
    }

    /// <summary>A tenant speaks for itself: its own division and chain, and a key that no other document can have.</summary>
    private IEnumerable<PolicyProblem> Mine(PolicyDocument document, IEnumerable<PolicyDocument> others)
    {
        var chain = Access.Tenant.PolicyChain;
        if (document.Division.Key != chain[0]) yield return new PolicyProblem("$.division.key", document.Division.Key, $"本单位的代码 {chain[0]}");
        if (!document.Division.Above.SequenceEqual(chain.Skip(1))) yield return new PolicyProblem("$.division.above", string.Join("、", document.Division.Above), $"本单位的上级：{string.Join("、", chain.Skip(1))}");
        if (document.Key.Length > PolicyFile.KeyLength || !document.Key.StartsWith(chain[0] + "-", StringComparison.Ordinal) || !document.Key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            yield return new PolicyProblem("$.key", document.Key, $"以 {chain[0]}- 开头、不超过 {PolicyFile.KeyLength} 个的小写字母、数字和短横线，如 {chain[0]}-2026");
        if (PolicyBook.Shipped.Document(document.Key) is not null || others.Any(other => other.Key == document.Key && other.Division.Key != chain[0])) yield return new PolicyProblem("$.key", document.Key, "未被其他文件使用的代码");
    }

    /// <summary>Escapes of the character NUL, which the database cannot keep, and of half characters, which nobody can read.</summary>
    [GeneratedRegex(@"\\u(?:0000|[dD][89a-fA-F][0-9a-fA-F]{2})")]
    private static partial Regex Unkept();
}
