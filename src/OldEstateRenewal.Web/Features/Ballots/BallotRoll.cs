using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Owners;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>A dwelling as the registry has it now, for a roll.</summary>
public sealed record RollLine(DwellingRow Dwelling, string Building, UnitRecord Record, string? Exclusion);

/// <summary>The roll in preparation, and what keeps it from being one.</summary>
public sealed record RollDraft(IReadOnlyList<RollLine> Lines)
{
    public IReadOnlyList<UnitRecord> Counted { get; } = Lines.Where(line => line.Exclusion is null).Select(line => line.Record).ToList();

    public IReadOnlyList<RollProblem> Problems => Roll.Check(Counted);
}

/// <summary>名册: read from the registry while it is prepared, written down when the ballot opens, read back from then on.</summary>
public sealed class BallotRoll(PortalDbContext db, PersonalData personal, CurrentAccess access, TimeProvider time)
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int ReceiptLetters = 26;

    /// <summary>The dwellings in the ballot's part of the estate as the registry has them now.</summary>
    public async Task<RollDraft> DraftAsync(Ballot ballot)
    {
        var buildings = await db.Buildings.AsNoTracking().Where(b => b.EstateId == ballot.EstateId && (ballot.BuildingId == null || b.Id == ballot.BuildingId)).ToDictionaryAsync(b => b.Id, b => (b.Name, b.Sequence));
        var ids = buildings.Keys.ToList();
        var dwellings = await DwellingRow.ReadAsync(db, db.Dwellings.Where(d => d.RemovedOn == null && ids.Contains(d.BuildingId) && (ballot.Entrance == null || d.Entrance == ballot.Entrance) && (ballot.Riser == null || d.Riser == ballot.Riser)));
        var excluded = await db.RollExclusions.AsNoTracking().Where(e => e.BallotId == ballot.Id).ToDictionaryAsync(e => e.DwellingId, e => e.Reason);
        return new RollDraft(dwellings.OrderBy(d => buildings[d.BuildingId].Sequence).ThenBy(d => d.Entrance).ThenBy(d => d.Storey).ThenBy(d => d.Position).ThenBy(d => d.Room, StringComparer.Ordinal)
            .Select(d => new RollLine(d, buildings[d.BuildingId].Name, RollRecords.Of(buildings[d.BuildingId].Name, d), excluded.GetValueOrDefault(d.Id))).ToList());
    }

    /// <summary>The frozen roll as it stands now, with the differences that persons have accepted.</summary>
    public async Task<List<RollEntry>> FrozenAsync(Guid ballotId) =>
        (await db.RollEntries.AsNoTracking().Standing(db).Where(e => e.BallotId == ballotId).ToListAsync()).InOrder().ToList();

    /// <summary>Writes the roll down, with a sheet code and a receipt code for each dwelling.</summary>
    public IReadOnlyList<RollEntry> Freeze(Ballot ballot, RollDraft draft)
    {
        var codes = new HashSet<string>();
        var entries = draft.Lines.Where(line => line.Dwelling.CountedArea is not null).Select(line => Entry(ballot, line, SheetCode(codes), null)).ToList();
        db.RollEntries.AddRange(entries);
        return entries;
    }

    /// <summary>The entry that takes the place of an earlier one: same codes, the registry's present figures.</summary>
    public RollEntry Amend(Ballot ballot, RollEntry earlier, RollLine line) => Entry(ballot, line, earlier.SheetCode, earlier);

    /// <summary>An entry that takes the place of an earlier one and says the same.</summary>
    public RollEntry Copy(RollEntry earlier) => earlier.Next(access.Value.UserName, time.GetUtcNow());

    /// <summary>SHA-256 of what is frozen: text, matters with their rules, roll.</summary>
    public static byte[] Hash(Ballot ballot, IEnumerable<BallotMatter> matters, IEnumerable<RollEntry> entries) => SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        ballot.Id,
        ballot.Name,
        ballot.Text,
        Matters = matters.OrderBy(m => m.Sequence).Select(m => new { m.Id, m.Title, m.Frozen }),
        Roll = entries.OrderBy(e => e.Id).Select(e => new { e.Id, e.DwellingId, e.UnitKey, Area = e.Area.Hundredths, e.AreaSource, e.Kind, e.Holding, e.Riser, e.Inhabited, e.OwnersJson, e.Exclusion }),
    })));

    private RollEntry Entry(Ballot ballot, RollLine line, string sheetCode, RollEntry? earlier)
    {
        var (dwelling, tenant) = (line.Dwelling, access.Value.Tenant.Id);
        var receipt = earlier is null ? Random(ReceiptLetters) : null;
        return new RollEntry
        {
            BallotId = ballot.Id,
            EstateId = ballot.EstateId,
            DwellingId = dwelling.Id,
            SupersedesId = earlier?.Id,
            BuildingId = dwelling.BuildingId,
            Building = line.Building,
            Entrance = dwelling.Entrance,
            Storey = dwelling.Storey,
            Room = dwelling.Room,
            Position = dwelling.Position,
            Span = dwelling.Span,
            Riser = dwelling.Riser,
            Kind = dwelling.Kind,
            Holding = dwelling.Holding,
            Area = dwelling.CountedArea!.Value,
            AreaSource = dwelling.CountedSource!.Value,
            Inhabited = dwelling.Occupancy != Occupancy.Vacant,
            OwnersJson = JsonSerializer.Serialize(dwelling.Owners.Select(owner => new RollOwner(owner.Id, owner.Name, owner.Kind))),
            Exclusion = line.Exclusion,
            SheetCode = sheetCode,
            ReceiptCode = earlier?.ReceiptCode ?? personal.Seal(tenant, PersonalField.Receipt, receipt)!,
            ReceiptMark = earlier?.ReceiptMark ?? personal.Mark(tenant, PersonalField.Receipt, receipt)!,
            By = access.Value.UserName,
            At = time.GetUtcNow(),
        };
    }

    /// <summary>Seven digits and one that catches a slip of the finger.</summary>
    private static string SheetCode(HashSet<string> used)
    {
        while (true)
        {
            var digits = string.Concat(Enumerable.Range(0, RollEntry.SheetCodeLength - 1).Select(_ => (char)('0' + RandomNumberGenerator.GetInt32(10))));
            if (used.Add(digits)) return digits + CheckDigit(digits);
        }
    }

    /// <summary>As in ISO 7064 mod 11,10: finds every wrong digit and every swapped pair.</summary>
    public static char CheckDigit(string digits)
    {
        var check = digits.Aggregate(10, (sum, digit) => (sum + digit - '0') % 10 is var part && part == 0 ? 10 * 2 % 11 : part * 2 % 11);
        return (char)('0' + (11 - check) % 10);
    }

    private static string Random(int letters) => string.Concat(Enumerable.Range(0, letters).Select(_ => Letters[RandomNumberGenerator.GetInt32(Letters.Length)]));
}
