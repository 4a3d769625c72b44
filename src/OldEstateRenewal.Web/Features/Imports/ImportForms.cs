using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>A file and what it is a list of.</summary>
public sealed class ImportForm
{
    public ImportKind? Kind { get; set; }

    /// <summary>The estate of rows that name none.</summary>
    public Guid? EstateId { get; set; }

    public IFormFile? File { get; set; }
}

/// <summary>What the user says about sheet, header and columns.</summary>
public sealed class MappingForm
{
    public int? Sheet { get; set; }

    public int? FirstHeaderRow { get; set; }

    public int? LastHeaderRow { get; set; }

    /// <summary>Column → name of a field; empty for 不导入.</summary>
    public Dictionary<string, string?> Columns { get; set; } = [];
}

/// <summary>What the user types in place of cells, and answers.</summary>
public sealed class CorrectionForm
{
    /// <summary>"12:3" (row from 1, column from 0) → text; empty changes nothing.</summary>
    public Dictionary<string, string?> Cells { get; set; } = [];

    /// <summary>Cells to be read as blank: "12:3".</summary>
    public List<string?> Blanks { get; set; } = [];

    public List<DecisionForm> Answers { get; set; } = [];
}

public sealed class DecisionForm
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}

public sealed class CommitForm
{
    public long Version { get; set; }

    /// <summary>Rows that cannot be imported are left out.</summary>
    public bool LeaveRefused { get; set; }
}
