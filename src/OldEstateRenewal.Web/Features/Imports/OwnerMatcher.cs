using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Imports.Reading;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Which owner is meant: by the id number; else by name in the same dwelling; else by name and phone; a unit by its name. The same owner of several dwellings is one row.</summary>
internal sealed class OwnerMatcher(PortalDbContext db, PersonalData personal, Guid tenantId, RegistryIndex registry)
{
    private readonly Dictionary<Guid, KnownOwner> byNumber = [];
    private readonly Dictionary<(string Name, Guid Phone), KnownOwner> byPhone = [];
    private readonly Dictionary<string, KnownOwner> units = new(StringComparer.Ordinal);
    private readonly Dictionary<(PersonalField, string), byte[]> marks = [];
    private readonly HashSet<Guid> askedMarks = [];
    private bool unitsAreKnown;

    /// <summary>Looks up whom the registry may already know.</summary>
    public async Task PrepareAsync(IEnumerable<OwnerValue> named)
    {
        var (numbers, phones) = (new List<byte[]>(), new List<byte[]>());
        marks.Clear();
        foreach (var owner in named)
        {
            if (Mark(PersonalField.IdNumber, owner.IdNumber) is { } number && askedMarks.Add(new Guid(number))) numbers.Add(number);
            if (Mark(PersonalField.Phone, owner.Phone) is { } phone && askedMarks.Add(new Guid(phone))) phones.Add(phone);
        }

        if (numbers.Count > 0) await KeepAsync(db.Owners.AsNoTracking().Where(o => o.IdNumberMark != null && numbers.Contains(o.IdNumberMark)));
        if (phones.Count > 0) await KeepAsync(db.Owners.AsNoTracking().Where(o => o.PhoneMark != null && phones.Contains(o.PhoneMark)));
        // A county has few units, and knows them by names that are written in more than one way.
        if (!unitsAreKnown) await KeepAsync(db.Owners.AsNoTracking().Where(o => o.Kind != OwnerKind.Person).OrderBy(o => o.Id));
        unitsAreKnown = true;
    }

    /// <summary>Whose number it is, where the name says otherwise: somebody has mistyped.</summary>
    public KnownOwner? Contradicts(OwnerValue named) =>
        Mark(PersonalField.IdNumber, named.IdNumber) is { } number && byNumber.TryGetValue(new Guid(number), out var known) && !SameName(known.Image.Name, named.Name) ? known : null;

    /// <summary>The owner meant, made where there is none; what the file knows more is taken over.</summary>
    public KnownOwner Find(OwnerValue named, KnownDwelling? dwelling, UnitHolding holding, RowPlan draft)
    {
        var (number, phone) = (Mark(PersonalField.IdNumber, named.IdNumber), Mark(PersonalField.Phone, named.Phone));
        var kind = OwnerKinds.Of(holding, named.Name);
        var known = number is not null ? byNumber.GetValueOrDefault(new Guid(number)) : null;
        // A number that differs makes another person of the same name.
        known ??= dwelling?.Owners.Select(o => o.Owner).FirstOrDefault(owner => SameName(owner.Image.Name, named.Name) && Agrees(owner.Image.IdNumberMark, number));
        if (known is null && phone is not null && byPhone.TryGetValue((RegistryNames.Fold(named.Name), new Guid(phone)), out var caller) && Agrees(caller.Image.IdNumberMark, number)) known = caller;
        if (known is null && kind != OwnerKind.Person) known = units.GetValueOrDefault(RegistryNames.Fold(named.Name));
        known ??= Make(named, kind);
        Complete(known, named, number, phone, draft);
        Keep(known);
        return known;
    }

    private static bool Agrees(byte[]? known, byte[]? read) => known is null || read is null || known.AsSpan().SequenceEqual(read);

    private static bool SameName(string a, string b) => a == b || RegistryNames.Fold(a) == RegistryNames.Fold(b);

    /// <summary>A new one; the row that completes it also writes it down.</summary>
    private static KnownOwner Make(OwnerValue named, OwnerKind kind) => new(Guid.CreateVersion7(), null, new OwnerImage(named.Name, kind.ToString(), null, null, null, null));

    private void Complete(KnownOwner known, OwnerValue named, byte[]? number, byte[]? phone, RowPlan draft)
    {
        var before = known.Image;
        var after = before;
        if (number is not null && before.IdNumberMark is null) after = after with { IdNumber = personal.Seal(tenantId, PersonalField.IdNumber, named.IdNumber), IdNumberMark = number };
        if (phone is not null && before.PhoneMark?.AsSpan().SequenceEqual(phone) != true) after = after with { Phone = personal.Seal(tenantId, PersonalField.Phone, named.Phone), PhoneMark = phone };
        if (ReferenceEquals(after, before) && known.IsStaged) return;
        if (known.Version is not null) Tell(before, after, named, draft);
        draft.Changes.Add(new Change<OwnerImage>(known.Id, known.Version, known.Version is null ? null : before, after));
        var wasStaged = known.IsStaged;
        draft.IfDropped(() => (known.Image, known.IsStaged) = (before, wasStaged));
        (known.Image, known.IsStaged) = (after, true);
    }

    private void Tell(OwnerImage before, OwnerImage after, OwnerValue named, RowPlan draft)
    {
        if (!ReferenceEquals(before.Phone, after.Phone)) draft.Differs($"{named.Name}的电话", Masked(PersonalField.Phone, before.Phone), PersonalData.Masked(PersonalField.Phone, named.Phone!));
        if (!ReferenceEquals(before.IdNumber, after.IdNumber)) draft.Differs($"{named.Name}的证件号码", null, PersonalData.Masked(PersonalField.IdNumber, named.IdNumber!));
    }

    private string? Masked(PersonalField field, byte[]? box) => personal.Open(tenantId, field, box) is { } text ? PersonalData.Masked(field, text) : null;

    /// <summary>An owner is asked for several times while a few thousand rows are at hand.</summary>
    private byte[]? Mark(PersonalField field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (!marks.TryGetValue((field, text), out var mark)) marks[(field, text)] = mark = personal.Mark(tenantId, field, text)!;
        return mark;
    }

    private async Task KeepAsync(IQueryable<Owner> found)
    {
        foreach (var owner in await found.ToListAsync()) Keep(registry.Known(owner));
    }

    private void Keep(KnownOwner owner)
    {
        if (owner.Image.IdNumberMark is { } number) byNumber.TryAdd(new Guid(number), owner);
        if (owner.Image.PhoneMark is { } phone) byPhone.TryAdd((RegistryNames.Fold(owner.Image.Name), new Guid(phone)), owner);
        if (owner.Image.Kind != nameof(OwnerKind.Person)) units.TryAdd(RegistryNames.Fold(owner.Image.Name), owner);
    }
}
