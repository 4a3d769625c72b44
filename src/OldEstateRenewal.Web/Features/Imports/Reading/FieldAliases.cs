using System.Text.RegularExpressions;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>The names under which bureaus keep the fields; the same word can mean different things in different tables.</summary>
internal static partial class FieldAliases
{
    private const string EstateNames = "小区名称 小区名 小区 老旧小区名称 老旧小区 项目名称 改造小区名称 改造小区 改造项目 改造项目名称 院落名称 院落 楼院名称 楼院 小区楼院名称 小区(楼院)名称 小区院落名称 家属院名称 家属院 名称 小区项目名称 小区(院落)名称 所属小区 所在小区 小区全称 项目";
    private const string Floor = "建筑面积 面积 总建筑面积 总面积 房屋面积 房屋建筑面积 小区建筑面积 建面 住宅面积 住宅建筑面积 建筑总面积 改造面积 改造建筑面积 楼栋面积 单栋面积 单体面积";
    private const string Built = "建成年份 建成时间 建成年代 建成日期 建成年月 建成年度 建成 建设年份 建设年代 建设时间 建造年代 建造年份 建造时间 竣工时间 竣工年份 竣工日期 竣工年月 建筑年代 房屋建成年份 房屋建成年代 始建年份 年代 房龄 修建年代 修建时间 建成(年) 建成交付时间 交付时间";

    private static readonly Dictionary<ImportKind, Dictionary<string, ImportField>> tables = new()
    {
        [ImportKind.Estates] = Table(
            (ImportField.Name, EstateNames),
            (ImportField.Address, "坐落 座落 地址 位置 小区地址 小区坐落 坐落位置 座落位置 详细地址 具体位置 坐落地址 小区位置 所在位置 地理位置 建设地点 项目地点 项目地址 门牌号 路段 所在路段 坐落路段"),
            (ImportField.BuiltYears, Built),
            (ImportField.BuildingCount, "楼栋数 栋数 幢数 楼幢数 楼数 楼栋 楼座数 楼栋数量 楼宇数 座数 楼房栋数 住宅楼栋数 楼栋总数 楼房数 建筑栋数 总栋数 楼房 栋"),
            (ImportField.HouseholdCount, "户数 居民户数 总户数 住户数 居民户 住宅户数 套数 房屋套数 涉及居民 涉及居民户数 户 居民数 总套数 住户 住宅套数"),
            (ImportField.FloorArea, Floor),
            (ImportField.SiteArea, "占地面积 用地面积 小区占地面积 土地面积 占地 总占地面积 宗地面积"),
            (ImportField.Land, "土地性质 用地性质 土地权属 土地使用权类型 土地类型 土地所有权 土地权属性质"),
            (ImportField.Place, "所在区域 区域 区位 区域类型 所处区域 所属区域 区域位置"),
            (ImportField.FormerUnit, "原产权单位 产权单位 原单位 原权属单位 权属单位 原产权人 所属单位 主管单位 原产权(单位) 原房屋产权单位 房屋产权单位 原主管单位"),
            (ImportField.PlanYear, "年份 年度 计划年份 改造年份 改造年度 计划年度 实施年度 实施年份 计划改造年份 拟改造年份 计划改造年度 列入年度 拟改造年度"),
            (ImportField.Investment, "投资 总投资 计划投资 投资额 估算投资 改造投资 投资估算 项目总投资 概算投资 计划总投资 改造资金 投资金额 总投资额 预计投资 匡算投资 估算总投资")),
        [ImportKind.Buildings] = Table(
            (ImportField.Estate, EstateNames),
            (ImportField.Building, "楼栋 楼号 栋号 幢号 楼栋号 楼栋名称 楼幢号 楼座 楼座号 座号 楼 幢 栋 楼栋编号 楼名 楼名称 房屋名称 建筑物名称 建筑名称 楼幢 楼幢名称 楼房名称 楼房号 楼牌号 单体名称"),
            (ImportField.BuiltYear, Built),
            (ImportField.Storeys, "层数 总层数 楼层数 楼层 地上层数 建筑层数 总楼层 层 楼房层数 房屋层数"),
            (ImportField.Entrances, "单元数 单元 单元个数 门洞数 楼门数 楼道数 单元数量 楼洞数"),
            (ImportField.Households, "户数 居民户数 总户数 住户数 居民户 住宅户数 套数 户 总套数 住宅套数 住户"),
            (ImportField.FloorArea, Floor),
            (ImportField.Structure, "结构 结构类型 建筑结构 房屋结构 结构形式 楼房结构 主体结构")),
        [ImportKind.Dwellings] = Table(
            (ImportField.Estate, EstateNames),
            (ImportField.Building, "楼栋 楼号 栋号 幢号 楼栋号 楼栋名称 楼幢号 楼座 楼座号 座号 楼 幢 栋 所在楼栋 楼名 楼幢 楼房号"),
            (ImportField.Entrance, "单元 单元号 门洞 单元门 所在单元 门栋 单元名称 楼门"),
            (ImportField.Storey, "层 楼层 所在层 层次 所在楼层 层数 层号 所在层数 楼层号 所在层次"),
            (ImportField.Room, "室号 室 房间号 房间 户室号 房室号 门牌号 门号 房门号 室(户)号"),
            (ImportField.FullRoomNumber, "房号 房屋坐落 房屋座落 坐落 座落 房屋编号 门牌 户号 楼栋单元房号 房屋地址 详细房号 房屋号 楼号单元房号 房屋位置 楼号房号 楼栋房号 楼单元室 楼室号 楼房号单元号室号 详细地址 住址 地址 房屋门牌号 房屋详细坐落"),
            (ImportField.Kind, "房屋用途 用途 规划用途 房屋类型 类型 设计用途 房屋性质 性质 房屋种类 使用性质"),
            (ImportField.Holding, "权属状态 产权状态 权属 产权性质 产权类型 权属性质 产权归属 权属情况 产权情况 权属类型"),
            (ImportField.RegisteredArea, Floor + " 登记面积 产权面积 产权证面积 不动产证面积 不动产权证面积 房产证面积 证载面积 产权建筑面积 不动产登记面积 登记建筑面积 专有部分面积 专有面积 房本面积 产权登记面积 证载建筑面积 不动产 登记 登记簿面积 房产证"),
            (ImportField.MeasuredArea, "测绘面积 实测面积 实测建筑面积 测量面积 测绘建筑面积 测绘 实测 房屋测绘面积"),
            (ImportField.ContractArea, "合同面积 合同建筑面积 购房合同面积 买卖合同面积 合同 合同约定面积"),
            (ImportField.OwnerName, "业主 业主姓名 姓名 产权人 房主 户主 户主姓名 权利人 所有权人 产权人姓名 业主名称 房屋所有人 房屋所有权人 房产所有人 不动产权利人 业主(共有人) 权利人姓名 房主姓名 产权人(共有人) 业主(产权人) 权利人名称 业主姓名(单位名称) 共有人"),
            (ImportField.OwnerShare, "份额 产权份额 共有份额 持有份额 占比 共有情况 所占份额 产权比例 共有方式"),
            (ImportField.Phone, "电话 联系电话 手机 手机号 手机号码 联系方式 电话号码 业主电话 业主联系电话 联系手机 本人电话 联系号码"),
            (ImportField.IdNumber, "身份证 身份证号 身份证号码 证件号码 证件号 公民身份号码 有效证件号 有效证件号码 业主身份证号 身份证件号码 身份证件号"),
            (ImportField.OwnedFrom, "取得日期 取得时间 登记日期 登记时间 发证日期 发证时间 购房日期 购房时间 不动产登记日期 过户日期 办证时间 办证日期 产权取得日期 产权取得时间"),
            (ImportField.Occupancy, "居住状况 居住情况 使用情况 使用状况 居住状态 入住情况 房屋使用情况 房屋使用状况 是否出租 使用现状 居住现状"),
            (ImportField.Riser, "立管 立管号 立管编号 立厅 立厅号 管线 立管位置 所属立管")),
    };

    private static readonly Dictionary<ImportKind, (string Word, ImportField Field)[]> longestFirst = tables.ToDictionary(
        table => table.Key, table => table.Value.Where(alias => alias.Key.Length >= 2).OrderByDescending(alias => alias.Key.Length).Select(alias => (alias.Key, alias.Value)).ToArray());

    /// <summary>The field that is known by this name.</summary>
    public static ImportField? Of(ImportKind kind, HeaderText header) =>
        Find(kind, header.Key) ?? Find(kind, header.Bare) ?? Find(kind, Unbracketed(header.Key)) ?? Find(kind, Modifier().Replace(header.Bare, "")) ?? Find(kind, Tail().Replace(header.Bare, ""));

    /// <summary>The field whose name occurs in it: to be looked at.</summary>
    public static ImportField? Guess(ImportKind kind, HeaderText header) =>
        Misleading().IsMatch(header.Key) ? null : longestFirst[kind].Where(alias => header.Bare.Contains(alias.Word, StringComparison.Ordinal)).Select(alias => (ImportField?)alias.Field).FirstOrDefault();

    private static ImportField? Find(ImportKind kind, string key) => tables[kind].TryGetValue(key, out var field) ? field : null;

    private static string Unbracketed(string key) => key.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);

    private static Dictionary<string, ImportField> Table(params (ImportField Field, string Words)[] fields)
    {
        var table = new Dictionary<string, ImportField>();
        (ImportField, string)[] common =
        [
            (ImportField.Sequence, "序号 编号 项目序号 顺序 顺序号 序 行号 no no. 项次"),
            (ImportField.Street, "街道 乡镇 街道(乡镇) 乡镇街道 街道乡镇 乡镇(街道) 镇(街道) 镇街 街镇 所属街道 所在街道 坐落街道 坐落街道名称 街道名称 所属镇街 所属乡镇 所在乡镇 街道办 街道办事处 所属街道办 所属街道办事处 镇街名称 属地 属地街道 所属辖区 辖区 乡镇名称 所属街道(乡镇) 所在镇街 街道乡镇名称 所属镇(街道) 镇 乡镇办"),
            (ImportField.Community, "社区 所属社区 社区名称 村居 村(居) 社区(村) 所在社区 居委会 社区居委会 村社区 所属社区居委会"),
            (ImportField.Remark, "备注 说明 其他 情况说明 备考 附注 备注说明 其它 备注栏"),
        ];
        foreach (var (field, words) in common.Concat(fields))
        {
            foreach (var word in words.Split(' ')) table.TryAdd(word, field);
        }

        return table;
    }

    [GeneratedRegex("^(拟?改造|现状|现有|总|原|涉及|惠及|拟|计划|实际|合计|房屋|小区|申报|需改造|改造涉及|本次改造)")]
    private static partial Regex Modifier();

    [GeneratedRegex("(数量|情况|信息|总数|明细|数)$")]
    private static partial Regex Tail();

    [GeneratedRegex("负责人|经办|联系人|长姓名|是否|内容|管理|物业|加装|电梯|完成|进度|开工|签字|意见|照片|日期栏|人口|人数|公摊|套内|车位数|绿化|道路|管网|外墙|屋面|长度|单价|经费|补助|维修资金")]
    private static partial Regex Misleading();
}
