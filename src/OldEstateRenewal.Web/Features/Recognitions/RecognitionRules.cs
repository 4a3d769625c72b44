namespace OldEstateRenewal.Web.Features.Recognitions;

/// <summary>Why an application for recognition cannot move on; the same list greys out the button and guards the save.</summary>
public static class RecognitionRules
{
    /// <summary>What stands in the way of any decision, whatever it says.</summary>
    public static IReadOnlyList<string> WhyNotDecide(RecognitionRequest request, Guid userId)
    {
        var refusals = new List<string>();
        if (request.State != RecognitionState.Applied) refusals.Add($"此申请{RecognitionRequest.Words(request.State)}，不能再批。");
        if (request.AppliedById == userId) refusals.Add("申请人不能批准自己的申请，须由他人批准。");
        return refusals;
    }

    public static IReadOnlyList<string> WhyNotDecide(RecognitionRequest request, Guid userId, RecognitionState kind, DateOnly on, DateOnly today, string? remark)
    {
        var refusals = WhyNotDecide(request, userId).ToList();
        if (kind == RecognitionState.Approved && !request.HasProof) refusals.Add("未附证明材料，不能批准。");
        if (kind == RecognitionState.Refused && string.IsNullOrWhiteSpace(remark)) refusals.Add("不予批准的，请写明原因。");
        if (on > today) refusals.Add("批准日期不能晚于今天。");
        return refusals;
    }

    public static IReadOnlyList<string> WhyNotWithdraw(RecognitionRequest request, string? remark)
    {
        var refusals = new List<string>();
        if (!request.IsOpen) refusals.Add($"此申请{RecognitionRequest.Words(request.State)}，不能撤回。");
        if (string.IsNullOrWhiteSpace(remark)) refusals.Add("请写明撤回的原因。");
        return refusals;
    }
}
