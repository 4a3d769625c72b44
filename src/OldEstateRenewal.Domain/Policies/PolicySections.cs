namespace OldEstateRenewal.Domain.Policies;

/// <summary>Every section a policy document may have. A new mechanism adds its line here and nowhere else.</summary>
public static class PolicySections
{
    /// <summary>What is said but not computed: principles, procedures, modes, publicity … (原则与要求).</summary>
    public static readonly PolicySection<PolicyStatement> Statements = new("statements", "原则与要求", PolicyStatement.Read);

    /// <summary>All sections, in the order in which a document is read.</summary>
    public static readonly IReadOnlyList<PolicySection> All =
    [
        Statements,
    ];
}
