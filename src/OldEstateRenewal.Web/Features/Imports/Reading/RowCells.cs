using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>The cells of one row, corrected, with what merged cells above them say.</summary>
internal sealed class RowCells
{
    private readonly SheetRow row;
    private readonly IReadOnlyDictionary<(int Row, int Column), string> corrections;
    private readonly MergedCells merged;

    public RowCells(SheetRow row, IReadOnlyDictionary<(int Row, int Column), string> corrections, MergedCells merged)
    {
        (this.row, this.corrections, this.merged) = (row, corrections, merged);
        merged.MoveTo(row.Number, column => this[column]);
    }

    public int Number => row.Number;

    public bool IsAcross => merged.IsAcross(row.Number);

    public int Width => row.Cells.Count;

    /// <summary>The cell itself, or what the user typed in its place.</summary>
    public SheetCell this[int column] => corrections.Count > 0 && corrections.TryGetValue((row.Number, column), out var typed) ? SheetCell.OfText(typed) : row[column];

    public bool IsCorrected(int column) => corrections.Count > 0 && corrections.ContainsKey((row.Number, column));

    /// <summary>The cell, or that of the merged area it belongs to.</summary>
    public SheetCell Filled(int column) => this[column] is { IsEmpty: false } own ? own : IsCorrected(column) ? SheetCell.Empty : merged.At(column)?.Cell ?? SheetCell.Empty;

    /// <summary>The area over several rows that the cell lies in.</summary>
    public MergedArea? Merged(int column) => merged.At(column)?.Area;

    /// <summary>Own cells with something in them, as text.</summary>
    public IEnumerable<(int Column, string Text)> Texts()
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (this[column] is { IsEmpty: false } cell && WrittenText.Clean(cell.ToString()) is { Length: > 0 } text) yield return (column, text);
        }
    }
}
