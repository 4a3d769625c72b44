using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Web.Features.Estates;

namespace OldEstateRenewal.Web.Tests.Features.Estates;

public sealed class EstateFormRulesTests
{
    [Fact]
    public void Validate_SeveralMistakes_AreAllToldAtOnce()
    {
        var form = new EstateForm { Name = "", HouseholdCount = -3, BuiltYears = "去年", FloorArea = -1 };
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(form, new ValidationContext(form), problems, validateAllProperties: true);

        Assert.Equal(["请填写小区名称。", "户数应为", "建成年份应为", "建筑面积不能"], new[] { "请填写小区名称。", "户数应为", "建成年份应为", "建筑面积不能" }.Where(start => problems.Any(problem => problem.ErrorMessage!.StartsWith(start, StringComparison.Ordinal))));
        Assert.Equal(4, problems.Count);
    }
}
