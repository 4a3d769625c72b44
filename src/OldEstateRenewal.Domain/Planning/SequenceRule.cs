using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>A works item of one estate, as the order of works sees it.</summary>
/// <param name="Id">The caller's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Layer">The layer it belongs to: a key of the rule's layers.</param>
/// <param name="Finished">Whether it is finished.</param>
public sealed record SequencedWork(string Id, string Name, string Layer, bool Finished);

/// <summary>A layer of works (工序层次): underground, above ground.</summary>
public sealed record WorkLayer(string Key, string Name);

/// <summary>In which order the works of an estate are done (施工时序): no item of a later layer before every item of the earlier ones is finished.</summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Layers">The layers, the first first.</param>
public sealed record SequenceRule(PolicyItemHead Head, IReadOnlyList<WorkLayer> Layers) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"先{string.Join("、后", Layers.Select(layer => layer.Name))}";

    /// <summary>May an item start? Every unfinished item of an earlier layer is a reason against it. An item of an unknown layer is left to a person.</summary>
    public Reason MayStart(SequencedWork work, IEnumerable<SequencedWork> ofEstate)
    {
        var place = PlaceOf(work);
        if (place < 0) return Reason.Single(work.Id, work.Name, Outcome.Review, $"“{work.Name}”不属于{InWords}中的任一层次", Citation);
        var earlier = ofEstate.Where(other => other.Id != work.Id && PlaceOf(other) >= 0 && PlaceOf(other) < place)
            .Select(other => Reason.Single(other.Id, $"{Layers[PlaceOf(other)].Name}：{other.Name}", Outcomes.Of(other.Finished), other.Finished ? "已完成" : "未完成", Citation));
        return Reason.OfAll(work.Id, work.Name, Citation, earlier.ToList());
    }

    /// <summary>Reads { name, clause, quote?, note?, layers: [{ key, name }] }.</summary>
    public static SequenceRule Read(PolicyNode node)
    {
        var layers = node.Objects("layers").Select(layer => new WorkLayer(layer.Text("key"), layer.Text("name"))).ToList();
        if (layers.Count < 2) node.Wrong("layers", "至少两层，先做的在前", 0);
        return new(node.Head(), layers);
    }

    private int PlaceOf(SequencedWork work) => Layers.ToList().FindIndex(layer => layer.Key == work.Layer);
}
