using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Collecting;
using OldEstateRenewal.Web.Features.Disbursements;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>What contracts, funds and owners' payments say of projects at the end of a day.</summary>
/// <param name="Requests">Those that were not returned, by project.</param>
/// <param name="Acts">What was allotted to projects and still holds.</param>
/// <param name="Owners">Payments of the owners of all estates concerned.</param>
/// <param name="Arranged">资金安排数, by project.</param>
public sealed record MoneyRecord(ILookup<Guid, PaymentRequest> Requests, ILookup<Guid, FundingAct> Acts, IReadOnlyList<OwnerPayment> Owners, IReadOnlyDictionary<Guid, Money> Arranged, DateOnly On)
{
    private readonly Dictionary<Guid, OwnerPayment> byId = Owners.ToDictionary(payment => payment.Id);

    public IEnumerable<(string Key, FigurePair Pair)> Of(Project project, PlanAccount account)
    {
        yield return (IndicatorKeys.Investment, new FigurePair(account.Investment, WorkDone(project.Id)?.Yuan));
        yield return (IndicatorKeys.Received, new FigurePair(Arranged.TryGetValue(project.Id, out var arranged) ? arranged.Yuan : null, (Allotted(project.Id) + FromOwners(project)).Yuan));
        yield return (IndicatorKeys.Paid, new FigurePair(null, Paid(project.Id).Yuan));
    }

    /// <summary>累计完成工程量: the newest of each contract, added up; null where none was confirmed.</summary>
    private Money? WorkDone(Guid project)
    {
        var done = Requests[project].Where(request => request.Steps.Any(step => step.On <= On)).GroupBy(request => request.ContractId).Select(contract => contract.Max(request => request.WorkDone)).ToList();
        return done.Count == 0 ? null : done.Total();
    }

    private Money Paid(Guid project) => Requests[project].Where(request => request.Steps.Any(step => step.Kind == PaymentStepKind.Paid && step.On <= On)).Select(request => request.Amount - request.Retained).Total();

    private Money Allotted(Guid project) => Acts[project].Select(act => act.Kind == FundingActKind.Withdrawn ? -act.Amount : act.Amount).Total();

    private Money FromOwners(Project project)
    {
        var estates = project.Estates.Select(estate => estate.EstateId).ToHashSet();
        return ReceivedMoney.Sum(Owners.Where(payment => payment.ReceivedOn <= On && estates.Contains(payment.EstateId)), byId);
    }
}
