namespace OldEstateRenewal.Domain.Policies;

/// <summary>
/// A requirement that is shown and cited but not computed (原则、程序、方式、宣传 …). <see cref="Category"/> groups
/// statements for the reader: "改造方式", "长效管理", "宣传引导" …
/// </summary>
public sealed record PolicyStatement(PolicyItemHead Head, string Category, string Text) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => Text;

    /// <summary>Reads { name, clause, quote?, note?, category, text? }; text falls back to the quote.</summary>
    public static PolicyStatement Read(PolicyNode node)
    {
        var head = node.Head();
        return new PolicyStatement(head, node.Text("category"), node.OptionalText("text") ?? head.Citation.Quote ?? node.Wrong("text", "文字（无引文时必填）", ""));
    }
}
