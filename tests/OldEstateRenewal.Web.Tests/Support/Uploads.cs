using System.Net.Http.Headers;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>Sends files as a browser does.</summary>
public static class Uploads
{
    public static async Task<Page> UploadAsync(this Clerk clerk, string subjectType, Guid subject, string kind, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent((await clerk.OpenAsync(clerk.County!.Home + "/policies")).Token!), "__RequestVerificationToken" }, { new StringContent(subjectType), "subjectType" }, { new StringContent($"{subject}"), "subjectId" }, { new StringContent(kind), "kind" } };
        foreach (var (name, bytes) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(content, "files", name);
        }

        return await clerk.PostAsync(clerk.County.Home + "/attachments", form);
    }

    /// <summary>A paper of a stage of a project, as the form on its page sends it.</summary>
    public static async Task<Page> UploadPaperAsync(this Clerk clerk, Guid project, string stage, string paper, byte[] bytes)
    {
        var form = new MultipartFormDataContent { { new StringContent((await clerk.OpenAsync(clerk.County!.Home + "/policies")).Token!), "__RequestVerificationToken" }, { new StringContent("临发改〔2026〕1号"), "Number" }, { new ByteArrayContent(bytes), "files", "批复.pdf" } };
        return await clerk.PostAsync($"{clerk.County.Home}/projects/{project}/stages/{stage}/papers/{paper}", form);
    }
}
