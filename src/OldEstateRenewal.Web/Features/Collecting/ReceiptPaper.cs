using System.Globalization;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Collecting;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>收据 in two copies on a sheet to be cut: one is kept, one goes to the household. It says that it is no invoice.</summary>
public sealed record ReceiptPaper(ReceiptPage Page, Tenant Tenant, DateTimeOffset MadeAt)
{
    private const double Half = 128;
    private const double NameWidth = 32;
    private static readonly PaperText title = new(20, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText middle = new(11, PaperFace.Body, ColumnAlignment.Center);
    private static readonly PaperText heading = new(12, PaperFace.Heading);
    private static readonly PaperText body = new(12);
    private static readonly PaperText small = new(9.5);

    public static PaperLayout Layout { get; } = PaperFile.Sheet with { Margins = new PageMargins(16, 22, 12, 22) };

    public PaperHead Head => new($"{Name} {Page.Payment.ReceiptName}", Tenant.Name, MadeAt.ToChina());

    private string Name => Page.Payment.Kind switch { PaymentKind.Payment => "老旧小区改造居民出资收据", PaymentKind.Refund => "老旧小区改造居民出资退款单", _ => "老旧小区改造居民出资冲销单" };

    private string Said => string.Join("；", new[]
    {
        Page.Reverses is { } wrong ? $"冲销 {wrong.ReceiptName}" : null,
        Page.Part is { } part ? $"用于账单项目“{part}”" : null,
        Page.Payment.Reference is { } reference ? $"凭证号 {reference}" : null,
        Page.Payment.Remark,
    }.OfType<string>());

    public void Draw(PdfPaper paper)
    {
        Copy(paper, 0, "第一联　存根");
        paper.CutLine(Half);
        Copy(paper, Half + 6, "第二联　交缴款人");
    }

    private void Copy(PdfPaper paper, double top, string copy)
    {
        paper.Y = top;
        paper.Write(Name, title);
        paper.Skip(1);
        paper.Write($"{Page.Payment.ReceiptName}　　{copy}", middle);
        if (Tenant.IsDemonstration) paper.Write("演示，非真实信息", middle);
        if (Page.ReversedBy is { } reversal) paper.Write($"（已冲销，见 {reversal.ReceiptName}）", middle with { Face = PaperFace.Heading });
        paper.Skip(4);
        Line(paper, Page.Payment.Kind == PaymentKind.Payment ? "缴款户" : "退款户", Page.Payer);
        if (Page.Account is { Dwelling.Owners.Count: > 0 } account) Line(paper, "业主", account.Dwelling.OwnerNames);
        Line(paper, "金额（大写）", $"人民币{ChineseAmount.Of(Page.Payment.Amount)}");
        Line(paper, "金额（小写）", $"¥{Page.Payment.Amount.Text()}");
        Line(paper, "方式", Page.Payment.Method.Name());
        Line(paper, "日期", Page.Payment.ReceivedOn.ToString("yyyy年M月d日", CultureInfo.InvariantCulture));
        if (Said.Length > 0) Line(paper, "说明", paper.Fit(Said, body, paper.Width - NameWidth, 16, "……"));
        paper.Skip(3);
        var height = paper.Put($"收款单位（盖章）：{(Page.Payment.OfficeId == Tenant.Id ? $"{Tenant.Name}住房和城乡建设局" : Page.Office)}", body, 0, paper.Y, paper.Width * 0.6);
        paper.Put($"经办：{Page.Payment.RecordedBy}", body with { Alignment = ColumnAlignment.Right }, paper.Width * 0.6, paper.Y, paper.Width * 0.4);
        paper.Skip(height + 3);
        paper.Write("本收据证明款项收付，不作发票、财政票据使用。", small);
    }

    private static void Line(PdfPaper paper, string name, string text)
    {
        paper.Skip(Math.Max(paper.Put(name, heading, 0, paper.Y, NameWidth), paper.Put(text, body, NameWidth, paper.Y, paper.Width - NameWidth)) + 1);
        paper.Line(0, paper.Y, paper.Width, paper.Y);
        paper.Skip(1.5);
    }
}
