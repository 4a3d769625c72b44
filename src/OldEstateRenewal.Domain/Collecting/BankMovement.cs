namespace OldEstateRenewal.Domain.Collecting;

/// <summary>A movement of the account as the bank tells it (流水明细).</summary>
/// <param name="Amount">What came in; zero or less for what went out.</param>
/// <param name="Payer">对方户名.</param>
/// <param name="Text">摘要、附言、流水号 together.</param>
public sealed record BankMovement(Money Amount, string? Payer, string? Text);

/// <summary>A dwelling that still owes (欠缴户).</summary>
/// <param name="Key">By which it is known again.</param>
/// <param name="Estate">小区.</param>
/// <param name="Building">楼栋.</param>
/// <param name="Entrance">单元; 0 where it belongs to none.</param>
/// <param name="Room">室号.</param>
/// <param name="Owners">业主姓名.</param>
/// <param name="Owed">What it owes, above zero.</param>
public sealed record OwingDwelling(string Key, string Estate, string Building, int Entrance, string Room, IReadOnlyList<string> Owners, Money Owed);

/// <summary>How sure a match is (匹配结论).</summary>
public enum MatchKind
{
    /// <summary>建议入账: the amount is exactly owed, and one dwelling alone is meant.</summary>
    Sure,

    /// <summary>相近: something speaks for a dwelling; a person decides.</summary>
    Near,

    /// <summary>无线索: nothing speaks for any.</summary>
    None,

    /// <summary>支出、退款: nothing came in.</summary>
    Outgoing,
}

/// <summary>A dwelling the movement may be for, its score of 0–100 and what makes it (匹配候选).</summary>
public sealed record MatchCandidate(OwingDwelling Dwelling, int Score, bool IsExact, IReadOnlyList<string> Reasons)
{
    /// <summary>The score with its working: 摘要写明楼栋和室号 40；付款人即业主 35；金额与应缴相符 25.</summary>
    public string InWords => string.Join("；", Reasons);
}

/// <summary>What was found for a movement (匹配结果).</summary>
/// <param name="Kind">How sure it is.</param>
/// <param name="Candidates">The best first, at most <see cref="BankMatcher.MostCandidates"/>.</param>
/// <param name="Reason">Why it is so, in words.</param>
public sealed record BankMatch(MatchKind Kind, IReadOnlyList<MatchCandidate> Candidates, string Reason)
{
    /// <summary>The best candidate, or null.</summary>
    public MatchCandidate? Best => Candidates.Count == 0 ? null : Candidates[0];
}
