using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>What a body is (责任主体类别).</summary>
public enum BodyKind
{
    /// <summary>领导小组、工作专班.</summary>
    LeadingGroup,

    /// <summary>政府.</summary>
    Government,

    /// <summary>部门.</summary>
    Department,

    /// <summary>街道、镇.</summary>
    Street,

    /// <summary>社区、居民组织.</summary>
    Community,

    /// <summary>专营单位.</summary>
    Utility,
}

/// <summary>A seat in a leading group (职务): the post, never the person.</summary>
public sealed record DutySeat(string Role, string Post);

/// <summary>What a body has to do (职责分工), in the document's exact words. Bodies are named, persons never.</summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Body">The body: 县住建局.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The duty in exact words.</param>
/// <param name="Seats">The posts that sit in a leading group; empty for others.</param>
public sealed record Duty(PolicyItemHead Head, string Body, BodyKind Kind, string Text, IReadOnlyList<DutySeat> Seats) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => Text.StartsWith(Body, StringComparison.Ordinal) ? Text : $"{Body}：{Text}";

    /// <summary>Reads { name, clause, quote?, note?, body, kind, text?, seats?: [{ role, post }] }; text falls back to the quote.</summary>
    public static Duty Read(PolicyNode node)
    {
        var head = node.Head();
        return new(
            head, node.Text("body"), node.Choice<BodyKind>("kind"), node.OptionalText("text") ?? head.Citation.Quote ?? node.Wrong("text", "文字（无引文时必填）", ""),
            node.Objects("seats").Select(seat => new DutySeat(seat.Text("role"), seat.Text("post"))).ToList());
    }
}
