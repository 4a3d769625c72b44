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
    /// <summary>周调度: sends a project's weekly sheet.</summary>
    SendWeeklySheets,
    /// <summary>统计季报.</summary>
    SendQuarterlyForms,
    /// <summary>Sends a figure back with a remark.</summary>
    ReturnFigures,
    ApproveWeeks,
    ReadPlans,
    EditPlans,
    IssuePlans,
    /// <summary>造价、分担、资金、合同、付款.</summary>
    ReadFunds,
    EditFunds,
    CheckPayments,
    ApprovePayments,
    /// <summary>分户账单和收款: household data.</summary>
    ReadBills,
    EditBills,
    CollectPayments,
    /// <summary>Makes the reports that one may read and keeps them.</summary>
    MakeReports,
    /// <summary>公文版式.</summary>
    EditTemplates,
    ReadPolicies,
    EditPolicies,
    ReadChanges,
    /// <summary>督办通知: reads those that the city sends.</summary>
    ReadMessages,
    AnswerMessages,
    /// <summary>待办: what waits for oneself, and the own calendar of it.</summary>
    ReadTasks,
    /// <summary>逾期清单: who owes what.</summary>
    ReadOverdue,
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
            Duty.ReadAttachments, Duty.ReadBallots, Duty.EditBallots, Duty.RecordVotes, Duty.CloseBallots, Duty.ReadProjects, Duty.EditProjects, Duty.SendWeeklySheets, Duty.SendQuarterlyForms, Duty.ReturnFigures, Duty.ReadPlans, Duty.EditPlans, Duty.ReadPolicies, Duty.EditPolicies, Duty.ReadChanges,
            Duty.ReadFunds, Duty.EditFunds, Duty.CheckPayments, Duty.ReadBills, Duty.EditBills, Duty.CollectPayments, Duty.MakeReports, Duty.EditTemplates,
            Duty.ReadMessages, Duty.AnswerMessages, Duty.ReadTasks, Duty.ReadOverdue,
        ],
        [Role.Leader] = [Duty.ReadMessages, Duty.AnswerMessages, Duty.ReadTasks, Duty.ReadOverdue, Duty.MakeReports, Duty.EditTemplates, Duty.ReadWorkbench, Duty.ReadRegistry, Duty.ReadAttachments, Duty.ApproveRecognitions, Duty.ReadBallots, Duty.CloseBallots, Duty.ReadProjects, Duty.ReturnFigures, Duty.ApproveWeeks, Duty.ReadPlans, Duty.IssuePlans, Duty.ReadPolicies, Duty.ReadChanges, Duty.ReadFunds, Duty.ApprovePayments, Duty.ReadBills],
        [Role.Street] =
        [
            Duty.ReadWorkbench, Duty.ReadRegistry, Duty.EditRegistry, Duty.ImportRegistry, Duty.ReadHouseholds, Duty.EditHouseholds, Duty.RevealPersonalData, Duty.ReadAttachments,
            Duty.ReadBallots, Duty.RecordVotes, Duty.ReadProjects, Duty.EditProjects, Duty.SendWeeklySheets, Duty.ReadPolicies, Duty.ReadFunds, Duty.ReadBills, Duty.CollectPayments, Duty.MakeReports, Duty.ReadTasks,
        ],
        [Role.Finance] = [Duty.ReadTasks, Duty.MakeReports, Duty.ReadWorkbench, Duty.ReadRegistry, Duty.ReadAttachments, Duty.ReadProjects, Duty.ReadPlans, Duty.ReadPolicies, Duty.ReadFunds, Duty.CheckPayments],
        [Role.City] = [Duty.ReadMessages, Duty.EditTemplates, Duty.MakeReports, Duty.ReadWorkbench, Duty.ReadRegistry, Duty.ReadBallots, Duty.ReadProjects, Duty.ReadPlans, Duty.ReadPolicies, Duty.ReadFunds, Duty.Supervise],
        [Role.Platform] = [Duty.OperatePlatform],
    };

    public static bool Has(this Role role, Duty duty) => byRole[role].Contains(duty);
}
