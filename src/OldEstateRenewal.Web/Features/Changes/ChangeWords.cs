namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>What acts and properties are called in Chinese.</summary>
public static class ChangeWords
{
    private static readonly Dictionary<string, string> kinds = new()
    {
        ["StreetAdded"] = "登记街道",
        ["EstateAdded"] = "登记小区",
        ["EstateEdited"] = "修改小区",
        ["BuildingEdited"] = "修改楼栋",
        ["EstateFactRecorded"] = "查明情况",
        ["EstateFactCorrected"] = "更正情况",
        ["EstateFactWithdrawn"] = "撤回情况",
        ["PlanCreated"] = "编制计划",
        ["PlanRevised"] = "另编调整稿",
        ["PlanEdited"] = "修改计划",
        ["PlanEntryAdded"] = "列入小区",
        ["PlanEntryEdited"] = "修改计划数",
        ["PlanEntryMoved"] = "移到其他年度",
        ["PlanEntryRemoved"] = "移出计划",
        ["PlanSubmitted"] = "报审",
        ["PlanReturned"] = "退回",
        ["PlanIssued"] = "印发",
        ["PolicyFileAdded"] = "录入政策",
        ["ImportUploaded"] = "上传导入文件",
        ["ImportColumnsChosen"] = "指定导入的列",
        ["ImportCorrected"] = "更正导入内容",
        ["ImportDecided"] = "确认导入事项",
        ["ImportCommitted"] = "导入台账",
        ["ImportReversed"] = "撤销导入",
        ["ImportDiscarded"] = "放弃导入",
        ["DemonstrationLoaded"] = "载入演示数据",
    };

    private static readonly Dictionary<string, string> properties = new()
    {
        ["Name"] = "名称",
        ["StreetId"] = "街道",
        ["Street"] = "街道",
        ["Address"] = "坐落",
        ["BuiltYears"] = "建成年份",
        ["BuiltYear"] = "建成年份",
        ["BuildingCount"] = "楼栋数",
        ["HouseholdCount"] = "户数",
        ["FloorArea"] = "建筑面积",
        ["SiteArea"] = "占地面积",
        ["Community"] = "社区",
        ["FormerUnit"] = "原产权单位",
        ["EndedOn"] = "终止日期",
        ["Storeys"] = "层数",
        ["Entrances"] = "单元数",
        ["Structure"] = "结构",
        ["Danger"] = "危险等级",
        ["Entrance"] = "单元",
        ["Storey"] = "层",
        ["Room"] = "室号",
        ["Kind"] = "种类",
        ["Holding"] = "权属状态",
        ["RegisteredArea"] = "登记面积",
        ["MeasuredArea"] = "测绘面积",
        ["ContractArea"] = "合同面积",
        ["Occupancy"] = "居住状况",
        ["Riser"] = "立管",
        ["RemovedOn"] = "注销日期",
        ["Phone"] = "电话",
        ["IdNumber"] = "证件号码",
        ["FromOn"] = "取得日期",
        ["UntilOn"] = "转出日期",
        ["Share"] = "份额",
        ["Basis"] = "取得方式",
        ["Land"] = "土地性质",
        ["Place"] = "所在区域",
        ["Remark"] = "备注",
        ["Value"] = "查明",
        ["Year"] = "年度",
        ["Revision"] = "版次",
        ["DifferenceNote"] = "差异说明",
        ["Sequence"] = "序号",
        ["Investment"] = "投资（元）",
        ["Scope"] = "改造内容",
        ["NewRows"] = "新增行数",
        ["ChangedRows"] = "有变化行数",
        ["FileName"] = "导入文件",
        ["Key"] = "文件",
    };

    public static string Kind(string kind) => kinds.GetValueOrDefault(kind, kind);

    /// <summary>The name of a property, or null for one that tells readers nothing.</summary>
    public static string? Property(string name) => properties.GetValueOrDefault(name);

    public static string Value(string? value) => value switch
    {
        null or "" => "（空）",
        "True" => "是",
        "False" => "否",
        _ => value,
    };
}
