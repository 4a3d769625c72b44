using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;
using ColumnAlignment = OldEstateRenewal.Documents.Tables.ColumnAlignment;

namespace OldEstateRenewal.Web.Features.Handovers;

/// <summary>移交清单: one column list for Excel and PDF, with room to sign.</summary>
public static class HandoverTable
{
    private const string Room = "　\n　";

    public static TableReport<HandoverItem> Make(Project project, IReadOnlyList<HandoverItem> items, Tenant tenant, DateTimeOffset madeAt) => new(
        [
            TableColumn.Serial<HandoverItem>(),
            new TableColumn<HandoverItem>("设施", 20, item => item.Name),
            new TableColumn<HandoverItem>("接收单位", 22, item => item.Receiver),
            Answer("终端管理", item => item.TakesManagement),
            Answer("终端收费", item => item.TakesCharging),
            Answer("终端维护", item => item.TakesMaintenance),
            Answer("产权移交", item => item.TakesOwnership),
            new TableColumn<HandoverItem>("后期维护单位", 20, item => item.Maintainer),
            new TableColumn<HandoverItem>("移交日期", 16, item => item.HandedOn),
            new TableColumn<HandoverItem>("接收单位签字（盖章）", 20, _ => Room),
        ],
        items)
    {
        Title = $"{project.Name}设施移交清单",
        Subtitle = tenant.IsDemonstration ? "（演示，非真实信息）" : null,
        Notes = ["移交单位（盖章）：　　　　　　　　　　经办人：　　　　　　　　日期：　　　年　　月　　日", "监交单位（盖章）：　　　　　　　　　　经办人：　　　　　　　　日期：　　　年　　月　　日"],
        Source = $"资料来源：{tenant.Name}老旧小区改造台账",
        Author = tenant.Name,
        MadeAt = madeAt,
        Paper = PaperLayout.Landscape,
    };

    private static TableColumn<HandoverItem> Answer(string header, Func<HandoverItem, bool?> value) => new(header, 9, item => value(item) switch { true => "是", false => "否", _ => "" }) { Alignment = ColumnAlignment.Center };
}

/// <summary>设施移交接收单 of one facility, to be signed by both sides.</summary>
public sealed record HandoverReceipt(HandoverItem Item, IReadOnlyList<string> Estates, Tenant Tenant, DateTimeOffset MadeAt)
{
    private static readonly PaperText title = new(24, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText body = new(14);

    public PaperHead Head => new($"{Item.Project!.Name}{Item.Name}移交接收单", Tenant.Name, MadeAt);

    public void Draw(PdfPaper paper)
    {
        paper.Skip(6);
        paper.Write("设施移交接收单", title);
        if (Tenant.IsDemonstration) paper.Write("演示，非真实信息", new PaperText(11, PaperFace.Body, ColumnAlignment.Center));
        paper.Skip(10);
        foreach (var (name, text) in Lines()) Line(paper, name, text);
        paper.Skip(6);
        paper.Write("　　上述设施改造后已经验收，移交单位将设施及有关图纸、合格证明、保修资料一并移交，接收单位核对无误，自移交之日起按上列事项负责。", body);
        foreach (var side in new[] { "移交单位", "接收单位", "监交单位" }) Signature(paper, side);
    }

    private IEnumerable<(string Name, string Text)> Lines() =>
    [
        ("改造项目", Item.Project!.Name), ("所在小区", string.Join("、", Estates)), ("移交设施", Item.Name), ("接收单位", Item.Receiver ?? Blank), ("终端管理", Answer(Item.TakesManagement)), ("终端收费", Answer(Item.TakesCharging)),
        ("终端维护", Answer(Item.TakesMaintenance)), ("产权移交", Answer(Item.TakesOwnership)), ("后期维护单位", Item.Maintainer ?? Blank), ("移交日期", Item.HandedOn?.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture) ?? "　　　　年　　月　　日"), ("说明", Item.Remark ?? ""),
    ];

    private const string Blank = "";

    private static string Answer(bool? value) => value switch { true => "是　☑　否　☐", false => "是　☐　否　☑", _ => "是　☐　否　☐" };

    private static void Line(PdfPaper paper, string name, string text)
    {
        const double Left = 42;
        paper.Skip(2.5);
        var top = paper.Y;
        var bottom = Math.Max(paper.Put(name, body, 0, top, Left - 4), paper.Put(text.Length == 0 ? "　" : text, body, Left, top, paper.Width - Left));
        paper.Y = top + bottom + 1.5;
        paper.Line(Left, paper.Y, paper.Width, paper.Y);
    }

    private static void Signature(PdfPaper paper, string side)
    {
        paper.Need(20);
        paper.Skip(12);
        foreach (var (text, left) in new[] { ($"{side}（盖章）：", 0.0), ("经办人：", 82.0), ("日期：", 125.0) }) paper.Put(text, body, left, paper.Y, paper.Width - left);
        paper.Skip(6);
    }
}
