using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>Writes schemes. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class SchemeService(PortalDbContext db, AuditTrail audit, CurrentAccess access, SchemeReader reader, PolicyShelf policies, TimeProvider time)
{
    private static readonly IReadOnlyList<string> stale = ["他人刚刚修改了此方案，这次没有保存。您填写的内容仍在下方，请核对后再保存。"];

    /// <summary>The first version with what the documents make mandatory, or a copy of the newest with its reason.</summary>
    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> StartAsync(Project project, SchemeRevisionForm form)
    {
        await db.TakeTurnAsync(project.Id);
        var versions = await reader.VersionsAsync(project.Id);
        var refusals = SchemeRules.WhyNotStart(versions);
        if (refusals.Count > 0) return (Guid.Empty, refusals);
        var newest = versions.FirstOrDefault(version => version.State == SchemeState.Fixed);
        if (newest is not null && string.IsNullOrWhiteSpace(form.Reason)) return (Guid.Empty, ["请写明调整方案的理由。"]);
        var scheme = New(project, versions.Select(version => version.Number).DefaultIfEmpty().Max() + 1);
        if (newest is null) await PresetAsync(project, scheme);
        else Copy(newest, scheme, form.Reason!.Trim());
        audit.Add(newest is null ? "SchemeMade" : "SchemeRevised", scheme, NameOf(project, scheme), scheme.Reason);
        return (scheme.Id, await SaveAsync());
    }

    public async Task<IReadOnlyList<string>> EditAsync(SchemeCheck check, SchemeForm form)
    {
        var scheme = check.Scheme;
        if (SchemeRules.WhyNotEdit(scheme) is { Count: > 0 } closed) return closed;
        db.Entry(scheme).Property(s => s.Version).OriginalValue = form.Version;
        WriteHead(check, form);
        WriteItems(check, form);
        audit.Add("SchemeEdited", scheme, NameOf(scheme.Project!, scheme));
        return await SaveAsync(scheme);
    }

    public async Task<IReadOnlyList<string>> FixAsync(Guid id, long version)
    {
        if (await reader.FindAsync(id) is not { } scheme) return [];
        await db.TakeTurnAsync(scheme.ProjectId);
        await db.Entry(scheme).ReloadAsync();
        db.Entry(scheme).Property(s => s.Version).OriginalValue = version;
        var check = await reader.CheckAsync(scheme);
        var refusals = SchemeRules.WhyNotFix(check);
        if (refusals.Count > 0) return refusals;
        scheme.Text = SchemeText.Of(check);
        (scheme.State, scheme.FixedAt, scheme.FixedBy, scheme.FixedById) = (SchemeState.Fixed, time.GetUtcNow(), access.Value.UserName, access.Value.UserId);
        audit.Add("SchemeFixed", scheme, NameOf(scheme.Project!, scheme));
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> DiscardAsync(Scheme scheme, long version)
    {
        if (SchemeRules.WhyNotEdit(scheme) is { Count: > 0 } closed) return closed;
        db.Entry(scheme).Property(s => s.Version).OriginalValue = version;
        scheme.State = SchemeState.Discarded;
        audit.Add("SchemeDiscarded", scheme, NameOf(scheme.Project!, scheme));
        return await SaveAsync();
    }

    private static string NameOf(Project project, Scheme scheme) => $"{project.Name}改造方案{scheme.Name}";

    private Scheme New(Project project, int number)
    {
        var scheme = new Scheme { TenantId = access.Value.Tenant.Id, ProjectId = project.Id, Number = number, MadeBy = access.Value.UserName, MadeAt = time.GetUtcNow() };
        db.Schemes.Add(scheme);
        return scheme;
    }

    private async Task PresetAsync(Project project, Scheme scheme)
    {
        var catalogue = new WorksCatalogue((await policies.TodayAsync()).AsOf(project.ProcessOn));
        var mandatory = catalogue.Items.Where(answer => answer.Item.Mandatory).Select((answer, at) => Item(scheme, answer.Item, at + 1)).ToList();
        scheme.Items.AddRange(mandatory);
    }

    private static void Copy(Scheme newest, Scheme scheme, string reason)
    {
        (scheme.Reason, scheme.Designer, scheme.Grade, scheme.ManagementKey, scheme.Management) = (reason, newest.Designer, newest.Grade, newest.ManagementKey, newest.Management);
        (scheme.Funding, scheme.Sources, scheme.LeftOut, scheme.AnswersJson) = (newest.Funding, newest.Sources, newest.LeftOut, newest.AnswersJson);
        scheme.Items.AddRange(newest.Items.OrderBy(item => item.Sequence).Select(item => item.CopyTo(scheme)));
    }

    private static SchemeItem Item(Scheme scheme, WorksItem item, int sequence) => new()
    {
        TenantId = scheme.TenantId,
        SchemeId = scheme.Id,
        ProjectId = scheme.ProjectId,
        Sequence = sequence,
        ItemKey = item.Key,
        Name = item.Name,
        ClassName = SchemeWords.ClassOf(item),
        Layer = SchemeWords.LayerOf(item),
    };

    private static void WriteHead(SchemeCheck check, SchemeForm form)
    {
        var scheme = check.Scheme;
        (scheme.Designer, scheme.Grade, scheme.ManagementKey, scheme.Management) = (form.Designer.OrNull(), form.Grade.OrNull(), form.ManagementKey.OrNull(), form.Management.OrNull());
        (scheme.Funding, scheme.LeftOut, scheme.Sources) = (form.Funding.OrNull(), form.LeftOut.OrNull(), [.. form.Sources.Distinct()]);
        var bans = check.Bans.Select(ban => ban.Item.Key).ToHashSet();
        scheme.AnswersJson = new SchemeAnswers
        {
            Declared = form.Declared.Where(each => each.Value is not null && bans.Contains(each.Key)).ToDictionary(each => each.Key, each => each.Value!.Value),
            Explained = form.Explained.Where(each => each.Value.OrNull() is not null && check.Catalogue.Find(each.Key) is not null).ToDictionary(each => each.Key, each => each.Value!.Trim()),
        }.Write();
    }

    private void WriteItems(SchemeCheck check, SchemeForm form)
    {
        var scheme = check.Scheme;
        foreach (var typed in form.Items)
        {
            if (scheme.Items.FirstOrDefault(item => item.Id == typed.Id) is not { } item) continue;
            if (typed.Remove) db.SchemeItems.Remove(item);
            else typed.WriteTo(item, typed.Place is { } place ? check.Places.GetValueOrDefault(place) : null);
        }

        var kept = scheme.Items.Where(item => db.Entry(item).State != EntityState.Deleted).OrderBy(item => item.Sequence).ToList();
        kept.AddRange(form.Add.Select(key => check.Catalogue.Find(key)).OfType<PolicyAnswer<WorksItem>>().Select(answer => Added(Item(scheme, answer.Item, int.MaxValue))));
        // Class by class, as the catalogue has them.
        var order = check.Catalogue.Items.Select(answer => SchemeWords.ClassOf(answer.Item)).Distinct().ToList();
        kept = kept.OrderBy(item => order.IndexOf(item.ClassName) is >= 0 and var at ? at : int.MaxValue).ThenBy(item => item.Sequence).ToList();
        for (var i = 0; i < kept.Count; i++) kept[i].Sequence = i + 1;
    }

    private SchemeItem Added(SchemeItem item)
    {
        db.SchemeItems.Add(item);
        return item;
    }

    /// <summary>Saves; what changes below a version moves its version, so that two people never overwrite each other.</summary>
    private async Task<IReadOnlyList<string>> SaveAsync(Scheme? scheme = null)
    {
        if (scheme is not null) db.Entry(scheme).Property(s => s.Version).IsModified = true;
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return stale;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: Scheme.OneDraft or Scheme.UniqueNumber })
        {
            return ["他人刚刚开始编制新的一版，请刷新后查看。"];
        }
    }
}
