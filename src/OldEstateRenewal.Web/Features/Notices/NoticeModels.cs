using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>The notices of a project, or of the county itself where there is none.</summary>
/// <param name="Plans">Of the county: the newest plan of each year, whose list may be published.</param>
public sealed record NoticeList(Project? Project, IReadOnlyList<NoticeLine> Lines, IReadOnlyList<PolicyAnswer<NoticeRule>> Rules, IReadOnlyList<PlanChoice> Plans);

public sealed record PlanChoice(Guid Id, int Year);

public sealed record NoticeLine(Notice Notice, Term? Term);

/// <summary>A photograph with its file.</summary>
public sealed record PhotoLine(NoticePhoto Photo, Attachment File);

/// <summary>The page of one notice.</summary>
/// <param name="Series">All wordings of it, this one included, the newest first.</param>
/// <param name="Objections">Of all wordings; empty for those who may not read them.</param>
public sealed record NoticePage(Notice Notice, Project? Project, PolicyAnswer<NoticeRule>? Rule, Term? Term, string? Caveat, DateOnly Today, IReadOnlyList<Notice> Series, IReadOnlyList<PhotoLine> Photos, IReadOnlyList<NoticeObjection> Objections)
{
    public IReadOnlyList<NoticeShot> Shots => Photos.Select(line => new NoticeShot(line.Photo.Phase, line.Photo.TakenOn)).ToList();

    public int Unanswered => Objections.Count(objection => objection.Reply is null);

    public IReadOnlyList<string> AgainstConclusion => NoticeRules.WhyNotConclude(Notice, Term, Today, Shots, Unanswered);

    public bool IsRunning => NoticeRules.IsRunning(Notice, Term, Today);

    /// <summary>The fixed versions of the scheme, for a notice of it.</summary>
    public SchemeVersions Versions { get; init; } = new([]);

    public IReadOnlyList<string> AgainstPosting => NoticeRules.WhyNotPost(Notice, Versions);

    /// <summary>What was not accepted, by which form.</summary>
    public string? Failed { get; init; }

    public ObjectionForm Objection { get; init; } = new();

    public ReplyForm Reply { get; init; } = new();

    public Guid? Replied { get; init; }
}

/// <summary>The form of a draft.</summary>
public sealed record NoticeEditor(Project? Project, Notice? Notice, NoticeForm Form, IReadOnlyList<PolicyAnswer<NoticeRule>> Rules, IReadOnlyList<ResultChoice> Results, Notice? Current)
{
    public SchemeVersions Versions { get; init; } = new([]);

    /// <summary>A scheme and the result of a vote belong to a project.</summary>
    public IReadOnlyList<NoticeKind> Kinds => Enum.GetValues<NoticeKind>().Where(kind => NoticeWords.Fits(kind, Project is not null)).ToList();

    public PolicyAnswer<NoticeRule>? Rule => Rules.FirstOrDefault(rule => rule.Item.Key == Form.RuleKey);
}

/// <summary>A closed ballot whose result may be published.</summary>
public sealed record ResultChoice(Guid Id, string Name);
