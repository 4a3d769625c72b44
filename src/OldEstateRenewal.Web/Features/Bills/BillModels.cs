using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using Estate = OldEstateRenewal.Web.Features.Estates.Estate;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>An estate's dwellings, by how far they have paid.</summary>
public sealed record BillEstate(Estate Estate, IReadOnlyList<BillRun> Runs, IReadOnlyCollection<DwellingBalance> Balances)
{
    public DwellingBalance Sum => Balances.Aggregate(DwellingBalance.Nothing, (sum, balance) => sum + balance);

    /// <summary>What is still asked for: what one has paid too much is nobody else's.</summary>
    public Money Owed => Balances.Aggregate(Money.Zero, (sum, balance) => sum + balance.Owed);

    public int Count(DwellingStanding standing) => Balances.Count(balance => balance.Standing == standing);
}

/// <summary>分户账单 of a project.</summary>
public sealed record BillIndex(Project Project, IReadOnlyList<BillEstate> Estates, ShareSheet? Sheet, IReadOnlyList<string> Against);

/// <summary>The form of a 试算.</summary>
/// <param name="Lines">What owners pay for and has not been billed everywhere.</param>
/// <param name="Billed">What has been, in words.</param>
/// <param name="Kinds">How many units there are of each kind.</param>
public sealed record BillEditor(Project Project, ShareSheet Sheet, IReadOnlyList<OwnersLine> Lines, IReadOnlyList<string> Billed, IReadOnlyDictionary<UnitKind, int> Kinds, BillForm Form, IReadOnlyList<string> Against)
{
    /// <summary>What was billed on other sheets: then the runs are of differences, and the whole sheet is billed at once.</summary>
    public IReadOnlyDictionary<Guid, BilledBefore> Before { get; init; } = new Dictionary<Guid, BilledBefore>();
}

/// <summary>One building in a run.</summary>
public sealed record BillBuilding(Guid Id, string Name, int Bills, Money Amount, DwellingBalance Balance, int Settled);

public sealed record BillRunPage(BillRun Run, ShareSheet Sheet, IReadOnlyList<PartWorking> Parts, IReadOnlyList<BillBuilding> Buildings, IReadOnlyList<(UnitKind Kind, int Count)> Kinds)
{
    public IReadOnlyList<string> AgainstIssue { get; init; } = [];

    public IReadOnlyList<string> AgainstWithdrawal { get; init; } = [];

    public BillIssueForm Issue { get; init; } = new();

    public string? Reason { get; init; }
}

/// <summary>A bill with its place, owners and kind.</summary>
public sealed record BillLine : IPlaced
{
    public required Bill Bill { get; init; }
    public required string Building { get; init; }
    public required int Entrance { get; init; }
    public required int Storey { get; init; }
    public required string Room { get; init; }
    public required int Position { get; init; }
    public required int Span { get; init; }
    public required UnitKind Kind { get; init; }
    public required IReadOnlyList<OwnerName> Owners { get; init; }
    public DwellingBalance Balance { get; init; } = DwellingBalance.Nothing;

    public string Place => $"{Building} {HouseholdWords.Place(Entrance, Room)}";

    public string MaskedOwners => string.Join("、", Owners.Select(owner => owner.Masked));

    public string OwnerNames => string.Join("、", Owners.Select(owner => owner.Name));
}

/// <summary>The households of a run, masked.</summary>
public sealed record BillList(BillRun Run, IReadOnlyList<BillLine> Lines, DwellingStanding? Standing, int Count, int Page, int LastPage)
{
    public Pages Pages(Func<int, string> link) => new(Page, LastPage, link);
}

/// <summary>楼盘表 of what is paid.</summary>
public sealed record BillGrid(BillRun Run, Guid BuildingId, string Building, IReadOnlyList<BillLine> Lines)
{
    public List<GridEntrance<BillLine>> Entrances => StoreyGrid.Of(Lines);
}

/// <summary>One household's bill.</summary>
public sealed record BillPage(BillRun Run, BillLine Line, IReadOnlyList<PartWorking> Parts, IReadOnlyList<BillRelief> Reliefs, IReadOnlyList<OtherBill> Others)
{
    public Bill Bill => Line.Bill;

    public IReadOnlyDictionary<string, string> SourceNames { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<PolicyAnswer<FundingSource>> Sources { get; init; } = [];

    public IReadOnlyList<string> AgainstRelief { get; init; } = [];

    public Money MostRelief { get; init; }

    public ReliefForm Relief { get; init; } = new() { ActId = Guid.CreateVersion7() };

    public bool IsRevoked(BillRelief relief) => Reliefs.Any(other => other.RevokesId == relief.Id);
}

/// <summary>Another issued bill of the same dwelling.</summary>
public sealed record OtherBill(Guid Id, string ProjectName, int RunNumber, Money Amount);
