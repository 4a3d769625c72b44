using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>The look of a tenant's official papers.</summary>
public sealed class PaperTemplates(PortalDbContext db, CurrentAccess access, AuditTrail audit, CityDesk desk, TimeProvider time)
{
    private const string Bureau = "住房和城乡建设局";
    private const string Name = "公文版式";

    /// <summary>What a paper of the tenant is written with; until it was set, the mark and signature of its bureau.</summary>
    public async Task<PaperTemplate> OfTenantAsync() => (await CurrentAsync())?.ToTemplate() ?? Standard(access.Value.Tenant.Name);

    public Task<PaperTemplateVersion?> CurrentAsync() => db.PaperTemplateVersions.AsNoTracking().OrderByDescending(t => t.MadeAt).ThenByDescending(t => t.Id).FirstOrDefaultAsync();

    public static PaperTemplate Standard(string tenant) => new() { Mark = $"{tenant}{Bureau}文件", Signatories = [tenant + Bureau], Seal = SealPlace.OverSignature };

    public async Task SetAsync(TemplateForm form)
    {
        var template = new PaperTemplateVersion
        {
            Mark = form.Mark.OrNull()?.ReplaceLineEndings("\n"),
            Signatories = [.. form.Bodies],
            Seal = form.Seal,
            TitleFont = form.TitleFont.OrNull(),
            BodyFont = form.BodyFont.OrNull(),
            FirstHeadingFont = form.FirstHeadingFont.OrNull(),
            SecondHeadingFont = form.SecondHeadingFont.OrNull(),
            PrintedTitleFont = form.PrintedTitleFont.OrNull(),
            PrintedBodyFont = form.PrintedBodyFont.OrNull(),
            MadeBy = access.Value.UserName,
            MadeById = access.Value.UserId,
            MadeAt = time.GetUtcNow(),
        };
        if (access.Value.Supervises) await SetInCityAsync(template);
        else
        {
            db.PaperTemplateVersions.Add(template);
            audit.Add("PaperTemplateSet", template, Name);
            await db.SaveChangesAsync();
        }
    }

    private Task<IReadOnlyList<string>> SetInCityAsync(PaperTemplateVersion template)
    {
        template.TenantId = access.Value.Tenant.Id;
        return desk.WriteAsync(async own =>
        {
            own.PaperTemplateVersions.Add(template);
            desk.Note(own, "PaperTemplateSet", template, template.Id, Name);
            await own.SaveChangesAsync();
            return [];
        });
    }
}
