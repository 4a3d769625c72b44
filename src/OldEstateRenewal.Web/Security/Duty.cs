namespace OldEstateRenewal.Web.Security;

/// <summary>What a person may do; pages and buttons ask for duties, never for roles.</summary>
public enum Duty
{
    ReadWorkbench,
    ReadRegistry,
    EditRegistry,
    AddEstates,
    ImportRegistry,
    ReadHouseholds,
    EditHouseholds,
    RevealPersonalData,
    ReadAttachments,
    ApproveRecognitions,
    ReadBallots,
    EditBallots,
    RecordVotes,
    CloseBallots,
    ReadProjects,
    EditProjects,
    ReadPlans,
    EditPlans,
    IssuePlans,
    ReadPolicies,
    EditPolicies,
    ReadChanges,
    Supervise,
    OperatePlatform,
}

public static class Duties
{
    private static readonly Dictionary<Role, HashSet<Duty>> byRole = new()
    {
        [Role.Bureau] =
        [
            Duty.ReadWorkbench, Duty.ReadRegistry, Duty.EditRegistry, Duty.AddEstates, Duty.ImportRegistry, Duty.ReadHouseholds, Duty.EditHouseholds, Duty.RevealPersonalData,
            Duty.ReadAttachments, Duty.ReadBallots, Duty.EditBallots, Duty.RecordVotes, Duty.CloseBallots, Duty.ReadProjects, Duty.EditProjects, Duty.ReadPlans, Duty.EditPlans, Duty.ReadPolicies, Duty.EditPolicies, Duty.ReadChanges,
        ],
        [Role.Leader] = [Duty.ReadWorkbench, Duty.ReadRegistry, Duty.ReadAttachments, Duty.ApproveRecognitions, Duty.ReadBallots, Duty.CloseBallots, Duty.ReadProjects, Duty.ReadPlans, Duty.IssuePlans, Duty.ReadPolicies, Duty.ReadChanges],
        [Role.Street] =
        [
            Duty.ReadWorkbench, Duty.ReadRegistry, Duty.EditRegistry, Duty.ImportRegistry, Duty.ReadHouseholds, Duty.EditHouseholds, Duty.RevealPersonalData, Duty.ReadAttachments,
            Duty.ReadBallots, Duty.RecordVotes, Duty.ReadProjects, Duty.EditProjects, Duty.ReadPolicies,
        ],
        [Role.City] = [Duty.ReadWorkbench, Duty.ReadRegistry, Duty.ReadBallots, Duty.ReadProjects, Duty.ReadPlans, Duty.ReadPolicies, Duty.Supervise],
        [Role.Platform] = [Duty.OperatePlatform],
    };

    public static bool Has(this Role role, Duty duty) => byRole[role].Contains(duty);
}
