using System.Globalization;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>绿色通行证明 on a sheet for the windscreen, with a QR code that says what the paper says.</summary>
public sealed record PassPaper(GreenPass Pass, PolicyAnswer<PolicyStatement>? Basis, Tenant Tenant, DateTimeOffset MadeAt)
{
    private const double CodeSize = 34;
    private const double NameWidth = 36;
    private static readonly PaperText title = new(40, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText plate = new(54, PaperFace.Heading, ColumnAlignment.Center);
    private static readonly PaperText body = new(18);
    private static readonly PaperText heading = new(18, PaperFace.Heading);
    private static readonly PaperText small = new(12);
    private static readonly PaperText middle = new(16, PaperFace.Body, ColumnAlignment.Center);

    public PaperHead Head => new($"绿色通行证明 {Pass.Name} {Pass.Plate}", Tenant.Name, MadeAt.ToChina());

    public string Office => $"{Tenant.Name}老旧小区改造领导小组办公室";

    public string CodeText => $"{Office} {Pass.Name} {Pass.Plate} {Day(Pass.FromOn)}至{Day(Pass.UntilOn)} 核对码{ReceiptCode.Group(Pass.Code)}";

    public void Draw(PdfPaper paper)
    {
        paper.Skip(6);
        paper.Write("绿色通行证明", title);
        paper.Skip(3);
        paper.Write(Pass.Name, middle);
        if (Tenant.IsDemonstration) paper.Write("演示，非真实信息", middle);
        if (Pass.VoidedAt is not null) paper.Write("（已作废，不得使用）", heading with { Alignment = ColumnAlignment.Center });
        paper.Skip(8);
        paper.Write(Pass.Plate, plate);
        paper.Skip(8);
        paper.Write($"　　兹证明上列车辆用于老旧小区改造项目“{Pass.Project!.Name}”的施工运输，请环保、交警和综合执法部门按规定予以办理绿色通行。", body);
        paper.Skip(6);
        Line(paper, "车辆种类", Pass.Kind.Name());
        Line(paper, "行驶路线", Pass.Route);
        Line(paper, "有效期", $"{Day(Pass.FromOn)} 至 {Day(Pass.UntilOn)}");
        paper.Skip(6);
        if (Basis is { } basis) paper.Write($"依据：{basis.Citation}{(basis.Citation.Quote is { } quote ? $"：“{quote}”" : "")}", small);
        paper.Skip(14);
        Sign(paper);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static void Line(PdfPaper paper, string name, string text)
    {
        var height = Math.Max(paper.Put(name, heading, 0, paper.Y, NameWidth), paper.Put(text, body, NameWidth, paper.Y, paper.Width - NameWidth));
        paper.Skip(height + 2);
        paper.Line(0, paper.Y, paper.Width, paper.Y);
        paper.Skip(3);
    }

    private void Sign(PdfPaper paper)
    {
        paper.Need(CodeSize + 12);
        var top = paper.Y;
        paper.Draw(QrCode.Of(CodeText), 0, top, CodeSize);
        var left = CodeSize + 6;
        paper.Put($"{Office}\n（盖章）\n{Day(DateOnly.FromDateTime(Pass.IssuedAt.ToChina().DateTime))}", body with { Alignment = ColumnAlignment.Right }, left, top + 4, paper.Width - left);
        paper.Put($"核对码 {ReceiptCode.Group(Pass.Code)}。凭编号和核对码可向出具单位核实。", small, 0, top + CodeSize + 3, paper.Width);
        paper.Skip(CodeSize + 12);
    }
}
