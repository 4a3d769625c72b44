namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>Under which address anybody reaches the portal: as configured, else as it was asked.</summary>
public sealed class ReportSite(IConfiguration configuration)
{
    public const string Setting = "Portal:PublicAddress";

    public string Of(HttpRequest request)
    {
        var address = configuration[Setting] is { Length: > 0 } known ? known.TrimEnd('/') : $"{request.Scheme}://{request.Host}";
        return address.Length <= ReportFile.SiteLength ? address : "";
    }
}
