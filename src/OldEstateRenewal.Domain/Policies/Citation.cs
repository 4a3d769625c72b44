namespace OldEstateRenewal.Domain.Policies;

/// <summary>Where a value comes from (依据): the document, its clause, the words quoted, and the reading chosen (口径说明).</summary>
/// <param name="DocumentKey">The key of the policy document, such as "linqu-2024".</param>
/// <param name="Document">The document as officials cite it: its number (文号), or its title where it has none.</param>
/// <param name="Clause">The clause (条款), such as "二.（三）".</param>
/// <param name="Quote">The exact words of the clause, or null where the value is inherited or a reading.</param>
/// <param name="Note">The reading chosen (口径说明) where the words leave a choice; shown beside every answer.</param>
public sealed record Citation(string DocumentKey, string Document, string Clause, string? Quote, string? Note)
{
    /// <summary>One line: 临政办字〔2024〕17号 二.（三）.</summary>
    public override string ToString() => $"{Document} {Clause}";
}
