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
}
