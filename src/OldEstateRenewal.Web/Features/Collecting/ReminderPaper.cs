using System.Globalization;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Collecting;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>催缴通知, two on a sheet to be cut, one for each dwelling that owes; handed to the household itself.</summary>
public sealed record ReminderPaper(EstateName Estate, IReadOnlyList<ArrearsLine> Lines, Tenant Tenant, DateTimeOffset MadeAt)
{
    private const double Half = 133;
    private static readonly PaperText title = new(20, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText body = new(14);
    private static readonly PaperText right = new(13, PaperFace.Body, ColumnAlignment.Right);
    private static readonly PaperText small = new(9.5);

    public PaperHead Head => new($"{Estate.Name}老旧小区改造居民出资催缴通知", Tenant.Name, MadeAt.ToChina());

    public void Draw(PdfPaper paper)
    {
        if (Lines.Count == 0) paper.Write("没有欠缴的住户。", body);
        for (var i = 0; i < Lines.Count; i++)
        {
            if (i > 0 && i % 2 == 0) paper.NextPage();
            if (i % 2 == 1) paper.CutLine(Half);
            Notice(paper, Lines[i], i % 2 == 0 ? 0 : Half + 6);
        }
    }

    private void Notice(PdfPaper paper, ArrearsLine line, double top)
    {
        var owed = line.Ageing.Owed;
        paper.Y = top;
        paper.Write("居民出资催缴通知", title);
        if (Tenant.IsDemonstration) paper.Write("演示，非真实信息", small with { Alignment = ColumnAlignment.Center });
        paper.Skip(7);
        paper.Write($"{line.Name}{(line.Dwelling.Owners.Count > 0 ? $"　{line.Dwelling.OwnerNames}" : "")}：", body);
        paper.Skip(2);
        paper.Write($"　　您户老旧小区改造居民出资尚欠人民币 {owed.Text()} 元（大写：{ChineseAmount.Of(owed)}）{Due(line.Ageing)}。请按账单所列方式尽快缴纳；已经缴纳的，请携凭证到收款单位核对。", body);
        paper.Write("　　对应缴金额有疑问，或者家庭确有困难需要减免、救助的，请与社区或街道联系。", body);
        paper.Skip(10);
        paper.Write("（收款单位盖章）　　", right);
        paper.Write($"{Day(DateOnly.FromDateTime(MadeAt.ToChina().DateTime))}　　", right);
    }

    private static string Due(Ageing ageing) => ageing switch
    {
        { Days: { } days, Oldest.DueOn: { } due } => $"，缴费期限 {Day(due)}，已逾期 {days} 天",
        { Oldest.DueOn: { } due } => $"，缴费期限 {Day(due)}",
        _ => "",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
