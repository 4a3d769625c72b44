using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OldEstateRenewal.Domain;

namespace OldEstateRenewal.Web.Data;

public sealed class AreaConverter() : ValueConverter<Area, decimal>(area => area.SquareMetres, number => Area.FromSquareMetres(number));

public sealed class MoneyConverter() : ValueConverter<Money, decimal>(money => money.Yuan, number => Money.FromYuan(number));
