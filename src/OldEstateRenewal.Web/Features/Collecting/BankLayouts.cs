using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>Remembers which column is which in files with the same headings.</summary>
public sealed class BankLayouts(PortalDbContext db, CurrentAccess access)
{
    /// <summary>What was said of these headings; a street's own word before the county's.</summary>
    public async Task<IReadOnlyDictionary<BankColumn, int>> RememberedAsync(BankColumns columns)
    {
        var street = access.Value.StreetId ?? BankColumnChoice.WholeCounty;
        var choices = await db.BankColumnChoices.AsNoTracking().Where(c => c.Layout == columns.Layout && (c.StreetId == BankColumnChoice.WholeCounty || c.StreetId == street)).ToListAsync();
        return choices.GroupBy(choice => choice.Column).ToDictionary(column => column.Key, column => column.OrderBy(choice => choice.StreetId == street ? 0 : 1).First().At);
    }

    /// <summary>The caller saves.</summary>
    public async Task RememberAsync(BankColumns columns, IReadOnlyDictionary<BankColumn, int> chosen)
    {
        var street = access.Value.StreetId ?? BankColumnChoice.WholeCounty;
        var known = await db.BankColumnChoices.Where(c => c.Layout == columns.Layout && c.StreetId == street).ToDictionaryAsync(c => c.Column);
        foreach (var (column, at) in chosen)
        {
            if (known.TryGetValue(column, out var choice)) choice.At = at;
            else db.BankColumnChoices.Add(new BankColumnChoice { TenantId = access.Value.Tenant.Id, StreetId = street, Layout = columns.Layout, Column = column, At = at });
        }
    }
}
