using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>Decides on lines one by one: books them to a dwelling, sets them aside, or opens them again.</summary>
public sealed class BankLineService(PortalDbContext db, BankReader banks, CollectingReader reader, PaymentService payments, Offices offices, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<PaymentAnswer> BookAsync(BankLinePage page, BankLineForm form)
    {
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        if (await db.OwnerPayments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == form.ActId && p.BankLineId == page.View.Line.Id && p.Kind == PaymentKind.Payment) is { } known && known.Amount == Money.FromYuan(form.Amount!.Value)) return PaymentAnswer.Done(known);
        var line = await db.BankLines.SingleAsync(l => l.Id == page.View.Line.Id);
        if (WhyNotBook(line) is { } reason) return PaymentAnswer.Refused(new PaymentRefusal("", reason));
        var (place, refusals) = await PlaceAsync(page, form);
        if (place is null) return PaymentAnswer.Refused(refusals);
        var left = line.Amount - (await banks.BookedAsync([line.Id])).GetValueOrDefault(line.Id, Money.Zero);
        var amount = Money.FromYuan(form.Amount!.Value);
        if (amount > left) return PaymentAnswer.Refused(new PaymentRefusal(nameof(form.Amount), $"这条流水未入账的只有 {left.Text()} 元。"));
        var answer = await payments.BookAsync(new BankBooking(form.ActId!.Value, line, place.EstateId, place.BuildingId, place.DwellingId, amount, Offices.NotClosed(line.On, await offices.ClosedUntilAsync())) { Remark = form.Remark.OrNull(), MayExceed = form.MayExceed });
        if (answer.Payment is null) return answer;
        var candidate = page.View.Match?.Candidates.FirstOrDefault(each => each.Dwelling.Key == $"{place.DwellingId}");
        (line.EstateId, line.DwellingId, line.Score) = (place.EstateId, place.DwellingId, candidate?.Score);
        Decide(line, amount == left ? BankLineState.Booked : BankLineState.Open, amount == left ? $"人工入账{(candidate is null ? "" : $"：{candidate.InWords}")}" : $"部分入账 {amount.Text()} 元，余 {(left - amount).Text()} 元");
        await db.SaveChangesAsync();
        return answer;
    }

    /// <summary>不属缴款.</summary>
    public Task<IReadOnlyList<string>> SetAsideAsync(Guid lineId, string reason) => ChangeAsync(lineId, BankLineState.SetAside, reason, async line =>
        line.State is BankLineState.Booked || (await banks.BookedAsync([line.Id])).GetValueOrDefault(line.Id, Money.Zero) != Money.Zero ? "已有入账，请先冲销收款。" : line.State == BankLineState.SetAside ? "已列为不属缴款。" : null);

    /// <summary>Back to what is open: it was not a repetition, or it is a payment after all.</summary>
    public Task<IReadOnlyList<string>> ReopenAsync(Guid lineId, string reason) => ChangeAsync(lineId, BankLineState.Open, reason, line => Task.FromResult(
        line.Amount <= Money.Zero ? "支出、退款不能入账为收款。" : line.State is BankLineState.Repeated or BankLineState.SetAside ? null : "只有重复、不属缴款的流水可以改为待核对。"));

    public static string? WhyNotBook(BankLine line) => line switch
    {
        { State: BankLineState.Booked } => "这条流水已经入账；入错的，请到收据页面冲销后再入。",
        { State: BankLineState.Repeated } => "这条流水标为重复；确属另一笔的，请先改为待核对。",
        { State: BankLineState.SetAside } => "这条流水不属缴款；确属缴款的，请先改为待核对。",
        _ => null,
    };

    private async Task<IReadOnlyList<string>> ChangeAsync(Guid lineId, BankLineState state, string reason, Func<BankLine, Task<string?>> whyNot)
    {
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        var line = await db.BankLines.SingleAsync(l => l.Id == lineId);
        if (await whyNot(line) is { } against) return [against];
        Decide(line, state, reason.Trim());
        await db.SaveChangesAsync();
        return [];
    }

    private void Decide(BankLine line, BankLineState state, string reason)
    {
        (line.State, line.Reason, line.DecidedBy, line.DecidedAt) = (state, reason.Length <= BankLine.TextLength ? reason : reason[..BankLine.TextLength], access.Value.UserName, time.GetUtcNow());
        audit.Add("BankLineDecided", line, $"{line.On:yyyy-MM-dd} {line.Amount.Text()}", line.Reason);
    }

    private async Task<(Place? Place, IReadOnlyList<PaymentRefusal> Refusals)> PlaceAsync(BankLinePage page, BankLineForm form)
    {
        if (form.Room.OrNull() is { } room)
        {
            if (form.EstateId is not { } estate || page.Estates.All(each => each.Id != estate)) return (null, [new(nameof(form.EstateId), "请选择小区。")]);
            var found = CollectingReader.Find((await reader.EstateAsync(estate, AccountFilter.All, null))!.All, room).ToList();
            return found switch
            {
                [var only] => (new Place(estate, only.Dwelling.BuildingId, only.Dwelling.Id), []),
                [] => (null, [new(nameof(form.Room), $"没有房屋 {room}，请写成 3-1-201 的样子。")]),
                _ => (null, [new(nameof(form.Room), $"有 {found.Count} 户 {room}（{string.Join("、", found.Take(5).Select(account => account.Place))}），请写明楼栋和单元，如 3-1-201。")]),
            };
        }

        if (form.DwellingId is not { } dwelling) return (null, [new(nameof(form.Room), "请选择候选户，或填写小区和房号。")]);
        return await db.Dwellings.Where(d => d.Id == dwelling).Join(db.Buildings, d => d.BuildingId, b => b.Id, (d, b) => new Place(b.EstateId, b.Id, d.Id)).SingleOrDefaultAsync() is { } place ? (place, []) : (null, [new(nameof(form.Room), "请从列出的户中选择。")]);
    }

    private sealed record Place(Guid EstateId, Guid BuildingId, Guid DwellingId);
}
