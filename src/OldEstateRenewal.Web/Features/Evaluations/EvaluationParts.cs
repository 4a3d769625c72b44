namespace OldEstateRenewal.Web.Features.Evaluations;

public static class EvaluationParts
{
    public static IServiceCollection AddEvaluations(this IServiceCollection services) => services.AddScoped<EvaluationReader>().AddScoped<EvaluationFigures>().AddScoped<EvaluationService>().AddScoped<SelfAssessmentService>().AddScoped<CountyReviewService>();
}
