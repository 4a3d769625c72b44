namespace OldEstateRenewal.Web.Features.Tasks;

public static class TaskServices
{
    /// <summary>A new source is a class and a line here; what stands at the same urgency keeps this order.</summary>
    public static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddScoped<ITaskSource, MessageTasks>()
        .AddScoped<ITaskSource, ReturnTasks>()
        .AddScoped<ITaskSource, PaymentTasks>()
        .AddScoped<ITaskSource, StageTasks>()
        .AddScoped<ITaskSource, BallotTasks>()
        .AddScoped<ITaskSource, SheetTasks>()
        .AddScoped<ITaskSource, WeekTasks>()
        .AddScoped<ITaskSource, NoticeTasks>()
        .AddScoped<ITaskSource, SettlementTasks>()
        .AddScoped<ITaskSource, BulletinTasks>()
        .AddScoped<ITaskSource, RegistryTasks>()
        .AddScoped<ITaskSource, PlanTasks>()
        .AddScoped<TaskBook>();
}
