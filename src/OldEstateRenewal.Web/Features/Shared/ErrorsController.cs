using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace OldEstateRenewal.Web.Features.Shared;

/// <summary>What people see when a page is not there, not theirs, or broken.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorsController : Controller
{
    [Route("/error/{code:int?}")]
    public IActionResult Show(int? code)
    {
        var (title, text) = (code ?? Response.StatusCode) switch
        {
            400 => ("请求无效", "页面停留过久，提交的内容不完整，或含有无法保存的字符。请返回上一页，刷新后重试；填写的内容未被保存。"),
            403 => ("无此权限", "您的职责不包含此项操作。如需办理，请联系本单位管理员。"),
            404 => ("页面不存在", "地址有误，或者您无权查看。"),
            405 => ("请求无效", "此地址不支持这种操作。"),
            429 => ("请稍候再试", "短时间内查询次数过多，请过一分钟再试。"),
            413 => ("文件过大", "提交的内容超过限制。"),
            _ => ("系统出错", "未能完成操作，填写的内容未被保存。请稍后重试；若一再出现，请告知平台运维。"),
        };
        return View("Error", new ErrorPage(title, text));
    }
}

public sealed record ErrorPage(string Title, string Text);
