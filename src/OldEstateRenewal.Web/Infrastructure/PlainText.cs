using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>Text that PostgreSQL cannot keep (the character NUL) is refused wherever text comes in, with a message beside its field.</summary>
public sealed class PlainTextProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo.BinderType is null
            ? new PlainTextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
}

internal sealed class PlainTextBinder(SimpleTypeModelBinder text) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value.FirstValue?.Contains('\0', StringComparison.Ordinal) != true) return text.BindModelAsync(bindingContext);
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value.FirstValue, value.FirstValue.Replace("\0", "", StringComparison.Ordinal));
        bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "含有无法保存的字符，已为您去掉，请核对后再保存。");
        return Task.CompletedTask;
    }
}
