using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>A review that can be opened, with why it cannot be yet.</summary>
public sealed record ReviewOffer(ReviewAsk Ask, IReadOnlyList<string> Against, IReadOnlyList<string> Others, IReadOnlyList<PacketPart> Packet);

/// <summary>The reviews of a project.</summary>
public sealed record ReviewList(Project Project, Scheme? Newest, IReadOnlyList<ReviewOffer> Offers, IReadOnlyList<ReviewStanding> Reviews, string? City, ReviewForm Form);

/// <summary>A rule for simplified procedures as it stands for a project: does it apply, and how much time is left.</summary>
public sealed record ApprovalLine(PolicyAnswer<ApprovalRule> Rule, Reason Applies, DueState? Clock, int? WorkingDaysLeft);

/// <summary>One review.</summary>
public sealed record ReviewPage(ReviewStanding Standing, IReadOnlyList<ApprovalLine> Approvals, IReadOnlyList<ApprovalTest> Tests, IReadOnlyList<string> AgainstSpeaking, ReviewPacket? Packet, string? City, string CalendarWords, AttachmentList Files)
{
    public Review Review => Standing.Review;

    public ReviewAnswers Answers { get; } = ReviewAnswers.Read(Standing.Review.AnswersJson);
}

/// <summary>One paper of a packet: there with its name in the file, or missing and why.</summary>
public sealed record PacketPart(string Name, string? FileName, string? Missing, Func<Task<byte[]>>? Read);

/// <summary>A review that a county has sent to its city.</summary>
public sealed record CityLine(Guid Id, string CountyKey, string County, string Project, string Scheme, DateOnly SentOn, int? Size, ReviewDecision? Decision)
{
    public ReviewState State => Decision switch { null => ReviewState.Open, { HasPassed: true } => ReviewState.Passed, _ => ReviewState.Returned };
}

/// <summary>The city's page for one of them.</summary>
public sealed record CityCase(CityLine Line, string Text, string? Missing, IReadOnlyList<ReviewDecision> Decisions, DecisionForm Form);
