using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>Looks for a controller's views in the folder of its feature; a feature with several controllers has a folder for each.</summary>
public sealed class FeatureViews : IViewLocationExpander
{
    private const string Feature = "feature";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var space = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.Namespace;
        if (space is not null) context.Values[Feature] = space[(space.LastIndexOf('.') + 1)..];
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (!context.Values.TryGetValue(Feature, out var feature)) return viewLocations;
        return [$"/Features/{feature}/{{1}}/{{0}}.cshtml", $"/Features/{feature}/{{0}}.cshtml", "/Features/Shared/{0}.cshtml"];
    }
}
