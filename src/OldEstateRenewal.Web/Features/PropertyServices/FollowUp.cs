using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.PropertyServices;

/// <summary>What is known of an estate after its renewal.</summary>
/// <param name="RenewedOn">The day of its acceptance; null while it is not accepted.</param>
public sealed record AftercareCase(Guid EstateId, string Estate, string? Street, DateOnly? RenewedOn, IReadOnlyList<PropertyService> Services, FundBalance? Fund);

/// <summary>跟进事项 of one estate, with the clause that asks for it.</summary>
public sealed record FollowUp(AftercareCase Case, PolicyAnswer<AftercareRule> Rule, DateOnly DueOn, DateOnly? DoneOn, string Words, DateOnly Today)
{
    private const int AmberDays = 30;

    public DueState State => DueState.Of(DueOn, DoneOn, Today);

    public bool IsOpen => State.Kind is DueKind.Ahead or DueKind.Today or DueKind.Overdue;

    public Light Light => State switch { { Kind: DueKind.Done or DueKind.DoneLate } => Light.Done, { Kind: DueKind.Overdue } => Light.Red, { Days: <= AmberDays } => Light.Amber, _ => Light.Green };

    /// <summary>Everything that the policies ask for after the works of one estate.</summary>
    public static IEnumerable<FollowUp> Of(AftercareCase known, IEnumerable<PolicyAnswer<AftercareRule>> rules, DateOnly today) => rules.SelectMany(rule => rule.Item.Kind switch
    {
        AftercareKind.Arrange => Arranged(known, rule, today),
        AftercareKind.Reselect => Followed(known, rule, today, service => service.Decision == PropertyDecision.Appointed ? service.FromOn : null, next => next.Decision != PropertyDecision.Appointed, "由指定转为选聘"),
        AftercareKind.Trial => Followed(known, rule, today, service => service.TrialUntil, next => next.TrialUntil is null, "试用期满"),
        _ => Fund(known, rule, today),
    });

    private static IEnumerable<FollowUp> Arranged(AftercareCase known, PolicyAnswer<AftercareRule> rule, DateOnly today)
    {
        if (known.RenewedOn is not { } renewed) yield break;
        var current = PropertyService.Current(known.Services, today);
        var ended = known.Services.Where(service => service.FromOn <= today && service.EndedOn <= today).Max(service => service.EndedOn);
        var start = current is null && ended > renewed ? ended.Value : renewed;
        DateOnly? done = current is null ? null : known.Services.Min(service => service.FromOn) is var first && first > renewed ? first : renewed;
        yield return new FollowUp(known, rule, rule.Item.DueOn(start), done, current is null ? (ended is null ? "验收后没有物业管理" : $"{ended:yyyy-MM-dd} 起无人管理") : $"{current.Mode}：{current.Firm}", today);
    }

    /// <summary>What a service asks for some time after it began, until another one answers it.</summary>
    private static IEnumerable<FollowUp> Followed(AftercareCase known, PolicyAnswer<AftercareRule> rule, DateOnly today, Func<PropertyService, DateOnly?> start, Func<PropertyService, bool> answers, string words)
    {
        var services = known.Services.OrderBy(service => (service.FromOn, service.RecordedAt, service.Id)).ToList();
        for (var i = 0; i < services.Count; i++)
        {
            if (start(services[i]) is not { } from) continue;
            var due = rule.Item.DueOn(from);
            // One that was ended, or replaced by another of its kind, before it was due asks for nothing any more.
            if (services[i].EndedOn < due) continue;
            var next = services.Skip(i + 1).FirstOrDefault();
            if (next is not null && !answers(next) && next.FromOn < due) continue;
            yield return new FollowUp(known, rule, due, services.Skip(i + 1).FirstOrDefault(answers)?.FromOn, $"{words}：{services[i].Firm}（{services[i].FromOn:yyyy-MM-dd}起）", today);
        }
    }

    private static IEnumerable<FollowUp> Fund(AftercareCase known, PolicyAnswer<AftercareRule> rule, DateOnly today)
    {
        if (known.Fund is { } fund && rule.Item.Fund(fund.Balance, fund.FirstPayment) is { Outcome: Outcome.Failed } low) yield return new FollowUp(known, rule, rule.Item.DueOn(fund.StatedOn), null, low.Working[..low.Working.LastIndexOf(" → ", StringComparison.Ordinal)], today);
    }
}

/// <summary>改造后管理 of the county.</summary>
/// <param name="Renewed">The estates whose acceptance is done.</param>
/// <param name="Managed">Those of them with property service today.</param>
public sealed record AftercareBoard(IReadOnlyList<AftercareCase> Renewed, IReadOnlyList<AftercareCase> Managed, IReadOnlyList<FollowUp> FollowUps, DateOnly Today)
{
    /// <summary>物业管理覆盖率; null while nothing is renewed.</summary>
    public Domain.Fraction? Coverage => Renewed.Count == 0 ? null : new Domain.Fraction(Managed.Count, Renewed.Count);

    /// <summary>“有新貌、无人管”的比例.</summary>
    public Domain.Fraction? Unmanaged => Coverage is { } coverage ? Domain.Fraction.One - coverage : null;

    public IEnumerable<FollowUp> Open => FollowUps.Where(followUp => followUp.IsOpen);
}
