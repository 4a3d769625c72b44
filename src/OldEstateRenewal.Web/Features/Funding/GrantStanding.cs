using OldEstateRenewal.Domain;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>What a payment takes of a grant; it is paid on a day, or stands asked and holds its money until it is paid or returned.</summary>
public sealed record GrantPayment(Guid ProjectId, Guid RequestId, Money Amount, DateOnly? PaidOn);

/// <summary>一笔资金的收支: what its acts that still hold, its payments and its uses come to.</summary>
public sealed record GrantStanding(FundingGrant Grant, IReadOnlyList<FundingAct> Acts, IReadOnlyList<GrantPayment> Payments, IReadOnlyList<FundingUse> Uses)
{
    public static GrantStanding Of(FundingGrant grant, IEnumerable<GrantPayment> payments, IEnumerable<FundingUse> uses)
    {
        var revoked = grant.Acts.Select(act => act.RevokesId).OfType<Guid>().ToHashSet();
        return new GrantStanding(grant, grant.Acts.Where(act => act.Kind != FundingActKind.Revoked && !revoked.Contains(act.Id)).OrderBy(act => act.On).ThenBy(act => act.At).ThenBy(act => act.Id).ToList(), payments.ToList(), uses.ToList());
    }

    public Money Applied => Sum(FundingActKind.Applied);

    /// <summary>Went back to whom it came from (上级收回): less is approved, and less received.</summary>
    public Money GivenBack => Acts.Where(act => act is { Kind: FundingActKind.Withdrawn, ProjectId: null }).Select(act => act.Amount).Total();

    public Money Approved => Sum(FundingActKind.Approved) - GivenBack;

    public Money Received => Sum(FundingActKind.Received) - GivenBack;

    /// <summary>批复未到位.</summary>
    public Money Receivable => Approved - Received;

    public Money Allotted => Sum(FundingActKind.Allotted) - Acts.Where(act => act is { Kind: FundingActKind.Withdrawn, ProjectId: not null }).Select(act => act.Amount).Total();

    /// <summary>到位未分配; below nothing where it was allotted ahead of its receipt.</summary>
    public Money Unallotted => Received - Allotted;

    public Money Paid => Payments.Where(payment => payment.PaidOn is not null).Select(payment => payment.Amount).Total();

    /// <summary>在途: asked for, not yet paid.</summary>
    public Money Held => Payments.Where(payment => payment.PaidOn is null).Select(payment => payment.Amount).Total();

    /// <summary>专户结余: received and not paid.</summary>
    public Money Left => Received - Paid;

    /// <summary>Of what is left, not held by payments that are asked for.</summary>
    public Money Free => Left - Held;

    public IReadOnlyList<Guid> Projects => Acts.Select(act => act.ProjectId).OfType<Guid>().Distinct().ToList();

    public Money AllottedTo(Guid project) => Acts.Where(act => act.ProjectId == project).Select(act => act.Kind == FundingActKind.Withdrawn ? -act.Amount : act.Amount).Total();

    public Money UsedBy(Guid project) => Uses.Where(use => use.ProjectId == project).Select(use => use.Amount).Total();

    public Money PaidFor(Guid project) => Payments.Where(payment => payment.ProjectId == project && payment.PaidOn is not null).Select(payment => payment.Amount).Total();

    public Money HeldFor(Guid project) => Payments.Where(payment => payment.ProjectId == project && payment.PaidOn is null).Select(payment => payment.Amount).Total();

    /// <summary>What a payment of the project may still take: of its allotment, and of what lies in the account.</summary>
    public Money AvailableFor(Guid project) => Least(AllottedTo(project) - PaidFor(project) - HeldFor(project), Free);

    /// <summary>What may be taken back from the project: neither paid, nor held, nor given a use.</summary>
    public Money WithdrawableFrom(Guid project)
    {
        var bound = PaidFor(project) + HeldFor(project);
        var used = UsedBy(project);
        return AllottedTo(project) - (used > bound ? used : bound);
    }

    /// <summary>What may go back to whom it came from.</summary>
    public Money WithdrawableWhole => Least(Unallotted, Free);

    public DateOnly? Last(FundingActKind kind) => Acts.Where(act => act.Kind == kind).Select(act => (DateOnly?)act.On).Max();

    private Money Sum(FundingActKind kind) => Acts.Where(act => act.Kind == kind).Select(act => act.Amount).Total();

    private static Money Least(Money one, Money other) => one < other ? one : other;
}
