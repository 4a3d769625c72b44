namespace OldEstateRenewal.Web.Security;

/// <summary>What a person is in a tenant.</summary>
public enum Role
{
    /// <summary>县住建局经办.</summary>
    Bureau,

    /// <summary>局、县领导.</summary>
    Leader,

    /// <summary>街道、社区经办.</summary>
    Street,

    /// <summary>县财政局经办: reads the money and checks payments, no household data.</summary>
    Finance,

    /// <summary>市级主管部门: reads its counties.</summary>
    City,

    /// <summary>平台运维: tenants and their state, no tenant's data.</summary>
    Platform,
}
