using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OldEstateRenewal.Web.Data;

/// <summary>For dotnet-ef only: it reads the model and never connects.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args) =>
        new(PortalDatabase.Configure(new DbContextOptionsBuilder<PortalDbContext>(), options => options.UseNpgsql("Host=127.0.0.1;Database=portal", PortalDatabase.History)));
}
