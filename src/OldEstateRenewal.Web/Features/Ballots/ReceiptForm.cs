using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>What an owner types from the receipt.</summary>
public sealed class ReceiptForm
{
    [Required(ErrorMessage = "请填写回执上印的县（市、区）代码。"), StringLength(Tenant.KeyLength, ErrorMessage = "县（市、区）代码过长。")]
    public string? County { get; set; }

    [Required(ErrorMessage = "请填写回执码。"), StringLength(ReceiptCode.MostTyped, ErrorMessage = "回执码过长，请核对回执。")]
    public string? Code { get; set; }
}

/// <summary>How the vote of one dwelling on one matter was recorded.</summary>
/// <param name="Said">Choice, channel and time in words; null when nothing stands.</param>
/// <param name="NotCounted">Why it does not count; null when it does.</param>
/// <param name="Result">The outcome and its criteria, after the close.</param>
public sealed record ReceiptLine(string Title, string Rule, string? Said, string? NotCounted, string? Outcome, IReadOnlyList<string> Result);

/// <summary>What a receipt code opens: one dwelling in one ballot, and nothing beside it.</summary>
public sealed record ReceiptPage(string County, string Estate, string Ballot, string Place, BallotState State, DateTimeOffset? ClosesAt, IReadOnlyList<ReceiptLine> Lines)
{
    /// <summary>What may be answered on line; null where nothing may.</summary>
    public OpinionQuestions? Questions { get; init; }
}
