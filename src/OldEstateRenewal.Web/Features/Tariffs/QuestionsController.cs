using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Notices;

namespace OldEstateRenewal.Web.Features.Tariffs;

/// <summary>What a resident of a county may ask: the documents' questions and answers, and what a year's water costs.</summary>
public sealed record QuestionsPage(PublicPolicies Policies, string? Volume, string? Wrong)
{
    private const string Answers = "问答";

    public IReadOnlyList<IGrouping<string, PolicyAnswer<PolicyStatement>>> Questions => Policies.View.All(PolicySections.Statements)
        .Where(statement => statement.Item.Category.EndsWith(Answers, StringComparison.Ordinal)).GroupBy(statement => statement.Item.Category).ToList();

    public IReadOnlyList<PolicyAnswer<Tariff>> Tariffs => Policies.View.All(PolicySections.Tariffs).ToList();

    /// <summary>What the volume comes to under a tariff, with its working; null where none was typed.</summary>
    public TariffBill? Bill(PolicyAnswer<Tariff> tariff) => Domain.CostSharing.Volume.TryParse(Volume, out var volume) ? Tariff.Bill(tariff, volume) : null;
}

/// <summary>常见问题与水价计算, open to anyone.</summary>
[Route("{place}/public/questions"), AllowAnonymous]
public sealed class QuestionsController(PublicBoard board) : Controller
{
    private const long MostHundredths = 10_000_000;

    [HttpGet("")]
    public async Task<IActionResult> Index(string place, string? volume)
    {
        if (await board.PoliciesAsync(place) is not { } policies) return NotFound();
        var typed = volume?.Trim() ?? "";
        var readable = Volume.TryParse(typed, out var read) && read.Hundredths <= MostHundredths;
        return View(new QuestionsPage(policies, readable ? typed : null, typed.Length == 0 || readable ? null : "请填写一年的用水量（㎥），0 至 100000，最多两位小数。"));
    }
}
