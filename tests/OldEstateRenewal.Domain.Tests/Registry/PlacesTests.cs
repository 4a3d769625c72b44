using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Domain.Tests.Registry;

public sealed class PlacesTests
{
    [Theory]
    [InlineData("3号楼", "3号楼", "3")]
    [InlineData("3#", "3号楼", "3")]
    [InlineData("三栋", "3号楼", "3")]
    [InlineData("３幢", "3号楼", "3")]
    [InlineData("十二号楼", "12号楼", "12")]
    [InlineData("A座", "A座", "A")]
    [InlineData("东楼", "东楼", "东楼")]
    [InlineData("3-1号楼", "3-1号楼", "3-1")]
    [InlineData("老办公楼", "老办公楼", "老办公楼")]
    [InlineData("粮苑小区2号楼", "2号楼", "2")]
    public void Read_Building_HasOneForm(string text, string name, string key) =>
        Assert.Equal(new BuildingName(name, key, false), BuildingName.Read(text, "粮苑小区"));

    [Theory]
    [InlineData("1、2号楼")]
    [InlineData("3号楼至5号楼")]
    [InlineData("1号2号")]
    public void Read_SeveralBuildings_AreTold(string text) => Assert.True(BuildingName.Read(text)!.IsSeveral);

    [Fact]
    public void Read_NoBuilding_IsNull() => Assert.Null(BuildingName.Read(" — "));

    [Theory]
    [InlineData("201", false, null, null, 2, "201")]
    [InlineData("0201室", false, null, null, 2, "201")]
    [InlineData("1001", false, null, null, 10, "1001")]
    [InlineData("3-1-201", false, "3", 1, 2, "201")]
    [InlineData("3-1-2-01", false, "3", 1, 2, "201")]
    [InlineData("3号楼1单元201室", false, "3", 1, 2, "201")]
    [InlineData("3#1-201", false, "3", 1, 2, "201")]
    [InlineData("1-201", true, null, 1, 2, "201")]
    [InlineData("1-201", false, "1", null, 2, "201")]
    [InlineData("501-601", true, null, null, 5, "501-601")]
    [InlineData("负101", true, null, null, -1, "负101")]
    [InlineData("201东户", true, null, null, 2, "201东")]
    public void Read_Room_IsTakenApart(string text, bool isBuildingKnown, string? building, int? entrance, int? storey, string room)
    {
        var read = RoomNumber.Read(text, isBuildingKnown);
        Assert.NotNull(read);
        Assert.Equal((building, entrance, storey, room), (read.Building, read.Entrance, read.Storey, read.Room));
    }

    [Fact]
    public void Read_ShortRoomOfKnownStorey_IsItsNumberThere() => Assert.Equal("201", RoomNumber.Read("01", storey: 2)!.Room);

    [Theory]
    [InlineData("西头那户")]
    [InlineData("")]
    [InlineData("0")]
    public void Read_NoRoom_IsNull(string text) => Assert.Null(RoomNumber.Read(text));

    [Theory]
    [InlineData("3", 3, null)]
    [InlineData("三层", 3, null)]
    [InlineData("3F", 3, null)]
    [InlineData("3/6", 3, null)]
    [InlineData("负一层", -1, null)]
    [InlineData("B1", -1, null)]
    [InlineData("5-6层", 5, 6)]
    public void Read_Storey_IsNumber(string text, int first, int? last) => Assert.Equal(new StoreyNumber(first, last), StoreyNumber.Read(text));

    [Theory]
    [InlineData("张甲、李乙", "张甲 李乙")]
    [InlineData("张　甲", "张甲")]
    [InlineData("张三丰 李四光", "张三丰 李四光")]
    [InlineData("王小甲和李小乙", "王小甲 李小乙")]
    [InlineData("张和平", "张和平")]
    [InlineData("县粮食和物资储备局", "县粮食和物资储备局")]
    [InlineData("张甲（已故）", "张甲")]
    public void Split_Owners_GivesEachName(string text, string names) => Assert.Equal(names, string.Join(' ', OwnerNames.Split(text).Select(owner => owner.Name)));

    [Theory]
    [InlineData("1/2", 1, 2)]
    [InlineData("30%", 3, 10)]
    [InlineData("0.25", 1, 4)]
    [InlineData("各50%", 1, 2)]
    public void Share_Written_IsExact(string text, int above, int below) => Assert.Equal(new Fraction(above, below), OwnerNames.Share(text));

    [Theory]
    [InlineData("3/2")]
    [InlineData("一半")]
    [InlineData("0")]
    public void Share_NoShare_IsNull(string text) => Assert.Null(OwnerNames.Share(text));
}
