namespace OldEstateRenewal.Domain.Consent;

/// <summary>Whether a matter is a statutory vote of owners or a gathering of opinion (性质). The two are never mixed up.</summary>
public enum ConsentBasis
{
    /// <summary>业主共同决定（法定表决，民法典第二百七十八条）.</summary>
    Statutory,

    /// <summary>意见征询（不是法定表决）.</summary>
    Opinion,
}

/// <summary>Who is counted (计数对象). Three populations, never one denominator.</summary>
public enum ConsentPopulation
{
    /// <summary>户：每套一户.</summary>
    Dwellings,

    /// <summary>业主：按人数规则合并计算.</summary>
    Owners,

    /// <summary>居民：每套有人居住的住宅一户.</summary>
    Residents,
}

/// <summary>For which part of the estate a decision is taken (表决范围); each part decides for itself.</summary>
public enum ConsentScope
{
    /// <summary>小区.</summary>
    Estate,

    /// <summary>楼栋.</summary>
    Building,

    /// <summary>单元.</summary>
    Entrance,

    /// <summary>立管（立厅）.</summary>
    Riser,
}

/// <summary>Of what a share is measured (分母).</summary>
public enum ConsentDenominator
{
    /// <summary>参与表决者.</summary>
    Participants,

    /// <summary>全体.</summary>
    All,
}

/// <summary>How owners become heads (业主人数计算方式); 法释〔2020〕17号第九条.</summary>
public enum HeadCounting
{
    /// <summary>同一买受人多套按一人；原产权单位的多套类推按一人.</summary>
    OneHeadPerBuyer,

    /// <summary>同一买受人多套按一人；原产权单位的每套按一人.</summary>
    FormerEmployerPerUnit,

    /// <summary>每套按一人（议事规则另有约定时）.</summary>
    OneHeadPerUnit,
}

/// <summary>How a vote was given (表决方式).</summary>
public enum VoteChannel
{
    /// <summary>书面.</summary>
    Paper,

    /// <summary>入户.</summary>
    DoorToDoor,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>会议.</summary>
    Meeting,

    /// <summary>线上.</summary>
    Online,

    /// <summary>由官方系统导入.</summary>
    Imported,
}

/// <summary>What was said (表决意见).</summary>
public enum VoteChoice
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>不同意.</summary>
    Oppose,

    /// <summary>弃权：算参与，不算同意.</summary>
    Abstain,

    /// <summary>无效：不算参与.</summary>
    Invalid,
}

/// <summary>How days of notice are counted (计日方式).</summary>
public enum NoticeDays
{
    /// <summary>文件未写明，须由本级选定.</summary>
    Unstated,

    /// <summary>日历日.</summary>
    Calendar,

    /// <summary>工作日.</summary>
    Working,
}
