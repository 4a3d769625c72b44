using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Tests.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class PlanFormTests
{
    [Fact]
    public void Columns_Linqu_AreTheAnnexsWords()
    {
        var form = TheFive.Item(PolicySections.PlanForms, TheFive.Linqu, PlanForm.Plan);
        Assert.Equal(["序号", "小区名称", "坐落街道名称", "改造楼栋数(栋)", "户数(户)", "建筑面积(平方米)"], form.Columns.Select(column => column.Words));
        Assert.Equal(("附件3", "2024年临朐县城镇老旧小区改造计划", false), (form.Marker, form.TitleFor(2024), form.SpansYears));
    }

    [Fact]
    public void Columns_Ruicheng_AreTheAnnexsWords()
    {
        var form = TheFive.Item(PolicySections.PlanForms, TheFive.Ruicheng, PlanForm.Plan);
        Assert.Equal(["年份", "小区名称", "位置", "建成时间", "栋数", "户数", "面积m²"], form.Columns.Select(column => column.Words));
        Assert.Equal(("芮城县“十四五”时期老旧小区改造计划表", true, 2021, 2025), (form.TitleFor(2023), form.SpansYears, form.From, form.To));
    }

    [Fact]
    public void Find_NoAnnexOfItsOwn_UsesTheNationsForm()
    {
        var answer = TheFive.View(TheFive.Jingyuan, "2023-07-01").Find(PolicySections.PlanForms, PlanForm.Plan)!;
        Assert.Equal(("national-2020", "2023年城镇老旧小区改造计划表"), (answer.Document.Key, answer.Item.TitleFor(2023)));
        Assert.Contains("未收到", answer.Citation.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneFieldTwice_IsAMistake() => Assert.Equal("$.planForms.plan.columns", Assert.Single(TestDocument.ProblemsOf(TestDocument.Json("""
        "planForms": { "plan": { "name": "表", "clause": "附件", "title": "{year}年表", "columns": [
          { "field": "area", "heading": "面积", "width": 8 }, { "field": "area", "heading": "建筑面积", "width": 8 }] } }
        """))).Path);
}
