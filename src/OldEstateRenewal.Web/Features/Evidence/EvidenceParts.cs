namespace OldEstateRenewal.Web.Features.Evidence;

public static class EvidenceParts
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services.AddScoped<EvidenceShelf>();
}
