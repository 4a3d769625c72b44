using System.Globalization;
using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What is to become of a row.</summary>
internal sealed record PlannedRow(ImportRowState State, RowSheet Sheet, RowChanges Changes);

/// <summary>For what and by whom a file is read.</summary>
internal sealed record PlanningContext(Guid TenantId, SheetReading Table, Guid? StreetId, Guid? EstateId, DateOnly Today, IReadOnlyDictionary<string, string> Decisions)
{
    /// <summary>Only the bureau makes estates; a street's clerk does not.</summary>
    public bool MayAddEstates => StreetId is null;
}

/// <summary>Decides row by row what a file changes in the registry; knows nothing of how rows are kept.</summary>
internal abstract class RowPlanner(PlanningContext context, RegistryIndex registry)
{
    private readonly Dictionary<string, Question> questions = new(StringComparer.Ordinal);

    protected PlanningContext Context => context;

    protected RegistryIndex Registry => registry;

    /// <summary>Questions about estates' names, each asked once whatever the number of rows.</summary>
    public IEnumerable<Question> Questions => questions.Values;

    public List<string> MadeAlong { get; } = [];

    /// <summary>Loads what the rows need.</summary>
    public virtual Task PrepareAsync(IReadOnlyList<ReadRow> rows) => Task.CompletedTask;

    public PlannedRow Plan(ReadRow read)
    {
        var row = Resolve(read);
        var draft = new RowPlan(row, context.Table) { Title = Title(row) };
        if (context.Decisions.GetValueOrDefault(ImportDecision.OfRow(row.Number)) == ImportDecision.Skip) return draft.Skipped();
        if (!row.HasErrors) Decide(row, draft);
        return draft.Finish();
    }

    /// <summary>The row as the registry makes it understood.</summary>
    protected virtual ReadRow Resolve(ReadRow row) => row;

    protected abstract string Title(ReadRow row);

    protected abstract void Decide(ReadRow row, RowPlan draft);

    protected string? RowDecision(ReadRow row) => context.Decisions.GetValueOrDefault(ImportDecision.OfRow(row.Number));

    /// <summary>The estate of a row; null when the draft now says why there is none.</summary>
    protected KnownEstate? FindEstate(string? name, string? street, string? community, RowPlan draft, bool makeAlong)
    {
        if (name is null) return context.EstateId is { } chosen && registry.Estate(chosen) is { } only ? only : Refuse(draft, ImportField.Estate, "没有写明小区。请更正，或重新上传并选定所属小区。");
        if (name.Length > Estates.Estate.NameLength) return Refuse(draft, ImportField.Estate, $"小区名称不超过 {Estates.Estate.NameLength} 字。");
        if (registry.Estate(name) is { } known) return known;
        var key = ImportDecision.OfEstate(RegistryNames.Fold(name));
        var decision = context.Decisions.GetValueOrDefault(key);
        if (Guid.TryParse(decision, out var id) && registry.Estate(id) is { } meant) return meant;
        var near = decision == ImportDecision.New ? [] : registry.Near(name);
        if (near.Count > 0) return Ask(draft, key, name, near);
        if (!makeAlong) return null;
        if (!context.MayAddEstates) return Refuse(draft, ImportField.Estate, $"本街道台账中没有“{name}”。街道账号不能新增小区，请报住建局登记，或更正名称。");
        return Make(name, street, community, draft);
    }

    /// <summary>The id of a street; one that is not registered is made along by the bureau.</summary>
    protected Guid? FindStreet(string? name, RowPlan draft)
    {
        if (name is null) return context.StreetId;
        if (registry.Streets.TryGetValue(RegistryNames.Street(name), out var known)) return known.Id;
        if (!context.MayAddEstates || !RegistryNames.IsStreet(name) || name.Length > Estates.Street.NameLength)
        {
            draft.Error(ImportField.Street, context.MayAddEstates ? $"台账中没有“{name}”。街道、乡镇的名称应以“街道”“镇”“乡”等结尾。" : $"“{name}”不是您所在的街道。");
            return null;
        }

        var id = Guid.CreateVersion7();
        registry.Streets[RegistryNames.Street(name)] = (id, name);
        draft.Changes.Add(new Change<StreetImage>(id, null, null, new StreetImage(name)));
        MakeAlong($"街道（乡镇）：{name}", draft, () => registry.Streets.Remove(RegistryNames.Street(name)));
        return id;
    }

    /// <summary>Something the row makes along; when the row is dropped, so is this, and the next row that needs it makes it.</summary>
    protected void MakeAlong(string told, RowPlan draft, Action drop)
    {
        MadeAlong.Add(told);
        draft.IfDropped(() =>
        {
            MadeAlong.Remove(told);
            drop();
        });
    }

    protected static string? Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);

    protected static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private KnownEstate? Make(string name, string? street, string? community, RowPlan draft)
    {
        var streetId = FindStreet(street, draft);
        if (draft.HasErrors) return null;
        var estate = new KnownEstate(Guid.CreateVersion7(), null, new EstateImage(name, streetId, community, null, [], null, null, null, null, null, null, null, null));
        draft.Changes.Add(new Change<EstateImage>(estate.Id, null, null, estate.Image));
        registry.Add(estate);
        MakeAlong($"小区：{name}", draft, () => registry.Remove(estate));
        return estate;
    }

    private KnownEstate? Ask(RowPlan draft, string key, string name, List<KnownEstate> near)
    {
        if (!questions.ContainsKey(key))
        {
            var answers = near.Select(estate => new Answer(estate.Id.ToString(), registry.WentInto(name, estate) ? $"已并入“{estate.Image.Name}”，按“{estate.Image.Name}”导入" : $"就是台账中的“{estate.Image.Name}”")).ToList();
            if (context.MayAddEstates) answers.Add(new Answer(ImportDecision.New, "是另一个小区，新登记"));
            questions[key] = new Question(key, near.Any(estate => registry.WentInto(name, estate)) ? $"文件中的“{name}”已并入台账中的其他小区" : $"文件中的“{name}”与台账中的小区名称相近", answers);
        }

        draft.Open(registry.WentInto(name, near[0]) ? $"“{name}”已并入“{near[0].Image.Name}”，请在上方确认按哪个小区导入。" : $"“{name}”与台账中的“{near[0].Image.Name}”名称相近，请在上方确认是否同一小区。");
        return null;
    }

    private static KnownEstate? Refuse(RowPlan draft, ImportField field, string text)
    {
        draft.Error(field, text);
        return null;
    }
}
