using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>日结单 on paper: every receipt of the days, the sums by method and the cash counted below.</summary>
public static class DayTable
{
    public static TableReport Of(ClosedDay day, Access access, DateTimeOffset at)
    {
        var (sheet, closing) = (day.Sheet, day.Closing);
        return TableFile.Report(
            $"居民出资日结单（{sheet.Office} {closing.On:yyyy-MM-dd}）",
            [
                TableColumn.Serial<DayRow>(),
                new("收据号", 16, row => row.Payment.ReceiptName),
                new("种类", 7, row => row.Payment.Kind.Name()),
                new("户", 26, row => row.Place),
                new("方式", 16, row => row.Payment.Method.Name()),
                new("金额（元）", 14, row => row.Signed.Yuan) { Format = CellFormat.Fixed(2, grouped: true), Total = ColumnTotal.Sum },
                new("日期", 12, row => row.Payment.ReceivedOn),
                new("凭证号、备注", 22, row => string.Join("；", new[] { row.Payment.Reference, row.Payment.Remark }.OfType<string>())),
                new("经办", 9, row => row.Payment.RecordedBy),
            ],
            sheet.Rows, access, at, [sheet.Days],
            [
                .. sheet.Lines.Select(line => $"{line.Method.Name()}：{line.Rows} 笔，收 {line.Received.Text()}，退 {line.Refunded.Text()}，冲销 {line.Reversed.Text()}，净额 {line.Net.Text()} 元"),
                $"账面现金 {closing.CashBooked.Text()} 元，实点 {closing.CashCounted.Text()} 元，差额 {(closing.CashCounted - closing.CashBooked).Text()} 元{(closing.Remark is { } remark ? $"，{remark}" : "")}",
                $"日结：{closing.By}　　出纳（签字）：　　　　　　复核（签字）：",
            ]);
    }
}
