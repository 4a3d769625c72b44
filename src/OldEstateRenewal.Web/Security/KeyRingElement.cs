using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Security;

/// <summary>One key of the ring that protects cookies and forms.</summary>
public sealed class KeyRingElement
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Xml { get; set; }
}

/// <summary>Keeps the key ring in the database, so that every instance and every restart reads the same cookies.</summary>
public sealed class KeyRingRepository(PortalDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = database.Lease(null);
        return db.KeyRing.OrderBy(element => element.Id).AsEnumerable().Select(element => XElement.Parse(element.Xml)).ToList();
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.Lease(null);
        db.KeyRing.Add(new KeyRingElement { Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
