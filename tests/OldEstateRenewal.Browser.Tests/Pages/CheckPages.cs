namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>Spot checks and evaluations, of a city and of a county.</summary>
public static class CheckPages
{
    public static readonly IReadOnlyList<PortalPage> All =
    [
        new("spot-checks", "city@liaocheng", visit => visit.GoAsync("/liaocheng/spot-checks")),
        new("spot-checks-county", "bureau@donge", visit => visit.GoAsync("/donge/spot-checks")),
        new("spot-check-list-new", "city@liaocheng", visit => visit.GoAsync("/liaocheng/spot-checks/lists/new")),
        new("spot-check-list-open", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/spot-checks/lists/{CheckSeed.OpenList}")),
        new("spot-check-list", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/spot-checks/lists/{CheckSeed.List}")),
        new("spot-check-list-county", "bureau@donge", visit => visit.GoAsync($"/donge/spot-checks/lists/{CheckSeed.List}")),
        new("spot-check-lot", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/spot-checks/lots/{CheckSeed.Lot}")),
        new("spot-check-finding", "bureau@donge", visit => visit.GoAsync($"/donge/spot-checks/findings/{CheckSeed.Finding}")),
        new("spot-check-verdict", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/spot-checks/findings/{CheckSeed.Answered}")),
        new("evaluations", "city@liaocheng", visit => visit.GoAsync("/liaocheng/evaluations")),
        new("evaluations-county", "bureau@donge", visit => visit.GoAsync("/donge/evaluations")),
        new("evaluation-draft", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/evaluations/{CheckSeed.Draft}")),
        new("evaluation", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/evaluations/{CheckSeed.Evaluation}")),
        new("evaluation-review", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/evaluations/{CheckSeed.Evaluation}/reviews/donge")),
        new("evaluation-self", "bureau@donge", visit => visit.GoAsync($"/donge/evaluations/{CheckSeed.Unfilled}")),
        new("evaluation-county", "bureau@donge", visit => visit.GoAsync($"/donge/evaluations/{CheckSeed.Evaluation}")),
    ];
}
