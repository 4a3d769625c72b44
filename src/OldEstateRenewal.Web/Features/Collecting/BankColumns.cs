using System.Security.Cryptography;
using System.Text;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>What a column of a bank's file holds.</summary>
public enum BankColumn
{
    /// <summary>交易日期.</summary>
    On,

    /// <summary>收入、贷方.</summary>
    Income,

    /// <summary>支出、借方.</summary>
    Expense,

    /// <summary>交易金额: both ways, by its sign or by the direction beside it.</summary>
    Amount,

    /// <summary>借贷标志.</summary>
    Direction,

    /// <summary>对方户名.</summary>
    Payer,

    /// <summary>流水号.</summary>
    Reference,

    /// <summary>摘要、附言; there may be several.</summary>
    Summary,
}

/// <summary>The columns of a bank's file, recognised by their headings (识别流水表头).</summary>
/// <param name="HeaderRow">The row of the headings.</param>
/// <param name="Headings">What stands there.</param>
/// <param name="Places">Where each kind stands; more than one only for the summary.</param>
/// <param name="Unsure">What cannot be told without a person, in words.</param>
public sealed record BankColumns(int HeaderRow, IReadOnlyList<string> Headings, ILookup<BankColumn, int> Places, IReadOnlyList<string> Unsure)
{
    public const int LayoutLength = 64;

    // Those in front are preferred where a file has several.
    private static readonly (BankColumn Column, string[] Names)[] names =
    [
        (BankColumn.On, ["交易日期", "记账日期", "入账日期", "交易日", "记账日", "交易时间", "记账时间", "入账时间", "日期"]),
        (BankColumn.Income, ["收入金额", "收入", "贷方发生额", "贷方金额", "贷方", "存入金额", "存入", "转入金额", "贷方发生额(收入)", "收入(贷)"]),
        (BankColumn.Expense, ["支出金额", "支出", "借方发生额", "借方金额", "借方", "支取金额", "转出金额", "借方发生额(支取)", "支出(借)"]),
        (BankColumn.Amount, ["交易金额", "发生额", "金额"]),
        (BankColumn.Direction, ["借贷标志", "借贷方向", "收支方向", "收付标志", "借贷", "借/贷", "收/支", "收支", "方向"]),
        (BankColumn.Payer, ["对方户名", "付款人", "付款人名称", "付款人户名", "付款方户名", "付款方名称", "对方账户名称", "对方账号名称", "对方名称", "交易对方", "对手户名", "交易对手"]),
        (BankColumn.Reference, ["流水号", "交易流水号", "业务流水号", "银行流水号", "交易流水", "核心流水号", "交易序号", "凭证号", "凭证号码"]),
        (BankColumn.Summary, ["摘要", "附言", "交易摘要", "交易附言", "用途", "备注", "摘要/附言", "客户附言"]),
    ];

    public static string Name(BankColumn column) => column switch
    {
        BankColumn.On => "交易日期",
        BankColumn.Income => "收入（贷方）",
        BankColumn.Expense => "支出（借方）",
        BankColumn.Amount => "交易金额（收支同列）",
        BankColumn.Direction => "借贷标志",
        BankColumn.Payer => "对方户名（付款人）",
        BankColumn.Reference => "流水号",
        _ => "摘要、附言",
    };

    /// <summary>Reads a row as headings; what a person chose goes before what is recognised.</summary>
    public static BankColumns Of(int row, IReadOnlyList<string> headings, IReadOnlyDictionary<BankColumn, int> chosen)
    {
        var keys = headings.Select(Key).ToList();
        var places = new List<(BankColumn Column, int At)>();
        var unsure = new List<string>();
        foreach (var (column, words) in names)
        {
            if (chosen.TryGetValue(column, out var at))
            {
                if (at >= 0 && at < headings.Count) places.Add((column, at));
                continue;
            }

            var found = words.Select(word => keys.Select((key, index) => (key, index)).Where(pair => pair.key == word).Select(pair => pair.index).ToList()).Where(indexes => indexes.Count > 0).ToList();
            if (found.Count == 0) continue;
            if (column == BankColumn.Summary) places.AddRange(found.SelectMany(indexes => indexes).Select(index => (column, index)));
            else if (found[0].Count == 1) places.Add((column, found[0][0]));
            else unsure.Add($"有 {found[0].Count} 列都叫“{headings[found[0][0]]}”，请指定哪一列是{Name(column)}。");
        }

        var lookup = places.ToLookup(place => place.Column, place => place.At);
        var isSure = unsure.Count == 0;
        if (!lookup.Contains(BankColumn.On) && isSure) unsure.Add("没有认出交易日期列，请指定。");
        if (!lookup.Contains(BankColumn.Income) && !lookup.Contains(BankColumn.Amount) && isSure) unsure.Add("没有认出收入（贷方）或交易金额列，请指定。");
        return new BankColumns(row, headings, lookup, unsure);
    }

    public int Recognised => Places.Count;

    /// <summary>By what the same headings are known again in another file.</summary>
    public string Layout => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Headings.Select(Key)).TrimEnd('\u001f'))));

    /// <summary>The same row read with what a person chose.</summary>
    public BankColumns With(IReadOnlyDictionary<BankColumn, int> chosen) => Of(HeaderRow, Headings, chosen);

    /// <summary>Where each kind stands, in words.</summary>
    public string InWords => string.Join("、", Places.Select(place => $"{Name(place.Key)}＝{string.Join("和", place.Select(at => Headings[at].Trim()))}"));

    public int? At(BankColumn column) => Places[column].Select(at => (int?)at).FirstOrDefault();

    private static string Key(string heading)
    {
        var plain = WrittenText.Plain(heading).Replace("（", "(", StringComparison.Ordinal).Replace("）", ")", StringComparison.Ordinal);
        foreach (var unit in new[] { "(元)", "(人民币)", "(CNY)", "元" }) plain = plain.EndsWith(unit, StringComparison.Ordinal) ? plain[..^unit.Length] : plain;
        return plain;
    }
}
