using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>The stages of a project in their order, as the documents of a division say on a day (项目流程).</summary>
public sealed class RenewalProcess
{
    private RenewalProcess(IReadOnlyList<PolicyAnswer<ProcessStage>> stages)
    {
        Stages = stages;
        Names = stages.ToDictionary(stage => stage.Item.Key, stage => stage.Item.Name);
    }

    /// <summary>Every stage with the document that answers for it, in order.</summary>
    public IReadOnlyList<PolicyAnswer<ProcessStage>> Stages { get; }

    /// <summary>The names of the stages by key.</summary>
    public IReadOnlyDictionary<string, string> Names { get; }

    /// <summary>The process as a view of the policies has it; stages of equal place keep the order of the documents.</summary>
    public static RenewalProcess Of(PolicyView view) => new(view.All(PolicySections.Process).OrderBy(stage => stage.Item.Order).Select(stage => Named(stage, view)).ToList());

    /// <summary>One stage; null where the process has none of that key.</summary>
    public PolicyAnswer<ProcessStage>? Find(string key) => Stages.FirstOrDefault(stage => stage.Item.Key == key);

    /// <summary>The stages that follow directly on one.</summary>
    public IEnumerable<ProcessStage> Following(string key) => Stages.Select(stage => stage.Item).Where(stage => stage.After.Contains(key));

    /// <summary>The keys of all stages that come before one, directly or not, in order.</summary>
    public IReadOnlyList<string> Before(string key)
    {
        var before = new HashSet<string>();
        var open = new Queue<string>([key]);
        while (open.TryDequeue(out var next)) foreach (var earlier in Find(next)?.Item.After ?? []) if (earlier != key && before.Add(earlier)) open.Enqueue(earlier);
        return Stages.Select(stage => stage.Item.Key).Where(before.Contains).ToList();
    }

    /// <summary>The stages that can be worked on: not reached, and all before them reached.</summary>
    public IEnumerable<ProcessStage> Current(IReadOnlySet<string> reached) =>
        Stages.Select(stage => stage.Item).Where(stage => !reached.Contains(stage.Key) && stage.After.All(before => reached.Contains(before) || !Names.ContainsKey(before)));

    /// <summary>The general name of a body gives way to the one by which a document of the division calls it.</summary>
    private static PolicyAnswer<ProcessStage> Named(PolicyAnswer<ProcessStage> stage, PolicyView view) =>
        stage.Item.Duties.Select(key => view.Find(PolicySections.Duties, key)).OfType<PolicyAnswer<Duty>>().FirstOrDefault() is { } duty ? stage with { Item = stage.Item with { Body = duty.Item.Body } } : stage;

    /// <summary>What is wrong with the process as a whole: a stage that follows itself by a circle could never be reached.</summary>
    public IReadOnlyList<string> Problems()
    {
        var reached = new HashSet<string>();
        while (Current(reached).ToList() is { Count: > 0 } next) reached.UnionWith(next.Select(stage => stage.Key));
        return Stages.Where(stage => !reached.Contains(stage.Item.Key)).Select(stage => $"环节“{stage.Item.Name}”的前置环节互为前提，无法到达。").ToList();
    }
}
