using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>A fixed version of a scheme.</summary>
public sealed record SchemeVersionLine(Guid Id, int Number, DateTimeOffset FixedAt)
{
    public string Name => $"第{Number}版";
}

/// <summary>The fixed versions of a project, oldest first: what a notice, a review or a ballot was made for is held against the newest.</summary>
public sealed record SchemeVersions(IReadOnlyList<SchemeVersionLine> Fixed)
{
    public SchemeVersionLine? Newest => Fixed.Count == 0 ? null : Fixed[^1];

    public static async Task<SchemeVersions> ReadAsync(PortalDbContext db, Guid projectId) => new(await db.Schemes.AsNoTracking().Where(s => s.ProjectId == projectId && s.State == SchemeState.Fixed)
        .OrderBy(s => s.Number).Select(s => new SchemeVersionLine(s.Id, s.Number, s.FixedAt!.Value)).ToListAsync());

    /// <summary>The version that something rests on: the one it names; where it names none, the one in force when it was frozen, or the first.</summary>
    public SchemeVersionLine? Of(Guid? schemeId, DateTimeOffset? frozenAt) => schemeId is { } id ? Fixed.FirstOrDefault(version => version.Id == id)
        : Fixed.LastOrDefault(version => version.FixedAt <= frozenAt) ?? (Fixed.Count == 0 ? null : Fixed[0]);

    /// <summary>Why what was made for one version does not hold for the newest; null when it does, or when no version is fixed.</summary>
    /// <param name="verb">What was done with it: 公示, 表决, 审查.</param>
    public string? WhyOutdated(Guid? schemeId, DateTimeOffset? frozenAt, string verb)
    {
        if (Newest is not { } newest) return null;
        var rests = Of(schemeId, frozenAt);
        if (rests?.Id == newest.Id) return null;
        return $"{verb}的是{(rests is null ? "另一份改造方案" : $"改造方案{rests.Name}")}，现行为{newest.Name}（{newest.FixedAt.ToChina():yyyy-MM-dd} 确定）";
    }
}
