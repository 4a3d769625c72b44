using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Collecting;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Collecting;

public sealed class BankFileForm
{
    public IFormFile? File { get; set; }

    /// <summary>Where a person said which column is which; -1 for none.</summary>
    public Dictionary<BankColumn, int?> Columns { get; set; } = [];

    /// <summary>The columns are to be chosen anew, whatever was recognised or remembered.</summary>
    public bool ChooseAgain { get; set; }

    public IReadOnlyDictionary<BankColumn, int> Chosen => Columns.Where(column => column.Value is not null).ToDictionary(column => column.Key, column => column.Value!.Value);
}

/// <param name="Asked">The columns that are to be chosen; null while nothing is unsure.</param>
public sealed record BankFileEditor(BankFileForm Form, BankColumns? Asked);

/// <summary>A line with what it was matched to now, and what of it is booked already.</summary>
public sealed record BankLineView(BankLine Line, BankMatch? Match, Money Booked)
{
    public Money Left => Line.Amount - Booked;
}

public enum BankTab
{
    Sure,
    Near,
    None,
    Booked,
    Repeated,
    Aside,
}

public sealed record BankFilePage(BankFile File, IReadOnlyList<BankLineView> All, BankTab Tab, IReadOnlyList<BankLineView> Shown, Pages Pages)
{
    public IReadOnlyList<BankLineView> Of(BankTab tab) => All.Where(view => TabOf(view) == tab).ToList();

    public static BankTab TabOf(BankLineView view) => view switch
    {
        { Line.State: BankLineState.Booked } => BankTab.Booked,
        { Line.State: BankLineState.Repeated } => BankTab.Repeated,
        { Line.State: BankLineState.SetAside } => BankTab.Aside,
        { Match.Kind: MatchKind.Sure } => BankTab.Sure,
        { Match.Kind: MatchKind.Near } => BankTab.Near,
        _ => BankTab.None,
    };

    public static string Name(BankTab tab) => tab switch { BankTab.Sure => "建议入账", BankTab.Near => "相近", BankTab.None => "无线索", BankTab.Booked => "已入账", BankTab.Repeated => "重复", _ => "不属缴款" };

    public Money Total(BankTab tab) => Of(tab).Aggregate(Money.Zero, (sum, view) => sum + (tab is BankTab.Sure or BankTab.Near or BankTab.None ? view.Left : view.Line.Amount));

    /// <summary>What stands on the list of proposals, so that nothing else is booked than what was seen.</summary>
    public string Seen => BankFileService.Seal(Of(BankTab.Sure));
}

/// <summary>One line booked by hand, or out of the proposals.</summary>
public sealed record BankBooking(Guid ActId, BankLine Line, Guid EstateId, Guid BuildingId, Guid DwellingId, Money Amount, DateOnly Day)
{
    /// <summary>A proposal: new, and exactly what is owed.</summary>
    public bool IsExact { get; init; }
    public string? Remark { get; init; }
    public bool MayExceed { get; init; }
}

public sealed class BankLineForm
{
    [Required(ErrorMessage = "请从流水页面办理。")]
    public Guid? ActId { get; set; }

    /// <summary>One of the candidates.</summary>
    public Guid? DwellingId { get; set; }

    /// <summary>Or any other: its estate and room.</summary>
    public Guid? EstateId { get; set; }

    public string? Room { get; set; }

    [Required(ErrorMessage = "请填写入账金额。"), CustomValidation(typeof(MoneyActForm), nameof(MoneyActForm.CheckAmount))]
    public decimal? Amount { get; set; }

    [StringLength(200, ErrorMessage = "备注不超过 {1} 字。")]
    public string? Remark { get; set; }

    public bool MayExceed { get; set; }
}

public sealed class LineReasonForm
{
    [Required(ErrorMessage = "请写明原因。"), StringLength(BankLine.TextLength, ErrorMessage = "原因不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed record BankLinePage(BankFile File, BankLineView View, IReadOnlyList<EstateName> Estates, IReadOnlyList<(OwnerPayment Payment, string Place)> Payments, BankLineForm Form);
