using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>
/// The verdicts of a list. Estates about which the same is known get the same verdict, so it is worked out once for each such kind and
/// kept as long as the policies of that day are.
/// </summary>
public static class EstateVerdicts
{
    private const int MostKinds = 10_000;
    private static readonly ConditionalWeakTable<PolicyView, ConcurrentDictionary<string, EligibilityVerdict?>> known = [];

    public static EligibilityVerdict? VerdictOf(this PolicyView policies, EstateRow row)
    {
        var kinds = known.GetOrCreateValue(policies);
        if (kinds.Count > MostKinds) kinds.Clear();
        return kinds.GetOrAdd(Kind(row), static (_, asked) => asked.policies.VerdictOf(EligibilityRules.PlanEntry, Facts(asked.row)), (policies, row));
    }

    private static EstateFacts Facts(EstateRow row) => EstateJudgement.Facts(
        row.Name, row.BuiltYears, row.Buildings, row.Land, row.Place, FactsOf(row.Known), (row.BuildingYears ?? []).Select((year, index) => ($"{index + 1}", year)).ToList());

    private static Dictionary<string, bool?> FactsOf(string? known) =>
        (known ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToDictionary(fact => fact[..^1], fact => (bool?)(fact[^1] == '+'));

    private static string Kind(EstateRow row) => new StringBuilder()
        .AppendJoin(',', row.BuiltYears).Append('|').AppendJoin(',', row.BuildingYears ?? []).Append('|').Append(row.Land).Append('|').Append(row.Place).Append('|').Append(row.Known).ToString();
}
