namespace OldEstateRenewal.Domain.Registry;

/// <summary>What of an estate is compared (比对要素).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="OtherNames">Aliases and former names.</param>
/// <param name="Address">坐落, or null.</param>
/// <param name="BuiltYears">Ascending; empty when unknown.</param>
/// <param name="Buildings">楼栋数, or null.</param>
/// <param name="Households">户数, or null.</param>
/// <param name="Area">建筑面积, or null.</param>
public sealed record EstateTraits(Guid Id, string Name, IReadOnlyList<string> OtherNames, string? Address, IReadOnlyList<int> BuiltYears, int? Buildings, int? Households, Area? Area)
{
    private IReadOnlyList<EstateNameParts>? names;

    /// <summary>All its names, taken apart.</summary>
    public IReadOnlyList<EstateNameParts> Names => names ??= OtherNames.Prepend(Name).Select(EstateNameParts.Of).ToList();

    /// <summary>Name and figures in one line: what a decision about twins was made on.</summary>
    public string InWords => $"{Name}：{(BuiltYears.Count == 0 ? "年份未知" : string.Join('、', BuiltYears))}，{Number(Buildings)}栋，{Number(Households)}户，{Number(Area)}㎡";

    private static string Number<T>(T? value) where T : struct => value?.ToString() ?? "—";
}

/// <summary>What makes two estates look like one (疑似重复的迹象).</summary>
public enum TwinSign
{
    /// <summary>楼栋、户数、面积完全相同.</summary>
    SameFigures,

    /// <summary>去掉路名、“家属院”等字后名称相同.</summary>
    SameName,

    /// <summary>一名为另一名的简称.</summary>
    Abbreviation,

    /// <summary>名称相近，且有数字相同.</summary>
    NearName,
}

/// <summary>Two estates that may be one (疑似重复的一对), the one with the smaller id first, and why.</summary>
public sealed record TwinPair(EstateTraits First, EstateTraits Second, TwinSign Sign, string Why)
{
    /// <summary>The figures of both: a decision holds until they change.</summary>
    public string Figures => $"{First.InWords}｜{Second.InWords}";
}

/// <summary>Finds estates that were probably entered twice (疑似重复登记); a person decides.</summary>
public static class Twins
{
    /// <summary>Whether two estates look like one; null when not. The order of the two makes no difference.</summary>
    public static TwinPair? Compare(EstateTraits a, EstateTraits b)
    {
        if (a.Id == b.Id) return null;
        var (first, second) = a.Id.CompareTo(b.Id) < 0 ? (a, b) : (b, a);
        if (HaveSameFigures(first, second)) return new(first, second, TwinSign.SameFigures, FiguresInWords(first, second));
        foreach (var one in first.Names)
            foreach (var other in second.Names)
                if (SignOf(one, other, first, second) is { } found) return new(first, second, found.Sign, found.Why);
        return null;
    }

    /// <summary>Every pair among these estates; only those that share figures or the beginning of a name are compared.</summary>
    public static IReadOnlyList<TwinPair> Among(IReadOnlyCollection<EstateTraits> estates)
    {
        var found = new Dictionary<(Guid, Guid), TwinPair>();
        foreach (var group in Groups(estates))
            for (var i = 0; i < group.Count; i++)
                for (var j = i + 1; j < group.Count; j++)
                    if (Compare(group[i], group[j]) is { } pair) found.TryAdd((pair.First.Id, pair.Second.Id), pair);
        return [.. found.Values.OrderBy(pair => pair.Sign).ThenBy(pair => pair.First.Id).ThenBy(pair => pair.Second.Id)];
    }

    private static IEnumerable<List<EstateTraits>> Groups(IReadOnlyCollection<EstateTraits> estates) =>
        Many(estates.Where(e => e.Area is not null).GroupBy(e => $"{e.Area}"))
            .Concat(Many(estates.Where(e => e is { Buildings: not null, Households: not null }).GroupBy(e => $"{e.Buildings}/{e.Households}")))
            .Concat(Many(estates.SelectMany(e => e.Names.Where(name => name.Core.Length > 0).Select(name => (Start: name.Core[0], Estate: e))).Distinct().GroupBy(named => $"{named.Start}", named => named.Estate)));

    private static IEnumerable<List<EstateTraits>> Many(IEnumerable<IGrouping<string, EstateTraits>> groups) => groups.Select(group => group.ToList()).Where(group => group.Count > 1);

    private static (TwinSign Sign, string Why)? SignOf(EstateNameParts one, EstateNameParts other, EstateTraits first, EstateTraits second)
    {
        if (one.IsToldApartFrom(other)) return null;
        if (one.Core == other.Core) return (TwinSign.SameName, $"名称都是“{one.Core}”");
        if (one.IsAbbreviationOf(other)) return (TwinSign.Abbreviation, Abbreviation(one.Core, other.Core));
        return one.IsNear(other) && Supports(first, second) is { } support ? (TwinSign.NearName, $"名称相近，{support}") : null;
    }

    private static string Abbreviation(string a, string b) => a.Length < b.Length ? $"“{a}”可能是“{b}”的简称" : $"“{b}”可能是“{a}”的简称";

    private static bool HaveSameFigures(EstateTraits a, EstateTraits b) =>
        a is { Buildings: > 0, Households: > 0, Area: not null } && a.Buildings == b.Buildings && a.Households == b.Households && a.Area == b.Area && !YearsDiffer(a, b);

    private static bool YearsDiffer(EstateTraits a, EstateTraits b) => a.BuiltYears.Count > 0 && b.BuiltYears.Count > 0 && !a.BuiltYears.SequenceEqual(b.BuiltYears);

    private static string FiguresInWords(EstateTraits a, EstateTraits b) =>
        $"{(a.BuiltYears.Count > 0 && b.BuiltYears.Count > 0 ? "建成年份、" : "")}楼栋、户数、面积完全相同（{a.Buildings}栋、{a.Households}户、{a.Area}㎡）";

    private static string? Supports(EstateTraits a, EstateTraits b) =>
        a.Area is { } area && a.Area == b.Area ? $"面积相同（{area}㎡）"
        : a.Buildings is not null && a.Households is not null && a.Buildings == b.Buildings && a.Households == b.Households ? $"楼栋、户数相同（{a.Buildings}栋、{a.Households}户）" : null;
}
