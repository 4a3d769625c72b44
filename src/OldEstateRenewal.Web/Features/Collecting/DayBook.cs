using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>What a method brought in the days that are counted.</summary>
public sealed record DayLine(PaymentMethod Method, int Rows, Money Received, Money Refunded, Money Reversed)
{
    public Money Net => Received - Refunded + Reversed;
}

/// <summary>A row of the sheet: where it belongs, and what it adds to what was received.</summary>
public sealed record DayRow(OwnerPayment Payment, string Place, Money Signed);

/// <summary>日结单: the receipts of an office since the last closing, by method.</summary>
/// <param name="From">The first day that is counted; null where nothing was closed before.</param>
public sealed record DaySheet(string Office, DateOnly? From, DateOnly On, IReadOnlyList<DayRow> Rows, IReadOnlyList<DayLine> Lines)
{
    public Money Total => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Net);

    public Money Cash => Lines.Where(line => line.Method == PaymentMethod.Cash).Aggregate(Money.Zero, (sum, line) => sum + line.Net);

    public string Days => From is { } from && from < On ? $"{from:yyyy-MM-dd} 至 {On:yyyy-MM-dd}" : $"{On:yyyy-MM-dd}{(From is null ? " 及以前" : "")}";
}

public sealed class DayClosingForm
{
    [Required(ErrorMessage = "请填写日结日期。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请填写实点现金，没有现金填 0。"), CustomValidation(typeof(DayClosingForm), nameof(CheckCash))]
    public decimal? Counted { get; set; }

    /// <summary>What the sheet said when the cash was counted.</summary>
    public decimal? Shown { get; set; }

    [StringLength(DayClosing.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    public static ValidationResult? CheckCash(decimal? cash, ValidationContext _) => cash switch
    {
        null => ValidationResult.Success,
        > 1_000_000_000 or < -1_000_000_000 => new ValidationResult("金额过大，请检查。"),
        { } yuan when decimal.Truncate(yuan * 100) != yuan * 100 => new ValidationResult("金额精确到分，最多两位小数。"),
        _ => ValidationResult.Success,
    };
}

public sealed record DayClosingPage(DaySheet Sheet, DayClosingForm Form, IReadOnlyList<PaymentRefusal> Against);

public sealed record ClosedDay(DayClosing Closing, DaySheet Sheet);

/// <summary>日结: counts the cash of an office. Afterwards no money bears a day that was counted.</summary>
public sealed class DayBook(PortalDbContext db, Offices offices, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    private const int MostListed = 400;

    public async Task<IReadOnlyList<(DayClosing Closing, string Office)>> ListAsync()
    {
        var streets = await db.Streets.ToDictionaryAsync(s => s.Id, s => s.Name);
        var closings = await db.DayClosings.AsNoTracking().OrderByDescending(c => c.On).ThenBy(c => c.OfficeId).Take(MostListed).ToListAsync();
        return closings.Select(closing => (closing, streets.GetValueOrDefault(closing.OfficeId, Offices.Bureau))).ToList();
    }

    public async Task<DaySheet> SheetAsync(Guid office, DateOnly on)
    {
        var before = await db.DayClosings.Where(c => c.OfficeId == office && c.On < on).MaxAsync(c => (DateOnly?)c.On);
        var rows = await db.OwnerPayments.AsNoTracking().Where(p => p.OfficeId == office && p.ReceivedOn <= on && (before == null || p.ReceivedOn > before)).OrderBy(p => p.Year).ThenBy(p => p.Number).ToListAsync();
        var reversed = rows.Select(row => row.ReversesId).OfType<Guid>().ToList();
        var all = (await db.OwnerPayments.AsNoTracking().Where(p => reversed.Contains(p.Id)).ToListAsync()).Concat(rows).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        var lines = rows.GroupBy(row => row.Method).OrderBy(method => method.Key).Select(method => new DayLine(method.Key, method.Count(), Of(method, PaymentKind.Payment), Of(method, PaymentKind.Refund), ReceivedMoney.Sum(method.Where(row => row.Kind == PaymentKind.Reversal), all))).ToList();
        var places = await PlacesAsync(rows);
        return new DaySheet(await offices.NameAsync(office), before?.AddDays(1), on, rows.Select(row => new DayRow(row, places[row.Id], ReceivedMoney.Signed(row, all))).ToList(), lines);
    }

    public async Task<ClosedDay?> FindAsync(Guid id) => await db.DayClosings.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is { } closing ? new ClosedDay(closing, await SheetAsync(closing.OfficeId, closing.On)) : null;

    /// <summary>Why a day cannot be closed, whatever was counted.</summary>
    public async Task<IReadOnlyList<PaymentRefusal>> WhyNotAsync(DateOnly on)
    {
        var closed = await offices.ClosedUntilAsync();
        if (on <= closed) return [new(nameof(DayClosingForm.On), $"已日结至 {closed:yyyy-MM-dd}，请选择以后的日期。")];
        return on > offices.Today ? [new(nameof(DayClosingForm.On), "日结日期不能晚于今天。")] : [];
    }

    public async Task<(DayClosing? Closing, IReadOnlyList<PaymentRefusal> Refusals)> CloseAsync(DayClosingForm form)
    {
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        var (on, counted, remark) = (form.On!.Value, Money.FromYuan(form.Counted!.Value), form.Remark.OrNull());
        if (await db.DayClosings.AsNoTracking().SingleOrDefaultAsync(c => c.OfficeId == offices.Own && c.On == on) is { } known && (known.CashCounted, known.Remark, known.ById) == (counted, remark, access.Value.UserId)) return (known, []);
        var refusals = (await WhyNotAsync(on)).ToList();
        var sheet = await SheetAsync(offices.Own, on);
        if (refusals.Count == 0 && form.Shown is { } shown && shown != sheet.Cash.Yuan) refusals.Add(new(nameof(form.Counted), $"点钱期间又有登记，账面现金已变为 {sheet.Cash.Text()} 元，请再核对一次。"));
        if (counted != sheet.Cash && remark is null) refusals.Add(new(nameof(form.Remark), $"实点与账面相差 {(counted - sheet.Cash).Text()} 元，请说明原因。"));
        if (refusals.Count > 0) return (null, refusals);
        var closing = new DayClosing
        {
            TenantId = access.Value.Tenant.Id,
            OfficeId = offices.Own,
            On = on,
            Receipts = sheet.Rows.Count,
            Total = sheet.Total,
            CashBooked = sheet.Cash,
            CashCounted = counted,
            Remark = remark,
            By = access.Value.UserName,
            ById = access.Value.UserId,
            At = time.GetUtcNow(),
        };
        db.DayClosings.Add(closing);
        audit.Add("DayClosed", closing, $"{sheet.Office} {on:yyyy-MM-dd}", remark);
        await db.SaveChangesAsync();
        return (closing, []);
    }

    private static Money Of(IEnumerable<OwnerPayment> rows, PaymentKind kind) => rows.Where(row => row.Kind == kind).Aggregate(Money.Zero, (sum, row) => sum + row.Amount);

    private async Task<Dictionary<Guid, string>> PlacesAsync(List<OwnerPayment> rows)
    {
        var (estates, dwellings) = (rows.Select(row => row.EstateId).Distinct().ToList(), rows.Select(row => row.DwellingId).OfType<Guid>().Distinct().ToList());
        var names = await db.Estates.Where(e => estates.Contains(e.Id)).Select(e => new { e.Id, e.Name }).ToDictionaryAsync(e => e.Id, e => e.Name);
        var places = await db.Dwellings.Where(d => dwellings.Contains(d.Id)).Join(db.Buildings, d => d.BuildingId, b => b.Id, (d, b) => new { d.Id, b.Name, d.Entrance, d.Room }).ToDictionaryAsync(d => d.Id, d => $"{d.Name} {Buildings.HouseholdWords.Place(d.Entrance, d.Room)}");
        return rows.ToDictionary(row => row.Id, row => $"{names.GetValueOrDefault(row.EstateId, "—")} {(row.DwellingId is { } dwelling ? places.GetValueOrDefault(dwelling, "—") : "全小区")}");
    }
}
