using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Features.Identity;

namespace OldEstateRenewal.Web.Features.EarlierWorks;

/// <summary>A surveyed answer held against the records: proof, contradiction, or a record that nobody has answered to yet.</summary>
public sealed record FactProof(string Fact, bool? Answer, WorksHistory? History)
{
    public IReadOnlyList<Neighbour> Neighbours { get; init; } = [];

    /// <summary>What answers the fact with yes, in words.</summary>
    public IEnumerable<string> Records => Fact == HistoryFacts.Adjoining
        ? Neighbours.Select(neighbour => $"与{neighbour.Name}相邻（{neighbour.Reason}；{neighbour.RecordedBy}登记）")
        : (History?.ProofOf(Fact) ?? []).Select(record => record.InWords);

    public IEnumerable<WorksRecord> Related => History?.RelatedTo(Fact) ?? [];
}
