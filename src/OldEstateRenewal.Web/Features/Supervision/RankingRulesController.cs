using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Supervision;

public sealed class RankingRuleForm
{
    /// <summary>The weight of each rate; empty where it does not count.</summary>
    public List<RankingWeightForm> Weights { get; set; } = [];

    [Range(0, 100, ErrorMessage = "表扬名额应在 {1} 至 {2} 之间。")]
    public int Top { get; set; }

    public bool PraisesAllDone { get; set; }

    [Range(0, 100, ErrorMessage = "通报名额应在 {1} 至 {2} 之间。")]
    public int Bottom { get; set; }

    public string? BelowRate { get; set; }

    [Range(1, 100, ErrorMessage = "界限应在 {1} 至 {2} 之间。")]
    public int? BelowPercent { get; set; }

    [StringLength(RankingRule.ReasonLength, ErrorMessage = "依据不超过 {1} 字。")]
    public string? Basis { get; set; }

    public static RankingRuleForm Of(RankingRule rule) => new()
    {
        Weights = Rates.All.Select(rate => new RankingWeightForm { Key = rate.Key, Weight = Array.IndexOf(rule.Keys, rate.Key) is >= 0 and var at ? rule.Weights[at] : null }).ToList(),
        Top = rule.Top,
        PraisesAllDone = rule.PraisesAllDone,
        Bottom = rule.Bottom,
        BelowRate = rule.BelowRate,
        BelowPercent = rule.BelowPercent,
        Basis = rule.Basis,
    };
}

public sealed class RankingWeightForm
{
    public string Key { get; set; } = "";

    [Range(0, 1000, ErrorMessage = "权重应在 {1} 至 {2} 之间。")]
    public int? Weight { get; set; }
}

public sealed record RankingRulePage(RankingRule Rule, RankingRuleForm Form);

/// <summary>排名办法 of a city: the newest holds, the earlier stay.</summary>
[Route("{county}/ranking-rules"), Requires(Duty.Supervise)]
public sealed class RankingRulesController(CurrentAccess access, CountyBook counties, CityDesk desk, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var rule = await counties.RuleAsync();
        return View(new RankingRulePage(rule, RankingRuleForm.Of(rule)));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(RankingRuleForm form)
    {
        var rule = RuleOf(form);
        foreach (var refusal in RankingCriterion.Refuse(rule.Criteria)) ModelState.AddModelError("", refusal);
        if ((form.BelowRate.OrNull() is null) != (form.BelowPercent is null)) ModelState.AddModelError(nameof(form.BelowPercent), "点名的比率和界限须一起填写。");
        if (form.BelowRate.OrNull() is { } below && Rates.Find(below) is null) ModelState.AddModelError(nameof(form.BelowRate), "请从列出的比率中选择。");
        if (!ModelState.IsValid) return Again("Index", new RankingRulePage(await counties.RuleAsync(), form));
        await desk.WriteAsync(async own =>
        {
            own.RankingRules.Add(rule);
            desk.Note(own, "RankingRuleSet", rule, rule.Id, "排名办法", rule.Basis);
            await own.SaveChangesAsync();
            return [];
        });
        Notice("排名办法已更新，以后的拟稿和排名按新办法；已印发的通报不变。");
        return Redirect($"{Home}/ranking-rules");
    }

    private RankingRule RuleOf(RankingRuleForm form)
    {
        var weights = form.Weights.Where(weight => weight.Weight > 0 && Rates.Find(weight.Key) is not null).DistinctBy(weight => weight.Key).ToList();
        return new RankingRule
        {
            TenantId = Access.Tenant.Id,
            Keys = weights.Select(weight => weight.Key).ToArray(),
            Weights = weights.Select(weight => weight.Weight!.Value).ToArray(),
            Lower = [],
            Top = form.Top,
            PraisesAllDone = form.PraisesAllDone,
            Bottom = form.Bottom,
            BelowRate = form.BelowRate.OrNull(),
            BelowPercent = form.BelowPercent,
            Basis = form.Basis.OrNull(),
            By = Access.UserName,
            ById = Access.UserId,
            At = time.GetUtcNow(),
        };
    }
}
