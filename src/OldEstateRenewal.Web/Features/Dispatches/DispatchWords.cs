namespace OldEstateRenewal.Web.Features.Dispatches;

public static class DispatchWords
{
    public static string Name(this SheetStanding standing) => standing switch { SheetStanding.OnTime => "按时", SheetStanding.Late => "迟报", SheetStanding.Missing => "漏报", SheetStanding.NotDue => "无须报送", _ => "未报" };

    public static string Css(this SheetStanding standing) => standing switch { SheetStanding.OnTime => "good", SheetStanding.Late => "warn", SheetStanding.Missing => "bad", _ => "" };

    public static string Name(this WeekStepKind kind) => kind == WeekStepKind.Approved ? "审定锁定" : "重开";
}
