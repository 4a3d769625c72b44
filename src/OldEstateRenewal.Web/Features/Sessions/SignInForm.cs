using System.ComponentModel.DataAnnotations;

namespace OldEstateRenewal.Web.Features.Sessions;

public sealed class SignInForm
{
    [Display(Name = "账号"), Required(ErrorMessage = "请填写账号。"), StringLength(100, ErrorMessage = "账号过长。")]
    public string? UserName { get; set; }

    [Display(Name = "口令"), Required(ErrorMessage = "请填写口令。"), StringLength(200, ErrorMessage = "口令过长。")]
    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }
}
