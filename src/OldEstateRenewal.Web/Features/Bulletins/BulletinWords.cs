using System.Globalization;
using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Web.Features.Bulletins;

public static class BulletinWords
{
    public static string Name(this BulletinState state) => state == BulletinState.Issued ? "已印发" : "拟稿";

    public static string Css(this BulletinState state) => state == BulletinState.Issued ? "good" : "warn";

    public static string Name(this BulletinMark mark) => mark switch { BulletinMark.Praised => "表扬", BulletinMark.Named => "通报", _ => "" };

    public static string Css(this BulletinMark mark) => mark switch { BulletinMark.Praised => "good", BulletinMark.Named => "bad", _ => "" };

    public static string NameOf(Bulletin bulletin) => string.Create(CultureInfo.InvariantCulture, $"{bulletin.Month:yyyy年M月}通报{(bulletin.Edition == 1 ? "" : $"（更正{bulletin.Edition - 1}）")}");

    public static string Title(Bulletin bulletin) => string.Create(CultureInfo.InvariantCulture, $"关于{bulletin.Month:yyyy年M月}全市城镇老旧小区改造进展情况的通报{(bulletin.Edition == 1 ? "" : "（更正）")}");

    /// <summary>升 2、降 1、持平; — where there was no place before.</summary>
    public static string Rise(BulletinRow row) => (row.PreviousRank - row.Rank) switch { null => "—", 0 => "持平", > 0 and var up => $"升 {up}", var down => $"降 {-down}" };

    public static string Points(BulletinRow row) => row.Points?.ToString("0.00", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>How a figure changed since the month before.</summary>
    public static string Change(Indicator indicator, decimal? now, decimal? before) => now - before is { } change && change != 0 ? (change > 0 ? "+" : "−") + indicator.Text(Math.Abs(change)) : "";
}
