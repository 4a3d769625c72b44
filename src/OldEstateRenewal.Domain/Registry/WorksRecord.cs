namespace OldEstateRenewal.Domain.Registry;

/// <summary>Under which programme earlier works were done (既往改造的类别).</summary>
public enum RenewalProgramme
{
    /// <summary>老旧小区改造.</summary>
    OldEstate,

    /// <summary>棚户区（危旧房）改造.</summary>
    ShantyTown,

    /// <summary>“三供一业”分离移交维修改造.</summary>
    UtilityTransfer,

    /// <summary>其他财政支持计划.</summary>
    OtherFiscal,

    /// <summary>专营单位改造.</summary>
    Utility,

    /// <summary>居民自筹.</summary>
    Residents,
}

/// <summary>The programmes in words.</summary>
public static class RenewalProgrammes
{
    /// <summary>The programme in Chinese.</summary>
    public static string Name(this RenewalProgramme programme) => programme switch
    {
        RenewalProgramme.OldEstate => "老旧小区改造",
        RenewalProgramme.ShantyTown => "棚户区改造",
        RenewalProgramme.UtilityTransfer => "三供一业改造",
        RenewalProgramme.OtherFiscal => "其他财政支持计划",
        RenewalProgramme.Utility => "专营单位改造",
        _ => "居民自筹改造",
    };
}

/// <summary>Works that were done, or planned elsewhere, before (既往改造): the record that later works are held against.</summary>
/// <param name="Id">The id of the record.</param>
/// <param name="Programme">Under which programme.</param>
/// <param name="Year">The year of the works or of the plan.</param>
public sealed record WorksRecord(Guid Id, RenewalProgramme Programme, int Year)
{
    /// <summary>The works item (a key of the section "works"), or null for the whole programme.</summary>
    public string? Item { get; init; }

    /// <summary>The item's name, or null.</summary>
    public string? ItemName { get; init; }

    /// <summary>Whether central money was in it (中央补助).</summary>
    public bool HasCentralMoney { get; init; }

    /// <summary>The buildings it was done on; null for the whole estate.</summary>
    public IReadOnlySet<Guid>? Buildings { get; init; }

    /// <summary>Where, in words: 3号楼, or the estate that has since been merged; null for the whole estate.</summary>
    public string? Where { get; init; }

    /// <summary>文号 of the plan or approval, or null.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Who recorded it and on which day, or null for one not saved yet.</summary>
    public string? Recorded { get; init; }

    /// <summary>The record in one line: 2019年三供一业改造（屋面防水；3号楼；晋政〔2019〕1号；王五 2026-11-21登记）.</summary>
    public string InWords
    {
        get
        {
            var more = new[] { ItemName ?? Item, Where, DocumentNumber, HasCentralMoney ? "有中央补助" : null, Recorded is null ? null : Recorded + "登记" }.OfType<string>().ToList();
            return $"{Year}年{Programme.Name()}{(more.Count == 0 ? "" : $"（{string.Join("；", more)}）")}";
        }
    }

    /// <summary>Whether both touch one building at least.</summary>
    public bool Overlaps(WorksRecord other) => Buildings is null || other.Buildings is null || Buildings.Overlaps(other.Buildings);
}
