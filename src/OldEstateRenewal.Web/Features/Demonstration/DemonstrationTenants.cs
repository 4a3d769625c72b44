using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Demonstration;

public sealed record DemonstrationTenant(string Key, string Name, PolicyLevel Level, string[] PolicyChain, string[] Ancestors, string[] Streets);

public sealed record DemonstrationAccount(string Tenant, string UserName, string DisplayName, Role Role, string? Street = null);

/// <summary>The tenants of the five documents, a county under each city, and their accounts.</summary>
public static class DemonstrationTenants
{
    public const string Platform = "platform";

    public static readonly IReadOnlyList<DemonstrationTenant> All =
    [
        new(Platform, "平台运维", PolicyLevel.Nation, ["nation"], [], []),
        new("taian", "泰安市", PolicyLevel.City, ["taian", "shandong", "nation"], [], []),
        new("liaocheng", "聊城市", PolicyLevel.City, ["liaocheng", "shandong", "nation"], [], []),
        new("linqu", "临朐县", PolicyLevel.County, ["linqu", "weifang", "shandong", "nation"], [], ["城关街道", "东城街道"]),
        new("ruicheng", "芮城县", PolicyLevel.County, ["ruicheng", "yuncheng", "shanxi", "nation"], [], []),
        new("jingyuan", "靖远县", PolicyLevel.County, ["jingyuan", "baiyin", "gansu", "nation"], [], ["乌兰镇"]),
        new("xintai", "新泰市", PolicyLevel.County, ["xintai", "taian", "shandong", "nation"], ["taian"], ["演示街道甲", "演示街道乙"]),
        new("donge", "东阿县", PolicyLevel.County, ["donge", "liaocheng", "shandong", "nation"], ["liaocheng"], ["演示街道甲", "演示街道乙"]),
    ];

    public static readonly IReadOnlyList<DemonstrationAccount> Accounts =
    [
        new("linqu", "bureau@linqu", "县住建局经办", Role.Bureau),
        new("linqu", "leader@linqu", "县领导", Role.Leader),
        new("linqu", "chengguan@linqu", "城关街道经办", Role.Street, "城关街道"),
        new("linqu", "dongcheng@linqu", "东城街道经办", Role.Street, "东城街道"),
        new("ruicheng", "bureau@ruicheng", "县住建局经办", Role.Bureau),
        new("ruicheng", "leader@ruicheng", "县领导", Role.Leader),
        new("jingyuan", "bureau@jingyuan", "县住建局经办", Role.Bureau),
        new("jingyuan", "wulan@jingyuan", "乌兰镇经办", Role.Street, "乌兰镇"),
        new("taian", "city@taian", "市住建局", Role.City),
        new("liaocheng", "city@liaocheng", "市住建局", Role.City),
        new("xintai", "bureau@xintai", "市住建局经办", Role.Bureau),
        new("donge", "bureau@donge", "县住建局经办", Role.Bureau),
        new("donge", "leader@donge", "县领导", Role.Leader),
        new(Platform, "platform", "平台运维", Role.Platform),
    ];
}
