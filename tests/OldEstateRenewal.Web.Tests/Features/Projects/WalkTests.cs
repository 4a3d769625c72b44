using System.IO.Compression;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Tests.Features.Ballots;
using OldEstateRenewal.Web.Tests.Features.Notices;
using OldEstateRenewal.Web.Tests.Features.Schemes;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Projects;

/// <summary>A project walked from the survey to the archive, each under its own document's order and gates; every stage is tried once too early.</summary>
public sealed class WalkTests(PortalFixture fixture)
{
    private const string Today = "2026-11-21";
    private static readonly string[] linqu = ["linqu", "weifang", "shandong", "nation"];
    private static readonly string[] jingyuan = ["jingyuan", "baiyin", "gansu", "nation"];

    [Fact]
    public async Task Walk_Linqu_JointReviewThenVoteThenWorks() => await WalkAsync(linqu, 16);

    [Fact]
    public async Task Walk_Ruicheng_NoticeThenCitysReviewThenWorks() => await WalkAsync(BallotStage.Ruicheng, 17);

    [Fact]
    public async Task Walk_Jingyuan_RecognitionAndFeasibilityBeforeTheTender() => await WalkAsync(jingyuan, 17);

    private async Task WalkAsync(string[] chain, int stages)
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(6), chain);
        var walk = new Walk(stage, await stage.County.ProjectAsync(stage.Estate, "试验小区", 2026));
        var process = RenewalProcess.Of(PolicyBook.Shipped.View(chain, new DateOnly(2026, 11, 1)));
        Assert.Equal(stages, process.Stages.Count);
        foreach (var each in process.Stages) Assert.NotEqual("", (await walk.ReachAsync(each.Item.Key)).Problem);

        foreach (var each in process.Stages.Select(answer => answer.Item))
        {
            if (each.Gates.Any(gate => !Walk.OpensByItself(gate, chain)) || each.Papers.Count > 0) Assert.NotEqual("", (await walk.ReachAsync(each.Key)).Problem);
            await walk.PrepareAsync(each);
            var page = await walk.ReachAsync(each.Key);
            Assert.True(page.Notice == "已登记完成。", $"{each.Key}: {page.Problem}");
        }

        Assert.Contains($"{stages} / {stages} 个环节", (await stage.Bureau.GetAsync($"/projects/{walk.Project}")).Text, StringComparison.Ordinal);
        using var bundle = new ZipArchive(new MemoryStream(await stage.Bureau.DownloadAsync($"/projects/{walk.Project}/archive.zip")));
        Assert.True(bundle.Entries.Count > 3);
    }

    /// <summary>One project under way.</summary>
    private sealed record Walk(BallotStage Stage, Guid Project)
    {
        private County County => Stage.County;

        private Clerk Clerk => Stage.Bureau;

        /// <summary>What is there as soon as the stages before it are: the archive, when nothing is missing; a consent that the policies do not ask for.</summary>
        public static bool OpensByItself(ProcessGate gate, string[] chain) =>
            gate.Kind == GateKind.ArchiveComplete || (gate.Kind == GateKind.Consent && PolicyBook.Shipped.View(chain, new DateOnly(2026, 11, 1)).Find(PolicySections.Consent, gate.Rule!) is null);

        public Task<Page> ReachAsync(string key) => Clerk.ForgeAsync($"/projects/{Project}/stages/{key}/completion", ("On", Today));

        public async Task PrepareAsync(ProcessStage stage)
        {
            foreach (var paper in stage.Papers) Assert.Equal("材料已上传。", (await Clerk.UploadPaperAsync(Project, stage.Key, paper.Key, Pictures.Pdf($"/{paper.Key}"))).Notice);
            foreach (var gate in stage.Gates) await OpenAsync(gate);
        }

        private Task OpenAsync(ProcessGate gate) => gate.Kind switch
        {
            GateKind.Surveyed => County.JudgedAsync(Stage.Estate),
            GateKind.Recognised => Clerk.UploadAsync("SiteCheck", Stage.Estate, "Scan", ("签字.pdf", Pictures.Pdf())),
            GateKind.Consent => ConsentAsync(gate.Rule!),
            GateKind.PlanIssued => IssueAsync(),
            GateKind.SchemeFixed => new SchemeStage(County, Stage.Estate, Project, Clerk).FixedAsync(),
            GateKind.NoticeEnded => new NoticeStage(County, Clerk, Project, Stage.Estate).ConcludedAsync(),
            GateKind.ReviewPassed => ReviewAsync(gate),
            GateKind.PartiesNamed => PartiesAsync(),
            GateKind.WorksFinished => BuildAsync(),
            GateKind.AcceptancePassed => AcceptAsync(),
            GateKind.HandedOver => HandOverAsync(),
            GateKind.PropertyArranged => Clerk.ForgeAsync($"/estates/{Stage.Estate}/property-services", ("ModeKey", "professional"), ("Firm", "甲物业"), ("FromOn", Today), ("Decision", "Appointed"), ("TrialUntil", "2027-05-21"), ("Cleaning", "每日清扫")),
            _ => Task.CompletedTask,
        };

        private async Task ConsentAsync(string rule)
        {
            if (rule != "scheme")
            {
                await Clerk.ForgeAsync($"/estates/{Stage.Estate}/outside-consents", ("Rule", rule), ("HeldOn", "2026-11-01"), ("Whole", "6"), ("Asked", "6"), ("Participating", "6"), ("Agreeing", "6"), ("Remark", "社区存档"));
                return;
            }

            var form = await Clerk.GetAsync($"/estates/{Stage.Estate}/ballots/new");
            var matter = form.Document.QuerySelectorAll("input[name=Matters]").Select(box => box.GetAttribute("value")!).First(value => value.StartsWith("scheme/", StringComparison.Ordinal));
            var ballot = (await Stage.OpenAsync(matter)).Id;
            foreach (var dwelling in (await Stage.DwellingsAsync())!) await BallotStage.VoteAsync(Clerk, ballot, dwelling, "Agree");
            await Stage.CloseAsync(ballot);
        }

        private async Task IssueAsync()
        {
            var plan = await County.PlanAsync(2026, Stage.Estate);
            await County.StepAsync(plan, "Submitted");
            await County.StepAsync(plan, "Issued", 1);
        }

        private async Task ReviewAsync(ProcessGate gate)
        {
            var city = gate.Rule == "city";
            var review = await Clerk.ForgeAsync($"/projects/{Project}/reviews", ("Kind", city ? "City" : "County"), ("OpenedOn", Today));
            foreach (var body in city ? ["市老旧小区改造领导小组办公室"] : new[] { "县住建局", "县发改局", "县财政局", "县自然资源和规划局" })
                await Clerk.ForgeAsync($"/reviews/{review.Id}/opinions", ("Body", body), ("Kind", "Agree"), ("Text", ""), ("On", Today));
            await Clerk.UploadAsync("Review", review.Id, "Scan", ("审查表.pdf", Pictures.Pdf("/review")));
        }

        private async Task PartiesAsync()
        {
            foreach (var (kind, firm) in new[] { ("Contractor", "甲建筑公司"), ("Supervisor", "乙监理公司") })
                await Clerk.ForgeAsync($"/projects/{Project}/site/parties", ("Kind", kind), ("Firm", firm), ("OfficePhone", ""));
        }

        private async Task BuildAsync()
        {
            // The scheme's items are ticked already; underground goes first.
            var page = await (await Clerk.GetAsync($"/projects/{Project}/site/items/new")).Choose("地点", "试验小区（全小区）").PressAsync("列入");
            Assert.EndsWith("项施工内容。", page.Notice, StringComparison.Ordinal);
            foreach (var item in (await County.Portal.Sql.AskAppAsync<Guid[]>(County.Scope, "select array_agg(id order by layer <> 'Underground') from portal.site_items"))!)
                await Clerk.ForgeAsync($"/projects/{Project}/site/items/{item}/progress", ("Percent", "100"), ("On", Today), ("FinishedOn", Today), ("Remark", ""));
        }

        private async Task AcceptAsync()
        {
            var form = (await Clerk.GetAsync($"/projects/{Project}/acceptances/new")).Fill("验收日期", Today);
            foreach (var party in form.Document.QuerySelectorAll("fieldset.seat legend").Select(legend => legend.TextContent.Replace("（组织）", "", StringComparison.Ordinal).Replace("（可不参加）", "", StringComparison.Ordinal).Trim()).ToList())
                form.Tick($"{party}到会").Choose($"{party}意见", "同意").Fill($"{party}代表", "代表");
            var held = (await form.PressAsync("保存")).Id;
            await Clerk.UploadAsync("Acceptance", held, "Scan", ("签字.pdf", Pictures.Pdf("/accepted")));
            await Clerk.ForgeAsync($"/acceptances/{held}/conclusion", ("Result", "Passed"));
        }

        private async Task HandOverAsync()
        {
            await Clerk.ForgeAsync($"/projects/{Project}/handovers", ("Facilities", "water"));
            var item = await County.Portal.Sql.AskAppAsync<Guid>(County.Scope, "select id from portal.handover_items");
            await Clerk.SendFilesAsync($"/handovers/{item}", Pictures.Pdf("/receipt"), ("Receiver", "县供水公司"), ("Maintainer", "县供水公司"), ("HandedOn", Today), ("TakesManagement", "true"), ("TakesCharging", "true"), ("TakesMaintenance", "true"), ("TakesOwnership", "false"), ("Version", "0"));
        }
    }
}
