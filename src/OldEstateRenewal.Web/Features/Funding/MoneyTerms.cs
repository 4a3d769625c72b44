namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>
/// Terms of money for which the counties' documents give no figure (口径). They stand here and nowhere else; a document that gives one takes their place.
/// </summary>
public static class MoneyTerms
{
    /// <summary>竣工财务决算: months from the acceptance.</summary>
    public const int FinalAccountMonths = 3;

    /// <summary>结算评审: days from the acceptance.</summary>
    public const int SettlementDays = 60;

    /// <summary>到位未分配、批复未到位: days after which it is told as an alarm.</summary>
    public const int IdleDays = 30;

    public static string InWords => $"以上天数是本平台的默认口径，不是文件条款：结算评审自验收起 {SettlementDays} 日、竣工财务决算自验收起 {FinalAccountMonths} 个月、到位未分配和批复未到位满 {IdleDays} 日提示。本地文件未规定天数的事项，以县里确定的期限为准。";
}

/// <summary>A term that runs from the acceptance of a project and is not met yet.</summary>
public sealed record MoneyTerm(Guid ProjectId, string Project, string What, DateOnly AcceptedOn, DateOnly DueOn)
{
    public const string Settlement = "结算评审";
    public const string FinalAccount = "财务决算";

    public string Path => $"/projects/{ProjectId}/contracts";
}
