using Microsoft.AspNetCore.Mvc;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>What the framework itself says about input it cannot read, in Chinese.</summary>
public static class ChineseBinding
{
    public static void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{Shorten(value)}”不是有效的值。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{Shorten(value)}”不是有效的值。");
        messages.SetUnknownValueIsInvalidAccessor(_ => "填写的值无效。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写的值无效。");
        messages.SetValueIsInvalidAccessor(value => $"“{Shorten(value)}”不是有效的值。");
        messages.SetValueMustBeANumberAccessor(_ => "请填写数字。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字。");
        messages.SetValueMustNotBeNullAccessor(_ => "此项必填。");
        messages.SetMissingBindRequiredValueAccessor(_ => "此项必填。");
        messages.SetMissingKeyOrValueAccessor(() => "此项必填。");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "请求内容为空。");
    }

    private static string Shorten(string? value) => value is null ? "" : value.Length <= 30 ? value : value[..30] + "…";
}
