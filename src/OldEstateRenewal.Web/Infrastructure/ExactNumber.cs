using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>
/// Reads decimals as bureaus type and paste them: 25200.72, 25,200.72, full-width digits. The framework's own reader takes any comma for a thousands
/// separator and would make 15 of "1,5".
/// </summary>
public sealed class ExactNumberProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(decimal) ? new ExactNumberBinder() : null;
}

internal sealed partial class ExactNumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var typed = value.FirstValue?.Trim() ?? "";
        if (typed.Length == 0) bindingContext.Result = ModelBindingResult.Success(null);
        else if (TryRead(typed, out var number)) bindingContext.Result = ModelBindingResult.Success(number);
        else bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, bindingContext.ModelMetadata.ModelBindingMessageProvider.AttemptedValueIsInvalidAccessor(typed, ""));
        return Task.CompletedTask;
    }

    internal static bool TryRead(string typed, out decimal number)
    {
        var plain = string.Concat(typed.Select(HalfWidth));
        number = 0;
        return Number().IsMatch(plain) && decimal.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private static char HalfWidth(char letter) => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter;

    [GeneratedRegex(@"^-?([0-9]{1,20}|[0-9]{1,3}(,[0-9]{3}){1,6})(\.[0-9]{1,20})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
