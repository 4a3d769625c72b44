using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>停水通知, large enough for a wall.</summary>
public sealed record WaterNotice(Ballot Ballot, WaterNoticeForm Form, Tenant Tenant, DateTimeOffset MadeAt)
{
    private static readonly PaperText title = new(44, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText body = new(20);
    private static readonly PaperText large = new(24, PaperFace.Heading);

    public PaperHead Head => new($"{Ballot.Estate!.Name}{Form.Place}停水通知", Tenant.Name, MadeAt);

    public void Draw(PdfPaper paper)
    {
        paper.Skip(8);
        paper.Write("停水通知", title);
        if (Tenant.IsDemonstration) paper.Write("演示，非真实信息", new PaperText(12, PaperFace.Body, ColumnAlignment.Center));
        paper.Skip(12);
        paper.Write($"{Ballot.Estate!.Name}　{Form.Place}各住户：", body);
        paper.Skip(4);
        paper.Write("　　因更换供水立管，下列时间整根立管停水：", body);
        paper.Skip(6);
        paper.Write($"停水：{WallTime.InWords(Form.From)}", large, 10);
        paper.Skip(2);
        paper.Write($"恢复：{WallTime.InWords(Form.Until)}", large, 10);
        paper.Skip(6);
        paper.Write("　　全部住户改造完成后恢复供水。请提前储水，关好家中水龙头；施工时请家中留人。给您带来不便，敬请谅解。", body);
        if (!string.IsNullOrWhiteSpace(Form.Tap)) Item(paper, "临时取水点", Form.Tap.Trim());
        Item(paper, "联系电话", Form.Phone!.Trim());
        paper.Skip(18);
        paper.Write($"{Form.Issuer!.Trim()}（盖章）\n　　　　年　　月　　日", body with { Alignment = ColumnAlignment.Right });
    }

    private static void Item(PdfPaper paper, string name, string text)
    {
        paper.Skip(5);
        paper.Write($"{name}：{text}", large);
    }
}
