namespace OldEstateRenewal.Web.Features.Messages;

public static class MessageServices
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services.AddScoped<MessageReader>().AddScoped<MessageService>().AddScoped<MessageDesk>();
}
