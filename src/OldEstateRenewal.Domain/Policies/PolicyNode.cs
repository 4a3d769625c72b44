using System.Text.Json;

namespace OldEstateRenewal.Domain.Policies;

/// <summary>
/// One place in a policy file, read with its path. A mistake is noted and reading goes on with a harmless value,
/// so that the author sees every mistake at once; a file with any mistake is never used.
/// </summary>
public sealed class PolicyNode
{
    private readonly JsonElement element;
    private readonly PolicyReading reading;
    private readonly HashSet<string> asked = [];

    internal PolicyNode(string key, string path, JsonElement element, PolicyReading reading)
    {
        (Key, Path, this.element, this.reading) = (key, path, element, reading);
        reading.Visit(this);
    }

    /// <summary>The name under which this place stands in its parent.</summary>
    public string Key { get; }

    /// <summary>The place in the file, such as "$.consent.scheme".</summary>
    public string Path { get; }

    /// <summary>Whether the file says null here: the item is repealed (废止).</summary>
    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>Reads name, clause, quote and note: what every item has.</summary>
    public PolicyItemHead Head() => new(Key, Text("name"), Citation()) { Source = element.GetRawText() };

    /// <summary>Reads clause, quote and note.</summary>
    public Citation Citation() => new(reading.DocumentKey, reading.DocumentName, Text("clause"), OptionalText("quote"), OptionalText("note"));

    /// <summary>Reads clause, quote and note, or takes what stands above when this place has no clause of its own.</summary>
    public Citation CitationOr(Citation above) =>
        Has("clause") ? Citation() : above with { Quote = OptionalText("quote") ?? above.Quote, Note = OptionalText("note") ?? above.Note };

    /// <summary>Whether the file says anything under <paramref name="name"/>; says nothing about whether it is right.</summary>
    public bool Has(string name) => Find(name) is { ValueKind: not JsonValueKind.Null };

    /// <summary>A required, non-empty text.</summary>
    public string Text(string name) => OptionalText(name) is { Length: > 0 } text ? text : Wrong(name, "非空文字", "");

    /// <summary>A text, or null when there is none.</summary>
    public string? OptionalText(string name)
    {
        var found = Find(name);
        if (found is null or { ValueKind: JsonValueKind.Null }) return null;
        return found is { ValueKind: JsonValueKind.String } ? found.Value.GetString() : Wrong(name, "文字", "");
    }

    /// <summary>A required whole number between <paramref name="least"/> and <paramref name="most"/>.</summary>
    public int Whole(string name, int least = 0, int most = int.MaxValue) =>
        Find(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var value) && value >= least && value <= most
            ? value
            : Wrong(name, $"{least}{(most == int.MaxValue ? " 以上" : $" 至 {most}")}的整数", least);

    /// <summary>A whole number, or null when there is none.</summary>
    public int? OptionalWhole(string name, int least = 0, int most = int.MaxValue) => Has(name) ? Whole(name, least, most) : null;

    /// <summary>True or false; false when absent.</summary>
    public bool Flag(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.False or JsonValueKind.Null } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => Wrong(name, "true 或 false", false),
    };

    /// <summary>A required date, yyyy-MM-dd.</summary>
    public DateOnly Date(string name) =>
        DateOnly.TryParseExact(OptionalText(name), "yyyy-MM-dd", out var date) ? date : Wrong(name, "日期，如 2024-06-15", DateOnly.MinValue);

    /// <summary>A date, or null when there is none.</summary>
    public DateOnly? OptionalDate(string name) => Has(name) ? Date(name) : null;

    /// <summary>A fraction, or null when there is none.</summary>
    public Fraction? OptionalFraction(string name, int most = 1) => Has(name) ? Fraction(name, most) : null;

    /// <summary>A required fraction: "2/3", "80%", "0.1"; between 0 and <paramref name="most"/> (1 unless told).</summary>
    public Fraction Fraction(string name, int most = 1) =>
        Domain.Fraction.TryParse(OptionalText(name), out var fraction) && fraction >= Domain.Fraction.Zero && fraction <= (Fraction)most
            ? fraction
            : Wrong(name, $"0 至 {most} 的分数（加引号），如 \"2/3\" 或 \"80%\"", Domain.Fraction.Zero);

    /// <summary>A required amount of yuan, not negative, exact to one 分, as text: "350.00".</summary>
    public Money Money(string name) =>
        Domain.Money.TryParse(OptionalText(name), out var money) && money >= Domain.Money.Zero
            ? money
            : Wrong(name, "不为负的金额（元，精确到分，加引号），如 \"350.00\"", Domain.Money.Zero);

    /// <summary>An amount of yuan, or null when there is none.</summary>
    public Money? OptionalMoney(string name) => Has(name) ? Money(name) : null;

    /// <summary>A required area in ㎡, not negative, exact to 0.01, as text: "138479.32".</summary>
    public Area Area(string name) =>
        Domain.Area.TryParse(OptionalText(name), out var area) ? area : Wrong(name, "不为负的面积（㎡，精确到 0.01，加引号），如 \"138479.32\"", Domain.Area.Zero);

    /// <summary>An area, or null when there is none.</summary>
    public Area? OptionalArea(string name) => Has(name) ? Area(name) : null;

    /// <summary>One of the names of an enumeration, written in camel case.</summary>
    public T Choice<T>(string name) where T : struct, Enum
    {
        var text = OptionalText(name);
        foreach (var value in Enum.GetValues<T>())
            if (text == CamelCase(value.ToString())) return value;
        return Wrong(name, $"下列之一：{string.Join("、", Enum.GetNames<T>().Select(CamelCase))}", default(T));
    }

    /// <summary>One of the names of an enumeration, or null when there is none.</summary>
    public T? OptionalChoice<T>(string name) where T : struct, Enum => Has(name) ? Choice<T>(name) : null;

    /// <summary>A list of names of an enumeration, written in camel case; empty when there is none.</summary>
    public IReadOnlyList<T> Choices<T>(string name) where T : struct, Enum
    {
        var known = Enum.GetValues<T>().ToDictionary(value => CamelCase(value.ToString()));
        var texts = Texts(name);
        return texts.All(known.ContainsKey)
            ? texts.Select(text => known[text]).ToList()
            : Wrong<IReadOnlyList<T>>(name, $"下列中的若干：{string.Join("、", known.Keys)}", []);
    }

    /// <summary>A required object.</summary>
    public PolicyNode Object(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Object } found
            ? new PolicyNode(name, $"{Path}.{name}", found, reading)
            : Wrong(name, "对象 { … }", new PolicyNode(name, $"{Path}.{name}", PolicyReading.EmptyObject, reading));

    /// <summary>An object, or null when there is none.</summary>
    public PolicyNode? OptionalObject(string name) => Has(name) ? Object(name) : null;

    /// <summary>The members of a list of objects; empty when there is none.</summary>
    public IReadOnlyList<PolicyNode> Objects(string name) => Elements(name, JsonValueKind.Object, "对象 { … }")
        .Select((item, index) => new PolicyNode(name, $"{Path}.{name}[{index}]", item, reading)).ToList();

    /// <summary>The members of a list of texts; empty when there is none.</summary>
    public IReadOnlyList<string> Texts(string name) => Elements(name, JsonValueKind.String, "文字").Select(item => item.GetString()!).ToList();

    /// <summary>The members of a list of whole numbers; empty when there is none.</summary>
    public IReadOnlyList<int> Wholes(string name, int least = 0, int most = int.MaxValue) => Elements(name, JsonValueKind.Number, "整数")
        .Select(item => item.TryGetInt32(out var value) && value >= least && value <= most ? value : Wrong(name, $"{least} 至 {most} 的整数列表", least)).ToList();

    /// <summary>The keyed members of a section; empty when there is none. A member may be null: repealed.</summary>
    public IReadOnlyList<PolicyNode> Members(string name)
    {
        if (!Has(name)) return [];
        var section = Object(name);
        section.asked.UnionWith(section.element.EnumerateObject().Select(member => member.Name));
        return section.element.EnumerateObject()
            .Where(member => member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null || reading.Note($"{section.Path}.{member.Name}", Shown(member.Value), "对象 { … } 或 null（废止）"))
            .Select(member => new PolicyNode(member.Name, $"{section.Path}.{member.Name}", member.Value, reading)).ToList();
    }

    /// <summary>Notes a mistake that only the caller can see, such as two values that contradict each other.</summary>
    public T Wrong<T>(string name, string expected, T harmless)
    {
        reading.Note($"{Path}.{name}", Find(name) is { } found ? Shown(found) : "（缺）", expected);
        return harmless;
    }

    internal IEnumerable<PolicyProblem> UnknownNames() => element.ValueKind != JsonValueKind.Object
        ? []
        : element.EnumerateObject().Where(member => !asked.Contains(member.Name))
            .Select(member => new PolicyProblem($"{Path}.{member.Name}", Shown(member.Value), "已知的字段名（此名未知，请检查拼写）"));

    private List<JsonElement> Elements(string name, JsonValueKind kind, string expected)
    {
        if (!Has(name)) return [];
        if (Find(name) is not { ValueKind: JsonValueKind.Array } list) return Wrong(name, $"列表 [ … ]，其中每项为{expected}", new List<JsonElement>());
        var items = list.EnumerateArray().ToList();
        for (var i = 0; i < items.Count; i++)
            if (items[i].ValueKind != kind) reading.Note($"{Path}.{name}[{i}]", Shown(items[i]), expected);
        return items.Where(item => item.ValueKind == kind).ToList();
    }

    private JsonElement? Find(string name)
    {
        asked.Add(name);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;
    }

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : text[..60] + "…";
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
