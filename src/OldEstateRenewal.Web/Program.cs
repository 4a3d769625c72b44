using OldEstateRenewal.Web.Infrastructure;

return await Portal.RunAsync(args);

/// <summary>Named so that tests can start the portal.</summary>
public partial class Program;
